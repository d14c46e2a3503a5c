import type { PaperCell, PaperColumn, PaperRow, PaperTable } from '#/platform/documents/paper.ts';
import { methodNames } from '../annual/rounding-rules.ts';
import { shown, shownDay, shownInstant } from '../numbers.ts';
import type { Report, ReportAnswer, ReportCell, ReportColumn, ReportRow } from '../report.ts';

const portraitWidth = 165;
export const landscapeWidth = 252;

// As the printed forms have them: 4 = 2 × 100 / 3.
const usualHeadings = ['Tiêu chí', 'Kỳ này', 'Cùng kỳ năm trước', '(%) kỳ này so với cùng kỳ năm trước'];
const usualWidths = [87, 22, 26, 30];

/** The columns of a form: its own, or the four of most forms. */
export function columnsOf({ columns, rowHeading = 'Tiêu chí' }: Pick<Report, 'columns' | 'rowHeading'>): PaperColumn[] {
  if (columns === undefined) return usualHeadings.map((heading, i) => ({ heading, width: usualWidths[i] as number }));
  const width = isWide(columns) ? landscapeWidth : portraitWidth;
  const each = Math.min(columns.length <= 3 ? 36 : 26, (width - 70) / columns.length);
  return [
    { heading: rowHeading, width: width - each * columns.length },
    ...columns.map(({ label }) => ({ heading: label, width: each })),
  ];
}

/** Whether a form asks for a page laid across. */
export function isWide(columns: readonly ReportColumn[] | undefined): boolean {
  return (columns?.length ?? 0) > 5;
}

/** The mark by which templates find the table of a form: form-6f is bieu_6f. */
export function tableKey(report: string): string {
  return report.replace('form-', 'bieu_');
}

/** The table of a form as it is printed; what cannot be filled points at a numbered note. */
export function formTable(answer: ReportAnswer): PaperTable {
  const reasons: string[] = [];
  const rows = answer.rows.filter(({ print }) => print === 'row').map((row) => rowOf(row, answer, reasons));
  return {
    key: tableKey(answer.report),
    title: answer.title,
    subtitle: `Từ ngày ${shownDay(answer.from)} đến ngày ${shownDay(answer.to)}`,
    number: answer.formNumber ?? null,
    columns: columnsOf(answer),
    rows,
    numberedNotes: reasons,
    notes: [...remarks(answer), ...answer.notes, ...dataNotes(answer)],
  };
}

function rowOf(row: ReportRow, answer: ReportAnswer, reasons: string[]): PaperRow {
  return { label: labelOf(row), level: row.level, cells: cellsOf(row, answer, reasons) };
}

/** "1. Kết nạp", "a) Tỉnh khác chuyển đến" */
function labelOf({ mark, label }: ReportRow): string {
  if (mark === '') return label;
  return `${/^\w+$/u.test(mark) ? `${mark}.` : mark} ${label}`;
}

function cellsOf(row: ReportRow, { columns, rounding }: ReportAnswer, reasons: string[]): PaperCell[] {
  const count = columns?.length ?? usualHeadings.length - 1;
  if (row.isHeading) return Array.from({ length: count }, () => '');
  if (columns !== undefined)
    return columns.map(({ key }) => {
      const cell = row.cells?.[key];
      return cell === undefined ? '×' : printedValue(cell, reasons);
    });
  return [
    printedValue(row, reasons),
    numberOr(row.previous, row.decimals ?? 0, '–'),
    numberOr(row.percent, rounding.decimals, '–'),
  ];
}

function printedValue({ value, reason, decimals = 0, isBlank }: ReportCell, reasons: string[]): PaperCell {
  if (isBlank) return '';
  if (value !== null || reason === undefined) return numberOr(value, decimals, '–');
  if (!reasons.includes(reason.vi)) reasons.push(reason.vi);
  return `– (${reasons.indexOf(reason.vi) + 1})`;
}

function numberOr(value: number | null, decimals: number, otherwise: string): PaperCell {
  return value === null ? otherwise : { text: shown(value, decimals), number: value, decimals };
}

/** Rows that the printed form does not have are told under it where there is something to tell. */
function remarks({ rows, columns }: ReportAnswer): string[] {
  return rows.filter(isTelling).map((row) => {
    // A row of Form 1 belongs to the sum that its letter names.
    const name = /^[A-Z]\d/.test(row.row) ? `${row.label} (trong mục ${row.row.charAt(0)})` : row.label;
    return `${name}: ${columns === undefined ? told(row) : byColumn(row, columns)}.`;
  });
}

const isTelling = (row: ReportRow) =>
  row.print === 'note' &&
  [row, ...Object.values(row.cells ?? {})].some(({ value, previous }) => (value ?? 0) !== 0 || (previous ?? 0) !== 0);

const told = ({ value, previous, decimals }: ReportCell) =>
  `${shown(value, decimals)}${previous === null ? '' : `; cùng kỳ năm trước: ${shown(previous, decimals)}`}`;

function byColumn(row: ReportRow, columns: readonly ReportColumn[]): string {
  const cells = columns.flatMap(({ key, label }) => {
    const cell = row.cells?.[key];
    return cell === undefined ? [] : [`${label} ${shown(cell.value, cell.decimals)}`];
  });
  return cells.join(', ');
}

function dataNotes({ rounding: { method, decimals }, knownAt, columns }: ReportAnswer): string[] {
  // A form with columns of its own has none of percentages.
  const cut = columns === undefined ? [`Tỷ lệ %: ${decimals} chữ số thập phân, ${methodNames[method]}.`] : [];
  return [...cut, `Số liệu theo sổ đến ${shownInstant(knownAt)}.`];
}
