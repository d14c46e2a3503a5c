import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, type FlowRow, figure } from '#/kernel/figures/figure.ts';
import { noRows } from '#/kernel/figures/no-rows.ts';
import { cellFigures } from './cells.ts';
import { bodies, sorts, visitorLevels } from './contract.ts';
import { cellsThatMet, headsOf, MONTHLY, meetingRows, monthsWithout } from './rows.ts';

const common = {
  type: 'count',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
} as const satisfies Partial<CountFigure>;

const partition = [{ arg: 'sort' }, { arg: 'body' }] as const;

const which = z.strictObject({ sort: z.enum(sorts).optional(), body: z.enum(bodies).optional() });

const meetingsHeld = figure({
  ...common,
  name: 'meetings-held',
  of: 'unit',
  title: { vi: 'Số kỳ sinh hoạt, cuộc họp', en: 'Meetings held' },
  definition: {
    vi: 'Số kỳ sinh hoạt chi bộ, cuộc họp cấp ủy đã ghi (theo loại nếu nêu sort; của chi bộ, cấp ủy hay ban thường vụ nếu nêu body); tính theo ngày họp, ở tổ chức đảng họp.',
    en: 'Meetings of cells, committees and standing committees (of a sort, of a body, if asked); by their day, at the unit that met.',
  },
  args: which,
  partition,
  rows: meetingRows,
});

const heads = (name: string, what: 'present' | 'convened', vi: string, en: string) =>
  figure({
    ...common,
    name,
    of: 'act',
    title: { vi: `Số lượt đảng viên ${vi}`, en: `Attendances: ${en}` },
    definition: {
      vi: `Tổng số lượt người ${vi} các kỳ sinh hoạt, cuộc họp (theo sort, body nếu nêu); tính theo ngày họp. Sổ chỉ giữ con số của mỗi kỳ, không giữ danh sách.`,
      en: `Heads ${en} over all meetings (of a sort, of a body, if asked), by their day. Only each meeting's number is held, no names.`,
    },
    args: which,
    partition,
    rows: () => noRows,
    amounts: (facts, args) => headsOf(facts, args, what),
  });

const attendances = heads('meeting-attendances', 'present', 'dự', 'present');
const convocations = heads('meeting-convocations', 'convened', 'phải dự', 'convened');

const attendanceShare = figure({
  type: 'ratio',
  time: 'flow',
  name: 'meeting-attendance-share',
  title: { vi: 'Tỷ lệ đảng viên dự sinh hoạt', en: 'Share of those convened who were present' },
  definition: {
    vi: 'Tổng số lượt dự chia cho tổng số lượt phải dự của các kỳ sinh hoạt, cuộc họp trong kỳ (theo sort, body nếu nêu).',
    en: 'All present divided by all convened over the meetings of the period (of a sort, of a body, if asked).',
  },
  instrument: MONTHLY,
  measure: 'percent',
  args: which,
  numerator: { figure: attendances.name },
  denominator: { figure: convocations.name },
  decimals: 1,
});

const ofCells = { ...common, of: 'unit', counts: 'distinct', measure: 'units', instrument: MONTHLY } as const;

const cellsWithRegularMeeting = figure({
  ...ofCells,
  name: 'cells-with-regular-meeting',
  title: { vi: 'Số chi bộ có sinh hoạt thường kỳ', en: 'Cells with a regular meeting' },
  definition: {
    vi: 'Số chi bộ (chi bộ cơ sở, chi bộ trực thuộc) đã sinh hoạt thường kỳ ít nhất một lần trong kỳ, mỗi chi bộ một lần. Danh sách không tính nêu chi bộ không sinh hoạt và những tháng nào.',
    en: 'Cells that met regularly at least once in the period, each once. Those not counted are listed with the months in which they did not.',
  },
  rows: cellsThatMet,
  considered: monthsWithout,
});

const cellsWithoutRegularMeeting = figure({
  ...ofCells,
  name: 'cells-without-regular-meeting',
  title: { vi: 'Số chi bộ có tháng không sinh hoạt thường kỳ', en: 'Cells with a month without a regular meeting' },
  definition: {
    vi: 'Số chi bộ có ít nhất một tháng trọn trong kỳ không sinh hoạt thường kỳ, mỗi chi bộ một lần; tháng tính vào ngày cuối tháng, chỉ khi chi bộ có suốt tháng đó.',
    en: 'Cells with at least one whole month of the period without a regular meeting, each once; a month counts on its last day, and only if the cell existed all through it.',
  },
  rows: monthsWithout,
});

const meetingVisits = figure({
  ...common,
  name: 'meeting-visits',
  of: 'unit',
  title: { vi: 'Số lượt cấp trên dự sinh hoạt', en: 'Visits of higher levels to meetings' },
  definition: {
    vi: 'Số lượt cán bộ, cấp ủy viên cấp trên dự sinh hoạt chi bộ, họp cấp ủy (theo cấp nếu nêu level); tính theo ngày họp, ở nơi được dự.',
    en: 'Officers of higher levels at meetings (of a level, if asked): each counts; by the day of the meeting, at the unit that met.',
  },
  args: z.strictObject({ level: z.enum(visitorLevels).optional() }),
  partition: [{ arg: 'level' }],
  rows: (facts, { level = null }: { level?: string | null }) => sql<FlowRow>`(
    select m.act_id || ':' || v.nth as id, m.unit_id as subject_id, m.unit_id, m.on_day as day, m.act_id
    from ${facts.table('meeting', 'm')}, unnest(m.visitor_levels) with ordinality v (level, nth)
    where ${level}::text is null or v.level = ${level}
  )`,
});

export const meetingFigures: readonly Figure[] = [
  meetingsHeld,
  attendances,
  convocations,
  attendanceShare,
  cellsWithRegularMeeting,
  cellsWithoutRegularMeeting,
  meetingVisits,
  ...cellFigures,
];
