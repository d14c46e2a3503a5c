import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { rational, round } from '#/kernel/figures/rounding.ts';
import { addDays } from '#/platform/day.ts';
import { shownDay } from '../numbers.ts';
import { nameOnDay } from '../once.ts';
import { samePeriodLastYear } from '../period.ts';
import type { Report, ReportAnswer, ReportRequest, ReportRow } from '../report.ts';
import { isBelowSuperior } from './level.ts';
import { openRow } from './open.ts';
import { figureOf, rows as formRows, labelOn, sumOf } from './rows.ts';
import { isKnown, type Tally, tallies } from './tally.ts';
import { form1Text } from './text.ts';

export const form1: Report = {
  name: 'form-1',
  title: { vi: 'Thống kê tăng, giảm đảng viên', en: 'Increase and decrease of members' },
  definition: {
    vi: 'A: đảng viên trong danh sách ngày liền trước kỳ (chưa có báo cáo kỳ trước được chốt trong sổ); kỳ có ngày mở sổ thì A là số đảng viên đưa vào sổ ngày đó. Kết nạp tính theo ngày làm lễ; chuyển đến theo ngày tiếp nhận, chuyển đi theo ngày giấy giới thiệu; các mục khác theo ngày có hiệu lực. Chỉ tính người vào hoặc ra khỏi đơn vị báo cáo theo cây tổ chức của chính ngày đó; thay đổi do cây tổ chức là mục B4, C6. D = A + B − C.',
    en: 'A: members on the eve of the period (no closed report yet); where the period holds the day on which the register opened, those registered on that day. Admissions by the ceremony, arrivals by receipt, departures by letter, the rest by the day of effect. Only who came under or left the reporting unit by the tree of that very day; what the tree itself did is B4 and C6. D = A + B − C.',
  },
  rounding: 'half-up',
  formNumber: 'Biểu số 1-BTCTW',
  counts: () => [], // movements are not figures
  run,
  open: openRow,
  text: form1Text,
};

async function run(frame: Frame, catalogue: Catalogue, request: ReportRequest): Promise<ReportAnswer> {
  const { from, to, rounding: method, decimals } = request;
  round(rational(0), decimals, method); // refuses what cannot be, also where there is nothing to round
  const [current, last] = await tallies(frame, catalogue, [{ from, to }, samePeriodLastYear({ from, to })]);
  const previous = isKnown(last as Tally) ? (last as Tally) : null;
  const hasSuperior = await isBelowSuperior(frame);
  const rows = formRows.map((row): ReportRow => {
    const value = (current as Tally).of(row);
    const before = previous?.of(row) ?? null;
    const isPrinted = row.print !== 'below-superior' || hasSuperior || value !== 0 || (before ?? 0) !== 0;
    return {
      row: row.row,
      mark: row.mark,
      label: labelOn(row, to),
      level: row.level,
      value,
      previous: before,
      percent: before ? round(rational(value * 100, before), decimals, method) : null,
      print: isPrinted ? (row.print === 'note' ? 'note' : 'row') : 'hidden',
      ...(figureOf[row.row] === undefined ? {} : { figure: figureOf[row.row], args: {} }),
      ...(sumOf[row.row] === undefined ? {} : { sumOf: [...(sumOf[row.row] ?? [])] }),
    };
  });
  return {
    report: form1.name,
    title: form1.title.vi,
    unit: await nameOnDay(frame, to),
    from,
    to,
    knownAt: frame.knownAt,
    rounding: { method, decimals },
    figures: rows.map(({ row, label, value, previous }) => ({
      figure: form1.name,
      args: { row },
      label,
      value,
      previous,
    })),
    rows,
    formNumber: form1.formNumber,
    notes: notesOf(request, current as Tally),
  };
}

function notesOf({ from }: ReportRequest, { openedOn }: Tally): string[] {
  if (openedOn === null)
    return [
      `A là số đảng viên trong danh sách ngày ${shownDay(addDays(from, -1))}: chưa có báo cáo kỳ trước được chốt trong sổ.`,
    ];
  return [`Sổ mở ngày ${shownDay(openedOn)}: A là số đảng viên đưa vào sổ ngày đó.`];
}
