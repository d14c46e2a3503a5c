import { z } from 'zod';
import { dayField } from '#/platform/contract/fields.ts';
import { route } from '../api.ts';
import { askReport } from '../ask-report.ts';
import { readDays, readDecimals } from '../question.ts';
import { unitLabel } from './shapes.ts';

const figure = z.object({
  figure: z.string(),
  args: z.record(z.string(), z.string()).optional(),
  label: z.string(),
  value: z.number(),
  previous: z.number().nullable(),
});

const row = z.object({
  row: z.string(),
  mark: z.string(),
  label: z.string(),
  level: z.number(),
  value: z.number(),
  previous: z.number().nullable(),
  percent: z.number().nullable(),
  print: z.enum(['row', 'note', 'hidden']),
});

export const readReport = route({
  method: 'GET',
  path: '/api/reports/{name}',
  summary: { vi: 'Lập một biểu thống kê', en: 'Compute a statistical form' },
  permission: 'signed-in',
  input: z.strictObject({
    name: z.string(),
    unit: z.string().min(1),
    tenant: z.string().optional(),
    scope: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    decimals: z.string().optional(),
    rounding: z.string().optional(),
    knownAt: z.string().optional(),
  }),
  output: z.object({
    report: z.string(),
    title: z.string(),
    unit: unitLabel,
    from: dayField,
    to: dayField,
    knownAt: z.string(),
    rounding: z.object({ method: z.string(), decimals: z.number() }),
    figures: z.array(figure),
    rows: z.array(row),
    notes: z.array(z.string()),
  }),
  handler: (input, { installation, actor }) =>
    askReport(installation, {
      actor,
      tenant: input.tenant,
      scope: input.scope,
      report: input.name,
      unit: input.unit,
      days: readDays({ from: input.from, to: input.to }),
      knownAt: input.knownAt ?? null,
      rounding: input.rounding,
      decimals: readDecimals(input.decimals),
    }),
});
