import { z } from 'zod';
import { actRow } from '#/kernel/journal/list-contract.ts';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';
import { isDay } from '#/platform/day.ts';

// What the page of a unit asks, one contract for each of its parts; the answers with figures are in page-figures-contract.ts.

/** Which unit, on which day, as known when. */
export const unitPlace = {
  code: z.string().min(1),
  on: dayField.optional(),
  knownAt: z.string().optional(),
  tenant: z.string().optional(),
  scope: z.string().optional(),
};

export const paperShown = z.object({
  issuer: z.string(),
  number: z.string(),
  issuedOn: z.string().optional().meta({ description: 'a year, a month or a day' }),
  type: z.string().optional(),
  abstract: z.string().optional(),
});

/** An act that a fact comes from; null where the asker may not see it. */
export const sourceAct = z.object({
  act: z.string(),
  kind: z.string(),
  title: bilingual,
  on: dayField,
  paper: paperShown.nullable(),
});
export type SourceAct = z.infer<typeof sourceAct>;

const related = unitLabel.extend({ on: dayField.meta({ description: 'a day on which it is to be found' }) });
export type RelatedUnit = z.infer<typeof related>;

const here = unitLabel.extend({
  id: z.string(),
  kind: z.string().nullable(),
  type: z.string().nullable(),
  path: z.array(unitLabel).meta({ description: 'from the outermost superior down, without the unit itself' }),
  founded: z.object({ on: dayField.nullable(), source: sourceAct.nullable() }),
  ended: z
    .object({ on: dayField, how: z.string(), source: sourceAct.nullable() })
    .nullable()
    .meta({ description: 'on: the first day on which it no longer exists; it may lie ahead' }),
  predecessors: z.array(related),
  successors: z.array(related),
  names: z.array(z.object({ name: z.string(), from: dayField.nullable(), to: dayField.nullable() })),
  members: z.number(),
  cells: z.number(),
  children: z.number(),
});
export type UnitHead = z.infer<typeof here>;

const elsewhen = unitLabel.extend({
  tenant: z.string(),
  from: dayField.nullable(),
  to: dayField.nullable().meta({ description: 'the last day' }),
  how: z.string().nullable().meta({ description: 'how it ended; null: it has not, or goes on under another code' }),
  successors: z.array(related),
  today: unitLabel.nullable().meta({ description: 'what it is called on the asked day, where it exists then' }),
});
export type UnitElsewhen = z.infer<typeof elsewhen>;

export const readUnitPage = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}',
  summary: {
    vi: 'Phần đầu của trang một đơn vị vào một ngày; ngày ấy không có thì đơn vị có từ bao giờ đến bao giờ',
    en: 'The head of a unit’s page on a day; where the unit is not there then, when it was',
  },
  permission: 'register.read',
  input: z.strictObject(unitPlace),
  output: z.object({
    on: dayField,
    knownAt: z.string().nullable(),
    tenant: z.string(),
    here: here.nullable(),
    elsewhen: z.array(elsewhen),
  }),
});

const holder = z.object({
  person: z.string(),
  name: z.string().nullable().meta({ description: 'null where the asker may not see it' }),
  post: z.string(),
  how: z.string(),
  term: z.string().nullable(),
  from: dayField,
  to: dayField.nullable().meta({ description: 'the last day; null: still' }),
  heldSince: z.string().nullable().meta({ description: 'of somebody in office when the register opened' }),
  ratifiedOn: dayField.nullable(),
  leftAs: z.string().nullable(),
  source: sourceAct.nullable(),
});
export type Holder = z.infer<typeof holder>;

const vacancy = z.object({
  post: z.string(),
  since: dayField.nullable().meta({ description: 'the first day without; null: the register knows of nobody before' }),
});
export type Vacancy = z.infer<typeof vacancy>;

export const readUnitPosts = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/posts',
  summary: {
    vi: 'Cấp ủy, ủy ban kiểm tra và các chức danh của một đơn vị vào một ngày và trước đó',
    en: 'Committee, inspection commission and posts of a unit on a day, and before',
  },
  permission: 'members.read',
  input: z.strictObject(unitPlace),
  output: z.object({
    on: dayField,
    now: z.array(holder),
    before: z.array(holder).meta({ description: 'no longer on that day, the last to leave first' }),
    vacant: z.array(vacancy).meta({
      description: 'posts that nobody holds on that day, where the register knows of a committee that should have them',
    }),
    seats: z
      .object({ most: z.number(), rule: z.string() })
      .nullable()
      .meta({ description: 'how many the committee may have, by the rulebook; null: no rule for this kind' }),
  }),
});

/** below: what was decided of units under it, and names it as their superior or successor. */
export const historyGroups = ['structure', 'posts', 'reviews', 'work', 'below'] as const;
export type HistoryGroup = (typeof historyGroups)[number];

const historyLine = actRow.extend({
  isPlanned: z.boolean().meta({ description: 'it takes effect after the asked day' }),
});
export type HistoryLine = z.infer<typeof historyLine>;

export const readUnitHistory = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/history',
  summary: {
    vi: 'Các việc về một đơn vị, mới nhất trước; việc đã rút cũng nêu',
    en: 'The acts about a unit, the latest first; withdrawn ones are told too',
  },
  permission: 'journal.read',
  input: z.strictObject({
    ...unitPlace,
    group: z.enum(historyGroups).optional().meta({ description: 'missing: all but those of units below' }),
    after: z
      .string()
      .refine((text) => isDay(text.slice(0, 10)) && z.uuid().safeParse(text.slice(11)).success, {
        error: 'not a `next` of a page before',
      })
      .optional()
      .meta({ description: '`next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(100).default(100),
  }),
  output: z.object({
    on: dayField,
    lines: z.array(historyLine),
    next: z.string().nullable(),
    counts: z.record(z.string(), z.number()).meta({ description: 'by group; only beside the first page' }).nullable(),
  }),
});

const unitPaper = z.object({
  paper: paperShown,
  kinds: z.array(z.object({ kind: z.string(), title: bilingual, count: z.number() })),
});
export type UnitPaper = z.infer<typeof unitPaper>;

/** Papers of acts about the unit, or those by which it decided about others only, as about its members. */
export const papersOf = ['about', 'issued'] as const;
export type PapersOf = (typeof papersOf)[number];

export const readUnitPapers = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/papers',
  summary: {
    vi: 'Các văn bản làm căn cứ cho những việc đã ghi về một đơn vị, hoặc do đơn vị ban hành về nơi khác, mới nhất trước',
    en: 'The papers that acts about a unit rest on, or those by which it decided about others, the latest first',
  },
  permission: 'journal.read',
  input: z.strictObject({
    ...unitPlace,
    of: z.enum(papersOf).default('about').meta({ description: 'issued: by which the unit decided about others only' }),
    q: z.string().trim().max(200).optional(),
    page: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  output: z.object({ on: dayField, papers: z.array(unitPaper), next: z.number().nullable() }),
});
