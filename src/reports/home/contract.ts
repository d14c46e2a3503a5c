import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { listEntry, unitLabel } from '#/platform/contract/shapes.ts';

const input = z.strictObject({
  unit: z.string().min(1),
  tenant: z.string().optional(),
  scope: z.string().optional(),
  on: dayField.optional(),
  knownAt: z.string().optional(),
});

/** A figure over a day (`from` null) or a period, to be opened. */
const counted = z.object({
  figure: z.string(),
  args: z.record(z.string(), z.string()),
  from: dayField.nullable(),
  to: dayField,
  value: z.number().nullable(),
});

/** A headline: the figure now and over the same span of the year before. */
const headline = counted.extend({
  group: z.enum(['people', 'movement', 'units', 'life', 'quality']),
  measure: z.string(),
  before: counted.pick({ from: true, to: true, value: true }),
  /** The figure that it is a part of, now and the year before: the share is shown beside it. */
  of: counted.extend({ previous: z.number().nullable() }).optional(),
  target: z.object({ value: z.number(), measure: z.string(), atLeast: z.boolean(), to: dayField }).optional(),
});
export type Headline = z.infer<typeof headline>;

export const readHome = contract({
  method: 'GET',
  path: '/api/home',
  summary: {
    vi: 'Tổng quan của một đơn vị vào một ngày: số liệu chính của năm bên cạnh cùng kỳ năm trước',
    en: 'The overview of a unit on a day: its main figures of the year beside the same span of the year before',
  },
  permission: 'figures.read',
  input,
  output: z.object({
    on: dayField,
    unit: unitLabel.extend({ kind: z.string().nullable() }),
    headlines: z.array(headline),
    /** Members at the end of each of the last years, and on the day. */
    members: z.array(counted),
    /** Admissions of each month of the year, and of the year before. */
    admissions: z.array(counted.extend({ previous: z.number() })),
  }),
});
export type HomeShown = z.output<typeof readHome.output>;

const concerns = [
  'probations-overdue',
  'probations-due',
  'transfers-not-received',
  'stays-overdue',
  'meetings-missed',
  'meetings-this-month',
  'secretaries-missing',
  'cell-secretaries-missing',
  'terms-overdue',
  'terms-ending',
  'strengthening-overdue',
  'petitions-overdue',
  'badges-due',
  'outside-cells',
  'records-incomplete',
] as const;
export type Concern = (typeof concerns)[number];

export const attention = z.object({
  concern: z.enum(concerns),
  /** late: a deadline has passed; soon: one comes; odd: the records do not fit together. */
  sort: z.enum(['late', 'soon', 'odd']),
  count: z.number(),
  measure: z.string(),
  figure: z.string(),
  args: z.record(z.string(), z.string()),
  from: dayField.nullable(),
  to: dayField,
  /** The instrument that sets the deadline: number and date. */
  instrument: z.string().nullable(),
  /** The first of those behind it. */
  first: z.array(listEntry),
  /** The kind of act that settles it. */
  act: z.string().nullable(),
  /** What each is about, counted apart: the gaps of records. */
  parts: z.array(counted).optional(),
});
export type Attention = z.infer<typeof attention>;

const lateTarget = z.object({
  unit: unitLabel,
  figure: z.string(),
  args: z.record(z.string(), z.string()),
  from: dayField,
  to: dayField,
  /** The last day that was counted. */
  until: dayField,
  value: z.number().nullable(),
  target: z.number(),
  measure: z.string(),
  atLeast: z.boolean(),
  /** What would have been reached by the day, going evenly. */
  expected: z.number(),
});
export type LateTarget = z.infer<typeof lateTarget>;

/** A number that a unit declared, and another that it should agree with. */
const disagreement = z.object({
  /** parts: the parts declared beside it do not add up to it; names: of the same figure there are names as well. */
  sort: z.enum(['parts', 'names']),
  unit: unitLabel,
  figure: z.string(),
  args: z.record(z.string(), z.string()),
  from: dayField,
  to: dayField,
  declared: z.number(),
  other: z.number(),
});
export type Disagreement = z.infer<typeof disagreement>;

export const readAttention = contract({
  method: 'GET',
  path: '/api/home/attention',
  summary: {
    vi: 'Việc chậm, việc sắp đến hạn và số liệu chưa khớp của một đơn vị vào một ngày',
    en: 'What is late, what comes due and what does not fit together in a unit on a day',
  },
  permission: 'figures.read',
  input,
  output: z.object({
    on: dayField,
    attention: z.array(attention),
    targets: z.array(lateTarget),
    disagreements: z.array(disagreement),
  }),
});
export type AttentionShown = z.output<typeof readAttention.output>;

export const readFirstHour = contract({
  method: 'GET',
  path: '/api/first-hour',
  summary: {
    vi: 'Sổ đã có gì trên đường từ danh sách đến biểu đầu tiên: tổ chức, đảng viên, lần nhập chưa xong, hồ sơ thiếu, phần ký',
    en: 'How far a register has come from a list to its first form: units, members, unfinished imports, gaps, signature',
  },
  permission: 'register.read',
  input: z.strictObject({ tenant: z.string().optional().meta({ description: 'missing: the only or first register' }) }),
  output: z.object({
    units: z.number().meta({ description: 'units of today' }),
    members: z.number(),
    unfinished: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          problems: z.number().nullable().meta({ description: 'rows with problems; null: not checked yet' }),
        }),
      )
      .meta({ description: 'imports that wait to be recorded' }),
    leftOut: z.number().meta({ description: 'rows that the imports of the last day left out' }),
    incomplete: z.number().meta({ description: 'members whose record lacks something that the forms ask' }),
    signed: z.boolean().meta({ description: 'how papers are signed is kept for a unit' }),
  }),
});
export type FirstHourState = z.output<typeof readFirstHour.output>;
