import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { bilingual, fieldProblem } from '#/platform/contract/shapes.ts';

export const fieldTypes = [
  'text',
  'id',
  'day',
  'partial-day',
  'whole-number',
  'number',
  'yes-no',
  'choice',
  'unit',
  'person',
  'new-unit',
  'new-person',
  'object',
  'anything',
] as const;

export const kindField = z.object({
  field: z.string(),
  types: z.array(z.enum(fieldTypes)),
  isList: z.boolean(),
  required: z.boolean(),
  vi: z.string().optional(),
  title: bilingual.meta({ description: 'what the field is called on a form' }),
  hint: bilingual.optional(),
  labels: z.record(z.string(), bilingual).optional().meta({ description: 'what its values are called' }),
  values: z.array(z.union([z.string(), z.number()])).optional(),
  default: z.json().optional(),
  sensitive: z.string().optional(),
  beyond: z.boolean().optional().meta({ description: 'a unit that may lie beyond one’s place: see /api/destinations' }),
});

export type KindField = z.infer<typeof kindField>;

const object = z.record(z.string(), z.unknown());

export const listKinds = contract({
  method: 'GET',
  path: '/api/kinds',
  summary: { vi: 'Các loại việc ghi được và các trường của chúng', en: 'The kinds of acts with their fields' },
  permission: 'register.read',
  isCompressed: true,
  input: z.strictObject({}),
  output: z.object({
    envelope: z.array(kindField),
    kinds: z.array(
      z.object({
        kind: z.string(),
        title: bilingual,
        description: bilingual,
        competent: z.string(),
        rank: z.number(),
        about: z.array(z.enum(['unit', 'person'])),
        part: z.string(),
        partTitle: bilingual,
        often: z.number().optional().meta({ description: 'its place among the acts that are recorded most, from 1' }),
        fields: z.array(kindField),
        schema: object,
        example: object,
      }),
    ),
  }),
});

export type KindForm = z.infer<typeof listKinds.output>['kinds'][number];

/** Acts in one batch; more come as a file. */
const actsAtMost = 5_000;

export const postActs = contract({
  method: 'POST',
  path: '/api/acts',
  summary: {
    vi: 'Ghi một lô việc: tất cả hoặc không việc nào; mã (id) của việc làm cho gửi lại lần nữa cũng vô hại',
    en: 'Record a batch of acts, all or none; the id of an act makes posting it twice harmless',
  },
  permission: 'acts.post',
  input: z.strictObject({
    tenant: z.string().optional(),
    scope: z.string().optional(),
    acts: z
      .array(z.looseObject({ kind: z.string() }).meta({ $ref: '#/components/schemas/Act' }))
      .min(1)
      .max(actsAtMost),
  }),
  output: z.object({
    recordedAt: z.string(),
    recordedBy: z.string(),
    added: z.number(),
    acts: z.array(z.string()),
    duplicates: z.number(),
    warnings: z.array(fieldProblem),
  }),
});

export const readAct = contract({
  method: 'GET',
  path: '/api/acts/{id}',
  summary: {
    vi: 'Một việc như nhật ký giữ nó; giá trị mật chỉ là dấu niêm',
    en: 'An act as the journal keeps it; sensitive values stay sealed',
  },
  permission: 'journal.read',
  input: z.strictObject({ id: z.string(), tenant: z.string().optional(), scope: z.string().optional() }),
  output: z.looseObject({ id: z.string(), kind: z.string(), effectiveOn: z.string() }),
});
