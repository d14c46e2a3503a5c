import { shown } from '../numbers.ts';
import type { ReportAnswer, ReportCell, ReportRow } from '../report.ts';
import { textTable } from '../text-table.ts';
import { framed } from './frame-text.ts';

const heads = ['Kỳ này', 'Cùng kỳ năm trước', '(%) so với cùng kỳ'];

/** A form laid out for a terminal: the printed rows, and under them the notes, and why a row is not filled. */
export function formText(answer: ReportAnswer): string {
  const { rows, columns, rowHeading = 'Tiêu chí', rounding } = answer;
  const numbersOf = (row: ReportRow): string[] => {
    if (row.isHeading) return [];
    if (columns !== undefined) return columns.map(({ key }) => cellText(row.cells?.[key]));
    return [cellText(row), shown(row.previous, row.decimals), shown(row.percent, rounding.decimals)];
  };
  const printed = rows.filter(({ print }) => print === 'row');
  const table = textTable(
    [rowHeading, ...(columns?.map(({ label }) => label) ?? heads)],
    printed.map((row) => [labelled(row), ...numbersOf(row)]),
  );
  return framed(answer, table, [...rows.filter(isTelling).map((row) => noteText(row, columns)), ...reasons(printed)]);
}

function labelled({ level, mark, label }: ReportRow): string {
  return `${'  '.repeat(level)}${mark === '' ? '' : `${mark.replace(/^([\w.]+)$/, '$1.')} `}${label}`;
}

/** × where the form has no cell; … where there is no number, and a remark says why. */
function cellText(cell: ReportCell | undefined): string {
  if (cell === undefined) return '×';
  if (cell.isBlank) return '';
  return cell.value === null ? '…' : shown(cell.value, cell.decimals);
}

const cellsOf = (row: ReportRow): ReportCell[] => (row.cells === undefined ? [row] : Object.values(row.cells));

const isTelling = (row: ReportRow) =>
  row.print === 'note' && cellsOf(row).some(({ value, previous }) => (value ?? 0) !== 0 || (previous ?? 0) !== 0);

function noteText(row: ReportRow, columns: ReportAnswer['columns']): string {
  if (columns === undefined)
    return `${row.label}: ${cellText(row)}${row.previous === null ? '' : `; cùng kỳ năm trước: ${shown(row.previous)}`}.`;
  const told = columns.flatMap(({ key, label }) => {
    const cell = row.cells?.[key];
    return cell === undefined ? [] : [`${label} ${cellText(cell)}`];
  });
  return `${row.label}: ${told.join(', ')}.`;
}

/** Each reason once, with the rows that it is told of. */
function reasons(rows: readonly ReportRow[]): string[] {
  const by = new Map<string, string[]>();
  for (const row of rows)
    for (const { reason } of cellsOf(row)) {
      if (reason === undefined) continue;
      const told = by.get(reason.vi) ?? [];
      if (!told.includes(row.label)) told.push(row.label);
      by.set(reason.vi, told);
    }
  return [...by].map(([reason, labels]) =>
    labels.length > 3 ? `… ${reason}` : `… ${labels.map((label) => `"${label}"`).join(', ')}: ${reason}`,
  );
}
