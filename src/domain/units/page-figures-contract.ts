import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, manyField } from '#/platform/contract/fields.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';
import { sourceAct, unitPlace } from './page-contract.ts';

const args = z.record(z.string(), z.string());

const keyFigure = z.object({
  key: z.string(),
  group: z.string(),
  figure: z.string(),
  args,
  time: z.enum(['stock', 'flow']),
  measure: z.string(),
  decimals: z.number(),
  from: dayField,
  to: dayField,
  value: z.number().nullable(),
  declared: z.number(),
  before: z.object({ from: dayField, to: dayField, value: z.number() }).nullable(),
  share: z.number().nullable().meta({ description: 'in percent of the members' }),
  target: z
    .object({ value: z.number(), measure: z.string(), atLeast: z.boolean(), attained: z.number().nullable() })
    .nullable(),
});
export type KeyFigure = z.infer<typeof keyFigure>;

export const readUnitOverview = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/overview',
  summary: {
    vi: 'Các số liệu chính của một đơn vị từ đầu năm đến một ngày, bên cạnh cùng kỳ năm trước',
    en: 'The key figures of a unit from the beginning of the year to a day, beside the same days of the year before',
  },
  permission: 'figures.read',
  input: z.strictObject(unitPlace),
  output: z.object({ on: dayField, figures: z.array(keyFigure) }),
});

const yearPoint = z.object({
  year: z.number(),
  from: dayField,
  to: dayField,
  value: z.number().nullable().meta({ description: 'null: nothing was known of it yet' }),
  isPartial: z.boolean().meta({ description: 'of a year that still runs, or in which the register opened' }),
});

export const readUnitYears = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/years',
  summary: {
    vi: 'Các số liệu của một đơn vị qua các năm; năm đang xem tính đến ngày hỏi',
    en: 'Figures of a unit over the years; the year of the asked day up to that day',
  },
  permission: 'figures.read',
  input: z.strictObject({
    ...unitPlace,
    figure: manyField.meta({
      description: 'key=value arguments follow the name: name;level=good. Missing: the usual ones',
    }),
    years: z.coerce.number().int().min(2).max(30).default(10),
  }),
  output: z.object({
    on: dayField,
    series: z.array(
      z.object({
        key: z.string(),
        figure: z.string(),
        args,
        time: z.enum(['stock', 'flow']),
        measure: z.string(),
        decimals: z.number(),
        points: z.array(yearPoint),
      }),
    ),
  }),
});
export type YearSeries = z.output<typeof readUnitYears.output>['series'][number];

const child = unitLabel.extend({
  id: z.string(),
  kind: z.string().nullable(),
  type: z.string().nullable(),
  children: z.number(),
  members: z.number(),
  admissions: z.number(),
  target: z.number().nullable().meta({ description: 'admissions of the year, as assigned to it' }),
  level: z.string().nullable().meta({ description: 'its own level of the last whole year' }),
  good: z.number().meta({ description: 'members good or above in that year' }),
  classified: z.number(),
  secretary: z.string().nullable(),
});
export type UnitChildRow = z.infer<typeof child>;

export const readUnitChildren = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/children',
  summary: {
    vi: 'Các đơn vị trực thuộc trực tiếp vào một ngày, với số liệu của từng đơn vị',
    en: 'The direct subordinates on a day, with the figures of each',
  },
  permission: 'figures.read',
  input: z.strictObject(unitPlace),
  output: z.object({ on: dayField, year: z.number(), classifiedYear: z.number(), units: z.array(child) }),
});

const assigned = z.object({
  figure: z.string(),
  args,
  from: dayField,
  to: dayField,
  value: z.number(),
  measure: z.enum(['count', 'percent']),
  atLeast: z.boolean(),
  source: sourceAct.nullable(),
  reached: z.number().nullable().meta({ description: 'from the first day of the target to the asked day' }),
  attained: z.number().nullable().meta({ description: 'in percent of the target' }),
  decimals: z.number(),
  isReached: z.boolean().meta({ description: 'by exact numbers' }),
  below: z.object({ sum: z.number(), units: z.number(), without: z.number() }).nullable().meta({
    description: 'given on to direct subordinates: the sum, to how many, to how many not; null for a percentage',
  }),
});
export type AssignedTarget = z.infer<typeof assigned>;

export const readUnitTargets = contract({
  method: 'GET',
  path: '/api/unit-pages/{code}/targets',
  summary: {
    vi: 'Chỉ tiêu của một đơn vị đang có hiệu lực vào một ngày, kết quả đến ngày ấy, phần đã giao cho cấp dưới',
    en: 'The targets of a unit in force on a day, what was reached by then, and what was given on',
  },
  permission: 'figures.read',
  input: z.strictObject(unitPlace),
  output: z.object({ on: dayField, targets: z.array(assigned) }),
});
