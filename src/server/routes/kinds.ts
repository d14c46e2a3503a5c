import { z } from 'zod';
import { route } from '../api.ts';
import type { FieldType } from '../describe-fields.ts';
import { describeEnvelope, describeKind } from '../describe-kind.ts';
import { bilingual } from './shapes.ts';

const fieldTypes = [
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
] as const satisfies readonly FieldType[];

const field = z.object({
  field: z.string(),
  types: z.array(z.enum(fieldTypes)),
  isList: z.boolean(),
  required: z.boolean(),
  vi: z.string().optional(),
  values: z.array(z.union([z.string(), z.number()])).optional(),
  default: z.json().optional(),
  sensitive: z.string().optional(),
});

const object = z.record(z.string(), z.unknown());

export const listKinds = route({
  method: 'GET',
  path: '/api/kinds',
  summary: { vi: 'Các loại việc ghi được và các trường của chúng', en: 'The kinds of acts with their fields' },
  permission: 'signed-in',
  input: z.strictObject({}),
  output: z.object({
    envelope: z.array(field),
    kinds: z.array(
      z.object({
        kind: z.string(),
        title: bilingual,
        description: bilingual,
        competent: z.string(),
        rank: z.number(),
        about: z.array(z.enum(['unit', 'person'])),
        fields: z.array(field),
        schema: object,
        example: object,
      }),
    ),
  }),
  handler: (_input, { installation }) => ({
    envelope: describeEnvelope() as never,
    kinds: [...installation.register.kinds.values()].map(describeKind) as never,
  }),
});
