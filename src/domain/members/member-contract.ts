import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

// Everything about one member on a day, as the register knew it at a moment: what came later is left out.

const asked = {
  person: z.uuid(),
  tenant: z.string().optional(),
  scope: z.string().optional(),
  on: dayField.optional(),
  knownAt: z.iso.datetime({ offset: true }).optional(),
};

const placement = z.object({
  state: z.enum(['member', 'not-yet', 'moved', 'gone']).meta({
    description: 'moved: by a letter to a place outside the register; gone: died, expelled, removed or left',
  }),
  status: z.enum(['probationary', 'official']).nullable(),
  unit: unitLabel.nullable(),
  path: z.array(unitLabel).meta({ description: 'the superiors of the unit on that day, from the outermost down' }),
  since: dayField.nullable().meta({ description: 'the first day in that unit and status' }),
  /** How the membership ended by that day, or (not-yet) when it will have begun. */
  end: z.object({ says: bilingual, on: dayField, act: z.string() }).nullable(),
  firstDay: dayField.nullable(),
  inTransit: z.boolean(),
  marks: z.array(z.object({ says: bilingual, since: dayField.nullable(), act: z.string() })).meta({
    description: 'exempt, suspended, staying elsewhere for a time',
  }),
});

const partyAge = z.object({
  months: z.number(),
  from: dayField,
  basis: z.enum(['decision', 'ceremony']),
  until: dayField,
  endedBy: z.enum(['died', 'left']).nullable(),
  outside: z.array(z.object({ from: dayField, to: dayField, months: z.number() })),
});

const badgeDue = z.object({ years: z.number(), reachedFrom: dayField, round: dayField });

const badge = z.object({
  reached: badgeDue.extend({ awardedBy: z.string().nullable() }).nullable(),
  next: badgeDue.nullable(),
  rule: z.string().meta({ description: 'the instrument by which badges were given on that day' }),
});

const sheetLine = z.object({
  label: bilingual.nullable(),
  text: bilingual.nullable().meta({ description: 'null: nothing is recorded' }),
  isSensitive: z.boolean().meta({ description: 'recorded, and shown as ••• only' }),
  reveal: z
    .string()
    .nullable()
    .meta({ description: 'the field that POST /api/people/{id}/reveal shows to the caller; null: not theirs' }),
});

/** An item of the record sheet 2-HSĐV. */
const sheetItem = z.object({ no: z.number(), key: z.string(), label: bilingual, lines: z.array(sheetLine) });
export type SheetItem = z.infer<typeof sheetItem>;

const missing = z.object({
  key: z.string(),
  label: bilingual,
  item: z.number().nullable().meta({ description: 'of the record sheet' }),
  needs: z.array(z.object({ paper: bilingual, row: bilingual, open: z.string().nullable() })).meta({
    description: 'which rows leave the person out; `open`: report/row',
  }),
});
export type Missing = z.infer<typeof missing>;

export const tracks = ['standing', 'transit', 'exemption', 'suspension', 'stay', 'post'] as const;

const spell = z.object({
  track: z.enum(tracks),
  /** What it is: official, permanent, secretary … */
  kind: z.string(),
  says: bilingual,
  from: dayField.nullable(),
  /** The first day after it; null: it holds on the day asked for. */
  to: dayField.nullable(),
  unit: unitLabel.nullable(),
  begins: bilingual.nullable(),
  ends: bilingual.nullable(),
  isOpening: z.boolean().meta({ description: 'it began before the register, which tells it from its opening on' }),
  act: z.string(),
});
export type Spell = z.infer<typeof spell>;

export const entryTables = [
  'classification',
  'commendation',
  'badge',
  'discipline',
  'post',
  'study',
  'number',
  'card',
  'vetting',
] as const;
export type EntryTable = (typeof entryTables)[number];

const entry = z.object({
  table: z.enum(entryTables),
  /** The day, or the year of a classification. */
  when: z.string(),
  says: bilingual,
  detail: bilingual.nullable(),
  unit: unitLabel.nullable(),
  /** Does it hold on the day asked for? Null: it is an event. */
  isInForce: z.boolean().nullable(),
  act: z.string(),
});
export type Entry = z.infer<typeof entry>;

export const readMember = contract({
  method: 'GET',
  path: '/api/members/{person}',
  summary: {
    vi: 'Một đảng viên vào một ngày: nơi sinh hoạt, tuổi đảng, phiếu đảng viên, quá trình; trường mật chỉ hiện •••',
    en: 'A member on a day: standing, party age, record sheet, what happened; sensitive fields show as ••• only',
  },
  permission: 'members.read',
  input: z.strictObject(asked),
  output: z.object({
    person: z.uuid(),
    tenant: z.string(),
    on: dayField,
    code: z.string().nullable(),
    name: z.string(),
    card: z.object({ number: z.string(), scheme: bilingual }).nullable(),
    photo: z.uuid().nullable().meta({ description: 'GET /api/attachments/{id}' }),
    placement,
    partyAge: partyAge.nullable(),
    badge: badge.nullable(),
    sheet: z.array(sheetItem),
    missing: z.array(missing),
    spells: z.array(spell),
    entries: z.array(entry),
  }),
});
export type Member = z.output<typeof readMember.output>;
export const readMemberSheet = contract({
  method: 'GET',
  path: '/api/members/{person}/sheet',
  summary: {
    vi: 'Phiếu đảng viên (mẫu 2-HSĐV) để in, khổ A4; trường mật để •••',
    en: 'The record sheet (form 2-HSĐV) to be printed on A4; sensitive fields stay •••',
  },
  permission: 'members.read',
  input: z.strictObject({
    ...asked,
    format: z.enum(['pdf', 'docx']).default('pdf'),
  }),
  output: 'file',
});
