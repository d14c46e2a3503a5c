import { framed } from '../forms/frame-text.ts';
import { shown } from '../numbers.ts';
import type { ReportAnswer, ReportRow } from '../report.ts';
import { textTable } from '../text-table.ts';

const heads = ['Tiêu chí', 'Kỳ này', 'Cùng kỳ năm trước', '(%) so với cùng kỳ'];

/** Form 1 laid out for a terminal: the printed rows, and under them what the form knows only as notes. */
export function form1Text(answer: ReportAnswer): string {
  const { rows, rounding } = answer;
  const cells = (row: ReportRow) => [
    `${'  '.repeat(row.level)}${row.mark === '' ? '' : `${row.mark.replace(/^(\w)$/, '$1.')} `}${row.label}`,
    shown(row.value),
    shown(row.previous),
    shown(row.percent, rounding.decimals),
  ];
  const table = textTable(heads, rows.filter((row) => row.print === 'row').map(cells));
  const remarks = rows
    .filter((row) => row.print === 'note' && (row.value !== 0 || (row.previous ?? 0) !== 0))
    .map(
      (row) =>
        `${row.label} (trong mục ${row.row.charAt(0)}): ${shown(row.value)}${row.previous === null ? '' : `; cùng kỳ năm trước: ${shown(row.previous)}`}.`,
    );
  return framed(answer, table, remarks);
}
