import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, flagField, manyField } from '#/platform/contract/fields.ts';
import { bilingual, listEntry, notCountedEntry, unitLabel } from '#/platform/contract/shapes.ts';

const argument = z.object({
  name: z.string(),
  required: z.boolean(),
  values: z.array(z.string()).optional(),
  labels: z.record(z.string(), bilingual).optional(),
  pattern: z.string().optional(),
});

const description = z.object({
  name: z.string(),
  type: z.enum(['count', 'ratio', 'extremum', 'average', 'target']),
  time: z.enum(['stock', 'flow']),
  measure: z.string(),
  title: bilingual,
  definition: bilingual,
  instrument: z.string().optional(),
  of: z.enum(['person', 'unit', 'act']).optional().meta({ description: 'what a row of its list is' }),
  counts: z.enum(['distinct', 'occurrences']).optional(),
  place: z.enum(['subject', 'actor']).optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  decimals: z.number().optional(),
  args: z.array(argument),
  version: z.string().meta({
    description: 'of the definition: it changes with what is counted, how, where, when and by which instrument',
  }),
});

const answer = z.object({
  figure: z.string(),
  args: z.record(z.string(), z.string()).optional(),
  type: z.enum(['count', 'ratio', 'extremum', 'average', 'target']),
  unit: unitLabel,
  on: dayField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  knownAt: z.string(),
  value: z.number().nullable(),
  measure: z.string(),
  decimals: z.number(),
  rounding: z.string().optional(),
  named: z.number(),
  declared: z.number(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  atLeast: z.boolean().optional(),
  list: z
    .union([z.array(listEntry), z.object({ numerator: z.array(listEntry), denominator: z.array(listEntry) })])
    .optional(),
  notCounted: z.array(notCountedEntry).optional(),
  byUnit: z.array(z.object({ code: z.string(), name: z.string(), value: z.number().nullable() })).optional(),
});

export type FigureArgument = z.infer<typeof argument>;
export type FigureDescription = z.infer<typeof description>;
export type FigureShown = z.infer<typeof answer>;

export const listFigures = contract({
  method: 'GET',
  path: '/api/figures',
  summary: { vi: 'Danh mục số liệu và định nghĩa', en: 'The catalogue of figures with their definitions' },
  permission: 'figures.read',
  isCompressed: true,
  input: z.strictObject({}),
  output: z.object({ figures: z.array(description) }),
});

export const readFigure = contract({
  method: 'GET',
  path: '/api/figures/{name}',
  summary: { vi: 'Tính một số liệu, mở danh sách đứng sau nó', en: 'Count a figure, open the list behind it' },
  permission: 'figures.read',
  input: z.strictObject({
    name: z.string(),
    unit: z.string().min(1),
    tenant: z.string().optional(),
    scope: z.string().optional(),
    on: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    arg: manyField,
    decimals: z.string().optional(),
    rounding: z.string().optional(),
    knownAt: z.string().optional(),
    list: flagField,
    notCounted: flagField,
    byUnit: flagField,
  }),
  output: answer,
});
