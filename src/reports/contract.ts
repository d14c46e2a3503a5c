import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, manyField } from '#/platform/contract/fields.ts';
import { bilingual, listEntry, unitLabel } from '#/platform/contract/shapes.ts';

const rounding = z.object({ method: z.string(), decimals: z.number() });

const figure = z.object({
  figure: z.string(),
  args: z.record(z.string(), z.string()).optional(),
  row: z.string().optional(),
  label: z.string(),
  value: z.number().nullable(),
  previous: z.number().nullable(),
  measure: z.string().optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  declared: z.number().optional(),
  share: z.number().optional(),
  rounding: rounding.optional(),
  target: z.object({ value: z.number(), measure: z.string(), atLeast: z.boolean() }).optional(),
  attainment: z.number().optional(),
});

const paragraph = z.object({
  heading: z.string().optional(),
  text: z.string(),
  figures: z.array(z.number()),
  spans: z.array(z.object({ start: z.number(), end: z.number(), figure: z.number(), part: z.string() })),
});

const heading = z.object({
  superior: z.string().nullable(),
  issuer: z.string(),
  numberSuffix: z.string(),
  signing: z.array(z.string()),
});

const cell = z.object({
  value: z.number().nullable(),
  previous: z.number().nullable(),
  percent: z.number().nullable(),
  reason: bilingual.optional(),
  figure: z.string().optional(),
  args: z.record(z.string(), z.string()).optional(),
  sumOf: z.array(z.string()).optional(),
  decimals: z.number().optional(),
  isBlank: z.boolean().optional(),
});

const row = cell.extend({
  row: z.string(),
  mark: z.string(),
  label: z.string(),
  level: z.number(),
  print: z.enum(['row', 'note', 'hidden']),
  isHeading: z.boolean().optional(),
  cells: z.record(z.string(), cell).optional(),
});

/** What every request about a report says. */
export const reportInput = z.strictObject({
  name: z.string(),
  unit: z.string().min(1),
  tenant: z.string().optional(),
  scope: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  decimals: z.string().optional(),
  rounding: z.string().optional(),
  figureDecimals: manyField,
  figureRounding: manyField,
  style: z.string().optional(),
  knownAt: z.string().optional(),
});

const report = z.object({
  report: z.string(),
  title: z.string(),
  unit: unitLabel,
  from: dayField,
  to: dayField,
  knownAt: z.string(),
  rounding,
  figures: z.array(figure),
  rows: z.array(row),
  formNumber: z.string().optional(),
  columns: z.array(z.object({ key: z.string(), label: z.string() })).optional(),
  rowHeading: z.string().optional(),
  sections: z.array(z.object({ number: z.number(), title: z.string(), paragraphs: z.array(paragraph) })).optional(),
  heading: heading.optional(),
  notes: z.array(z.string()),
});
export type ReportShown = z.infer<typeof report>;

export const listReports = contract({
  method: 'GET',
  path: '/api/reports',
  summary: { vi: 'Các báo cáo và biểu thống kê', en: 'The reports and statistical forms' },
  permission: 'reports.read',
  input: z.strictObject({}),
  output: z.object({
    reports: z.array(z.object({ name: z.string(), title: bilingual, definition: bilingual })),
  }),
});

export const readReport = contract({
  method: 'GET',
  path: '/api/reports/{name}',
  summary: { vi: 'Lập một báo cáo hoặc biểu thống kê', en: 'Compute a report or a statistical form' },
  permission: 'reports.read',
  input: reportInput,
  output: report,
});

export const readReportRow = contract({
  method: 'GET',
  path: '/api/reports/{name}/rows/{row}',
  summary: { vi: 'Mở một dòng của báo cáo: danh sách đứng sau nó', en: 'Open a row of a report: the list behind it' },
  permission: 'reports.read',
  input: reportInput.extend({ row: z.string().min(1) }),
  output: z.object({ report: z.string(), row: z.string(), list: z.array(listEntry) }),
});
