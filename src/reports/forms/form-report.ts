import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { CountMany } from '#/kernel/figures/many.ts';
import { compareRational, divide, plus, type Rational, rational, round, times } from '#/kernel/figures/rounding.ts';
import { shown, shownDay } from '../numbers.ts';
import { nameOnDay } from '../once.ts';
import type { Report, ReportAnswer, ReportCell, ReportFigure, ReportRequest, ReportRow } from '../report.ts';
import { countsOf, type Filled, type FilledForm, fill } from './fill.ts';
import { type Content, type Form, type FormRow, ONLY, wordingOn } from './form.ts';
import { openCell } from './open.ts';
import { formText } from './text.ts';

const LAST_DAY = '9999-12-31';

/** A declared form as a report: filled, laid out, opened. */
export function formReport(form: Form): Report {
  const columns = form.columns?.map(({ key, label }) => ({ key, label: wordingOn(label, LAST_DAY) }));
  return {
    name: form.name,
    title: form.title,
    definition: form.definition,
    rounding: 'half-up',
    formNumber: form.number,
    ...(columns === undefined ? {} : { columns }),
    counts: (catalogue, request) => countsOf(catalogue, form, request),
    run: (...asked) => run(form, ...asked),
    open: (tx, catalogue, request, row) => openCell(form, tx, catalogue, request, row),
    text: formText,
  };
}

async function run(
  form: Form,
  frame: Frame,
  catalogue: Catalogue,
  request: ReportRequest,
  count: CountMany,
): Promise<ReportAnswer> {
  const { from, to, rounding: method, decimals } = request;
  round(rational(0), decimals, method); // refuses what cannot be, also where there is nothing to round
  const filled = await fill(frame, catalogue, form, { from, to }, count);
  const columns = form.columns?.map(({ key, label }) => ({ key, label: wordingOn(label, to) }));
  const rows = form.rows.map((row) => rowOf(form, row, filled, request));
  return {
    report: form.name,
    title: form.title.vi,
    unit: await nameOnDay(frame, to),
    from,
    to,
    knownAt: frame.knownAt,
    rounding: { method, decimals },
    figures: rows.flatMap(figuresOf),
    rows,
    formNumber: form.number,
    ...(columns === undefined ? {} : { columns }),
    notes: [...openingNote(filled), ...unevenSums(form, filled, request)],
  };
}

function rowOf(form: Form, row: FormRow, filled: FilledForm, request: ReportRequest): ReportRow {
  const keys = form.columns?.map(({ key }) => key) ?? [ONLY];
  const cells = keys.flatMap((key): [string, ReportCell][] => {
    const content = row.cells[key];
    return content === undefined ? [] : [[key, cellOf(content, filled.of(row, key), request)]];
  });
  const first = cells[0]?.[1] ?? { value: null, previous: null, percent: null };
  return {
    row: row.row,
    mark: row.mark,
    label: wordingOn(row.label, request.to),
    level: row.level,
    print: isOnForm(row, request) || cells.some(([, cell]) => isSomething(cell)) ? row.print : 'hidden',
    ...first,
    ...(cells.length === 0 ? { isHeading: true } : {}),
    ...(form.columns === null ? {} : { cells: Object.fromEntries(cells) }),
  };
}

/** What ended before the period's last day, or came after it, is left out unless there is something to tell. */
function isOnForm({ since, until }: FormRow, { to }: ReportRequest): boolean {
  return (since === undefined || since <= to) && (until === undefined || to < until);
}

const isSomething = ({ value, previous }: ReportCell) => (value ?? 0) !== 0 || (previous ?? 0) !== 0;

function cellOf(content: Content, { now, before, reason }: Filled, request: ReportRequest): ReportCell {
  const own = 'figure' in content ? request.ofFigures?.[content.figure] : undefined;
  const { method = request.rounding, decimals = request.decimals } = own ?? {};
  const isWhole = (one: Rational | null) => one === null || one.denominator === 1n;
  const isCount = isWhole(now) && isWhole(before) && !('figure' in content && content.figure.endsWith('average-age'));
  const print = (one: Rational | null) => (one === null ? null : round(one, isCount ? 0 : decimals, method));
  const isCompared = now !== null && before !== null && before.numerator !== 0n;
  return {
    value: print(now),
    previous: print(before),
    percent: isCompared ? round(times(divide(now, before), 100n), request.decimals, request.rounding) : null,
    ...(reason === undefined ? {} : { reason }),
    ...('figure' in content ? { figure: content.figure, args: { ...content.args } } : {}),
    ...('sumOf' in content ? { sumOf: [...content.sumOf] } : {}),
    ...(isCount ? {} : { decimals }),
  };
}

/** The numbers that are a figure's, as every report tells them. */
function figuresOf({ row, label, cells, ...only }: ReportRow): ReportFigure[] {
  const each: [string, ReportCell][] =
    cells === undefined ? [[row, only]] : Object.entries(cells).map(([key, cell]) => [`${row}/${key}`, cell]);
  return each.flatMap(([name, { figure, args, value, previous }]) =>
    figure === undefined ? [] : [{ figure, args, row: name, label, value, previous }],
  );
}

function openingNote({ openedOn }: FilledForm): string[] {
  return openedOn === null ? [] : [`Sổ mở ngày ${shownDay(openedOn)}: cùng kỳ năm trước chỉ ghi từ ngày đó.`];
}

/** Numbers without names are not split: where such were declared, the parts do not make up the whole, and it is said. */
function unevenSums(form: Form, filled: FilledForm, { to }: ReportRequest): string[] {
  const rows = new Map(form.rows.map((row) => [row.row, row]));
  return form.sums.flatMap(({ whole, parts }) => {
    const row = rows.get(whole) as FormRow;
    return Object.keys(row.cells).flatMap((key) => {
      const { now } = filled.of(row, key);
      const under = parts.map((part) => rows.get(part) as FormRow).filter((part) => part.cells[key] !== undefined);
      const sum = under.reduce((all, part) => plus(all, filled.of(part, key).now ?? rational(0)), rational(0));
      if (now === null || compareRational(sum, now) === 0) return [];
      const [all, told] = [now, sum].map((one) => shown(Number(one.numerator)));
      return `Dòng "${wordingOn(row.label, to)}": ${all}, các dòng thành phần cộng lại là ${told} (có số liệu đơn vị báo cáo không mở danh sách).`;
    });
  });
}
