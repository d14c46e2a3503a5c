import { sql } from 'kysely';
import { z } from 'zod';
import { type Figure, figure, type TargetFigure, type TargetRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';

// `of` names the figure; whatever else is given are the args that the target was assigned with.
const args = z.object({ of: z.string().min(1) }).catchall(z.string());

const own = ({ of: _of, ...rest }: Record<string, string>) => rest;

// A target holds for its period, but nobody could have known it before it was assigned: an adjustment of July does not
// change what was in force in March. One assigned outside its period (a plan signed the year before, a late entry)
// holds for the whole of it; one cancelled outside its period never held.
const since = sql`case when t.assigned_on <@ t.valid then t.assigned_on else lower(t.valid) end`;
const until = sql`case when t.cancelled_on is null then upper(t.valid) when t.cancelled_on <@ t.valid then t.cancelled_on else ${since} end`;

const rows = (facts: FactSource, asked: Record<string, string>) => sql<TargetRow>`(
    select t.act_id::text as id, t.unit_id as subject_id, t.unit_id, daterange(${since}, ${until}) as valid, t.act_id,
           t.value::float8 as value, t.measure, t.at_least, t.assigned_on, t.valid as period, t.cancelled_on
    from ${facts.table('target', 't')}
    where t.figure = ${asked.of} and t.args = ${JSON.stringify(own(asked))}::jsonb
  )`;

const shared = {
  type: 'target',
  time: 'stock',
  measure: 'occurrences',
  args,
  rows,
} as const satisfies Partial<TargetFigure>;

const which = {
  vi: 'Chỉ tiêu của đúng kỳ được hỏi được lấy trước; không có thì lấy chỉ tiêu của kỳ ngắn nhất chứa ngày cuối kỳ. Giao nhiều lần cho một kỳ thì lấy lần sau cùng.',
  en: 'A target of exactly the asked period is taken before others, else that of the shortest period containing the last day; of several for one period the latest assigned.',
};

export const target = figure({
  ...shared,
  name: 'target',
  over: 'own',
  title: { vi: 'Chỉ tiêu được giao', en: 'Target' },
  definition: {
    vi: `Chỉ tiêu đang có hiệu lực vào ngày cuối kỳ, giao cho chính tổ chức đảng đó; "of" là tên số liệu. ${which.vi}`,
    en: `The target in force on the last day, given to the unit itself; "of" names the figure. ${which.en}`,
  },
});

const targetsBelow = figure({
  ...shared,
  name: 'targets-below',
  over: 'subordinates',
  title: { vi: 'Tổng chỉ tiêu đã giao cho cấp dưới trực tiếp', en: 'Sum of the targets of direct subordinates' },
  definition: {
    vi: `Tổng các chỉ tiêu số lượng đang có hiệu lực vào ngày cuối kỳ, giao cho các tổ chức đảng trực thuộc trực tiếp; "of" là tên số liệu. Phần vượt chỉ tiêu của chính cấp trên là dự phòng. ${which.vi}`,
    en: `The sum of the counts in force on the last day that were given to the units directly below; "of" names the figure. What exceeds the unit's own target is its reserve. ${which.en}`,
  },
});

const targetsBelowShare = figure({
  type: 'ratio',
  time: 'stock',
  name: 'targets-below-share',
  title: { vi: 'Tỷ lệ giao chỉ tiêu cho cấp dưới', en: 'Share of a target that was passed on' },
  definition: {
    vi: 'Tổng chỉ tiêu đã giao cho cấp dưới trực tiếp chia cho chỉ tiêu của chính tổ chức đảng đó, nhân 100: trên 100 là có dự phòng.',
    en: 'What was given to direct subordinates, divided by the unit’s own target, times 100: more than 100 leaves a reserve.',
  },
  measure: 'percent',
  args,
  numerator: { figure: targetsBelow.name },
  denominator: { figure: target.name },
  decimals: 1,
});

const targetAttainment = figure({
  type: 'ratio',
  time: 'flow',
  name: 'target-attainment',
  title: { vi: 'Tỷ lệ thực hiện chỉ tiêu', en: 'Attainment of a target' },
  definition: {
    vi: 'Kết quả của số liệu "of" trong kỳ chia cho chỉ tiêu đang có hiệu lực vào ngày cuối kỳ, nhân 100. Chỉ tiêu là tỷ lệ % thì kết quả cũng phải là tỷ lệ %; khác loại thì không tính.',
    en: 'What the figure "of" reached in the period, divided by the target in force on its last day, times 100. A percentage is compared with a percentage only; otherwise there is no attainment.',
  },
  measure: 'percent',
  args,
  numerator: { figure: { arg: 'of' } },
  denominator: { figure: target.name },
  decimals: 1,
});

const admissionsPerYear = figure({
  type: 'ratio',
  time: 'flow',
  name: 'admissions-per-year',
  title: { vi: 'Số kết nạp bình quân một năm', en: 'Admissions per year' },
  definition: {
    vi: 'Số đảng viên kết nạp trong kỳ chia cho độ dài của kỳ tính bằng năm (tháng tròn là 1/12 năm, ngày lẻ là phần của tháng).',
    en: 'Admissions of the period divided by its length in years (a whole month is a twelfth, days left over a part of their month).',
  },
  measure: 'persons',
  numerator: { figure: 'admissions' },
  denominator: 'years',
  decimals: 1,
});

export const targetFigures: readonly Figure[] = [
  target,
  targetAttainment,
  targetsBelow,
  targetsBelowShare,
  admissionsPerYear,
];
