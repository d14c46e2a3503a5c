import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { CountMany } from '#/kernel/figures/many.ts';
import { rational, round } from '#/kernel/figures/rounding.ts';
import { rows as form1Rows } from '../form-1/rows.ts';
import { type Tally, tallies } from '../form-1/tally.ts';
import { formText } from '../forms/text.ts';
import { nameOnDay } from '../once.ts';
import type {
  Report,
  ReportAnswer,
  ReportCell,
  ReportColumn,
  ReportFigure,
  ReportRequest,
  ReportRow,
} from '../report.ts';
import { columns, statusFigures, WHOLE } from './columns.ts';
import { type Moved, movedNotes } from './moved-notes.ts';
import { openCell } from './open.ts';
import { type Subordinate, subordinates } from './subordinates.ts';

/** Its rows are units, no criteria. */
const rowHeading = 'Đơn vị';

/**
 * Biên bản đối chiếu danh sách đảng viên: every three months the number of members is compared with the organisations
 * above and below (register 7-HSĐV; 12-HD/BTCTW, 18/1/2022). What the register says of each direct subordinate, room for
 * what its own list says, and who came and went.
 */
export const headcountMinutes: Report = {
  name: 'headcount-minutes',
  title: { vi: 'Biên bản đối chiếu danh sách đảng viên', en: 'Minutes of comparing the lists of members' },
  definition: {
    vi: 'Đầu kỳ, tăng, giảm, cuối kỳ là các mục A, B, C, D của Biểu 1 tính riêng cho từng đơn vị trực thuộc trực tiếp có đến ngày cuối kỳ. Chuyển giữa các đơn vị ấy là tăng, giảm của từng đơn vị và không tính ở dòng toàn đảng bộ. Cột “Theo danh sách của đơn vị” để trống cho cấp dưới ghi.',
    en: 'Opening, increase, decrease and closing are A, B, C and D of Form 1, for each direct subordinate of the last day. Moves between them are increases and decreases of each and none of the whole. The column of the unit’s own list is left open for the lower level.',
  },
  rounding: 'half-up',
  columns: [...columns],
  rowHeading,
  counts: () => [], // movements are not figures
  run,
  open: openCell,
  text: formText,
};

async function run(
  frame: Frame,
  catalogue: Catalogue,
  request: ReportRequest,
  count: CountMany,
): Promise<ReportAnswer> {
  const { from, to, rounding: method, decimals } = request;
  round(rational(0), decimals, method); // refuses what cannot be, also where there is nothing to round
  const counting = { catalogue, request, count };
  const whole = await counted(counting, frame, null);
  const parts: Counted[] = [];
  for (const unit of await subordinates(frame))
    parts.push(await counted(counting, { ...frame, unitId: unit.unitId }, unit));
  const rows = [
    ...parts.map(({ row }, at) => ({ ...row, mark: String(at + 1) })),
    ...ownRow(whole.row, parts),
    whole.row,
  ];
  return {
    report: headcountMinutes.name,
    title: headcountMinutes.title.vi,
    unit: await nameOnDay(frame, to),
    from,
    to,
    knownAt: frame.knownAt,
    rounding: { method, decimals },
    figures: rows.flatMap(figuresOf),
    rows,
    columns: [...columns],
    rowHeading,
    notes: await movedNotes(catalogue, { from, to }, parts.length === 0 ? [whole] : parts),
  };
}

function figuresOf({ row, label, cells = {} }: ReportRow): ReportFigure[] {
  return Object.entries(cells).flatMap(([key, { value, previous, isBlank }]) =>
    isBlank ? [] : [{ figure: headcountMinutes.name, args: { row: `${row}/${key}` }, label, value, previous }],
  );
}

type Counted = Moved & { row: ReportRow };

interface Counting {
  catalogue: Catalogue;
  request: ReportRequest;
  count: CountMany;
}

/** What the register says of a unit; null: of the whole. */
async function counted(
  { catalogue, request: { from, to }, count }: Counting,
  frame: Frame,
  unit: Subordinate | null,
): Promise<Counted> {
  const [tally] = (await tallies(frame, catalogue, [{ from, to }])) as [Tally];
  const points = Object.values(statusFigures).map(({ figure, args }) => ({
    ...(catalogue.ask(figure, args) as { figure: CountFigure; args: Record<string, string> }),
    from: to,
    to,
  }));
  const byStatus = await count(frame, points);
  const numbers = Object.fromEntries([
    ...form1Rows.filter(({ level }) => level === 0).map((row): [string, number] => [row.row, tally.of(row)]),
    ...Object.keys(statusFigures).map((key, at): [string, number] => {
      const { named = 0, declared = 0 } = byStatus[at] ?? {};
      return [key, named + declared];
    }),
  ]);
  const name = unit === null ? 'Toàn đảng bộ' : unit.name;
  const label = unit === null ? name : `${name} (${unit.code})`;
  return { frame, name, tally, row: rowOf(unit?.code ?? WHOLE, label, numbers) };
}

/** Who stands at the asked unit itself: between letter and receipt, or of the eve in a unit that has ended since. */
function ownRow(whole: ReportRow, parts: readonly Counted[]): ReportRow[] {
  if (parts.length === 0) return [];
  const rest = (key: string) =>
    (whole.cells?.[key]?.value ?? 0) - parts.reduce((sum, { row }) => sum + (row.cells?.[key]?.value ?? 0), 0);
  const numbers = Object.fromEntries(['A', 'D', ...Object.keys(statusFigures)].map((key) => [key, rest(key)]));
  if (Object.values(numbers).every((number) => number === 0)) return [];
  return [rowOf('own', 'Không ở đơn vị nào ở trên (đang chuyển, đơn vị đã kết thúc)', numbers)];
}

function rowOf(name: string, label: string, numbers: Record<string, number>): ReportRow {
  const cells = Object.fromEntries(
    columns.flatMap(({ key }: ReportColumn): [string, ReportCell][] => {
      const value = numbers[key];
      if (value !== undefined) return [[key, cell(value)]];
      return key === 'list' ? [[key, { ...cell(null), isBlank: true }]] : [];
    }),
  );
  return { ...cell(numbers.D ?? null), row: name, mark: '', label, level: name === WHOLE ? 0 : 1, print: 'row', cells };
}

function cell(value: number | null): ReportCell {
  return { value, previous: null, percent: null };
}
