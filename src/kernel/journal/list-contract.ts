import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { exportProgress } from '#/platform/contract/export-contract.ts';
import { dayField, manyField } from '#/platform/contract/fields.ts';
import { bilingual } from '#/platform/contract/shapes.ts';

const place = { tenant: z.string().optional(), scope: z.string().optional() };

/** Whom an act is about, named as on the day of effect. */
const actSubject = z.object({
  type: z.enum(['person', 'unit']),
  id: z.string(),
  code: z.string().nullable(),
  name: z.string().nullable().meta({ description: 'null where the caller may not see the name' }),
});
export type ActSubject = z.infer<typeof actSubject>;

export const actPaper = z.object({
  issuer: z.string(),
  number: z.string(),
  issuedOn: z.string().optional(),
  signer: z.string().optional(),
  signingAs: z.string().optional(),
  type: z.string().optional(),
  abstract: z.string().optional(),
});
export type ActPaper = z.infer<typeof actPaper>;

const actSource = z.looseObject({
  via: z.string(),
  import: z.string().optional(),
  line: z.number().optional(),
  proposal: z
    .object({ by: z.string(), at: z.string(), unit: z.string().nullable() })
    .optional()
    .meta({ description: 'who proposed it; recordedBy is who recorded it' }),
});

/** Another act in a few words. */
export const actMention = z.object({
  id: z.string(),
  kind: z.string(),
  title: bilingual,
  effectiveOn: dayField,
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type ActMention = z.infer<typeof actMention>;

/** The act because of which another holds no longer; `isInstead`: it takes its place, else nothing does. */
const withdrawal = actMention.extend({ isInstead: z.boolean(), reason: z.string().nullable() });
export type Withdrawal = z.infer<typeof withdrawal>;

const can = z.object({ correct: z.boolean(), withdraw: z.boolean() });

export const actRow = actMention.extend({
  source: actSource,
  paper: actPaper.nullable(),
  note: z.string().nullable(),
  subjects: z.array(actSubject).meta({ description: 'the first of them; subjectCount tells how many there are' }),
  subjectCount: z.number(),
  says: bilingual.meta({ description: 'what the act says beside its kind and its subjects, in a few words' }),
  withdraws: z.string().nullable(),
  withdrawnBy: withdrawal.nullable(),
  can,
});
export type ActRow = z.infer<typeof actRow>;

export const actOrders = ['recorded', 'effective'] as const;
export const actSources = ['screen', 'import', 'api', 'demo'] as const;

/** What narrows the journal; all of them together. */
export const actFilters = {
  unit: z.string().optional(),
  kind: manyField,
  person: z.uuid().optional(),
  about: z.uuid().optional().meta({ description: 'a person or a unit that the act itself is about' }),
  recordedBy: z.string().optional(),
  effectiveFrom: dayField.optional(),
  effectiveTo: dayField.optional(),
  recordedFrom: dayField.optional(),
  recordedTo: dayField.optional(),
  paper: z.string().trim().max(200).optional(),
  withdrawn: z.enum(['yes', 'no']).optional(),
  source: z.enum(actSources).optional(),
  import: z.uuid().optional(),
};

const onDay = dayField
  .optional()
  .meta({ description: 'the day on which the code of the unit is looked up; today unless told' });

export const listActs = contract({
  method: 'GET',
  path: '/api/acts',
  summary: {
    vi: 'Các việc đã ghi, mới ghi trước (order=recorded) hoặc theo ngày có hiệu lực (order=effective), từng trang',
    en: 'The recorded acts, the last recorded first (order=recorded) or by day of effect (order=effective), by pages',
  },
  permission: 'journal.read',
  input: z.strictObject({
    ...place,
    ...actFilters,
    on: onDay,
    order: z.enum(actOrders).default('recorded'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    acts: z.array(actRow),
    next: z.string().nullable(),
    /** The instant of the last recording in the register: a page that is older may be asked anew. */
    recordedUpto: z.string(),
  }),
});

/** Made in the background, followed under `/api/exports`. Nothing sensitive stands in the file. */
export const exportActs = contract({
  method: 'POST',
  path: '/api/acts/export',
  summary: { vi: 'Bắt đầu xuất nhật ký đã lọc ra Excel', en: 'Begin to export the filtered journal as Excel' },
  permission: 'members.export',
  input: z.strictObject({
    ...place,
    ...actFilters,
    on: onDay,
    order: z.enum(actOrders).default('recorded'),
    language: z.enum(['vi', 'en']).default('vi').meta({ description: 'of headings and values' }),
  }),
  output: exportProgress,
});

/** A value as people read it; `links` are persons, units and acts it names. */
export const storyField = z.object({
  field: z.string(),
  label: bilingual,
  value: bilingual,
  isSealed: z.boolean(),
  unseal: z.boolean().meta({ description: 'POST /api/acts/{id}/unseal opens it for the caller' }),
  links: z.array(z.object({ type: z.enum(['person', 'unit', 'act']), id: z.string(), code: z.string().nullable() })),
});
export type StoryField = z.infer<typeof storyField>;

/** A fact that the act laid down, as a sentence; `before`: what stood there until the act. */
const laidFact = z.object({
  table: z.string(),
  title: bilingual,
  subject: actSubject,
  says: bilingual,
  before: bilingual.nullable(),
});
export type LaidFact = z.infer<typeof laidFact>;

export const readActStory = contract({
  method: 'GET',
  path: '/api/acts/{id}/story',
  summary: {
    vi: 'Một việc đã ghi, đọc được: về ai, theo giấy nào, làm đổi điều gì, bị rút hay đính chính bởi việc nào',
    en: 'An act to be read: about whom, by which paper, what it changed, what withdraws or corrects it',
  },
  permission: 'journal.read',
  input: z.strictObject({ id: z.string(), ...place }),
  output: z.object({
    ...actRow.shape,
    tenant: z.string(),
    description: bilingual,
    about: z.array(z.enum(['unit', 'person'])),
    actor: z.object({
      unit: actSubject.nullable(),
      body: bilingual,
      department: z.string().nullable(),
    }),
    fields: z.array(storyField),
    facts: z.array(laidFact),
    factCount: z.number().meta({ description: 'how many there are; `facts` holds the first of them' }),
    /** The act that this one takes away or takes the place of. */
    target: actMention.nullable(),
    /** Acts that withdrew it once and were withdrawn themselves. */
    earlierWithdrawals: z.array(withdrawal),
    samePaper: z.number().meta({ description: 'how many other acts rest on the same paper' }),
    seal: z.object({ no: z.number(), sealedAt: z.string(), hash: z.string() }).nullable(),
  }),
});
export type ActStory = z.output<typeof readActStory.output>;

export const searchPapers = contract({
  method: 'GET',
  path: '/api/paper-search',
  summary: {
    vi: 'Tìm giấy tờ theo số, nơi ban hành, trích yếu (không cần dấu), với các việc đã ghi theo giấy đó',
    en: 'Find papers by number, issuer or abstract (accents may be left out), with the acts that rest on them',
  },
  permission: 'journal.read',
  input: z.strictObject({
    q: z.string().trim().min(1).max(200),
    ...place,
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    papers: z.array(
      z.object({
        paper: actPaper,
        count: z.number(),
        acts: z.array(actMention).meta({ description: 'the last recorded ones, at most five' }),
      }),
    ),
  }),
});
