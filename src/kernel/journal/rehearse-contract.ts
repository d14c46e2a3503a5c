import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

const problem = z.object({
  act: z.number().nullable().meta({ description: 'which of the acts sent, from 0; null: the batch as a whole' }),
  actId: z.string().optional().meta({ description: 'an act that is recorded already and would be left hanging' }),
  field: z.string().optional().meta({ description: 'person.born' }),
  code: z.string(),
  message: bilingual,
  rule: z.string().optional().meta({ description: 'the instrument that was broken: number, date, article' }),
});
export type RehearsedProblem = z.infer<typeof problem>;

const fact = z.object({
  table: z.string(),
  title: bilingual,
  words: bilingual.meta({ description: 'the fact as one would say it' }),
  act: z.string(),
});
export type RehearsedFact = z.infer<typeof fact>;

const effect = z.object({
  name: z.string().nullable().meta({ description: 'null where the caller may not see it' }),
  before: z.array(fact),
  after: z.array(fact),
});

const figure = z.object({
  figure: z.string(),
  title: bilingual,
  time: z.enum(['stock', 'flow']),
  unit: unitLabel,
  from: dayField.nullable(),
  to: dayField,
  before: z.number(),
  after: z.number(),
});
export type RehearsedFigure = z.infer<typeof figure>;

/** What would come of acts. */
export const rehearsed = z.object({
  isPossible: z.boolean(),
  problems: z.array(problem),
  warnings: z.array(problem),
  effects: z.object({
    persons: z.array(effect.extend({ person: z.string() })),
    units: z.array(effect.extend({ unit: z.string(), code: z.string().nullable() })),
    more: z.number().meta({ description: 'persons and units beyond those told' }),
  }),
  figures: z.array(figure),
  actors: z
    .array(z.object({ act: z.string(), unit: unitLabel.nullable(), body: z.string() }))
    .meta({ description: 'who acts, where the acts do not say: the competent unit by the kind' }),
});
export type Rehearsed = z.infer<typeof rehearsed>;

/** Acts that one rehearsal takes: as many as one press of a button records; more come as a file. */
const actsAtMost = 1_000;

export const rehearseActs = contract({
  method: 'POST',
  path: '/api/acts/rehearse',
  summary: {
    vi: 'Ghi thử một lô việc: sai ở đâu, trái quy định nào, sẽ thay đổi gì; không ghi lại gì',
    en: 'Rehearse a batch of acts: what is wrong, which rules it breaks, what it would change; nothing is recorded',
  },
  permission: 'acts.post',
  input: z.strictObject({
    tenant: z.string().optional(),
    scope: z.string().optional(),
    asProposal: z.boolean().default(false).meta({ description: 'as acts that are proposed, for others to record' }),
    acts: z
      .array(z.looseObject({ kind: z.string() }).meta({ $ref: '#/components/schemas/Act' }))
      .min(1)
      .max(actsAtMost),
  }),
  output: rehearsed,
});
