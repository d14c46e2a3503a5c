import { shown, shownDay } from '../numbers.ts';
import type { ReportAnswer, ReportRow } from '../report.ts';
import { textTable, width } from '../text-table.ts';

const heads = ['Tiêu chí', 'Kỳ này', 'Cùng kỳ năm trước', '(%) so với cùng kỳ'];

/** Form 1 laid out for a terminal: the printed rows, and under them what the form knows only as notes. */
export function form1Text(answer: ReportAnswer): string {
  const { unit, from, to, rows, notes, rounding } = answer;
  const cells = (row: ReportRow) => [
    `${'  '.repeat(row.level)}${row.mark === '' ? '' : `${row.mark.replace(/^(\w)$/, '$1.')} `}${row.label}`,
    shown(row.value),
    shown(row.previous),
    shown(row.percent, rounding.decimals),
  ];
  const table = textTable(heads, rows.filter((row) => row.print === 'row').map(cells));
  const lineWidth = width(table.split('\n')[1] as string);
  const remarks = rows
    .filter((row) => row.print === 'note' && (row.value !== 0 || (row.previous ?? 0) !== 0))
    .map(
      (row) =>
        `${row.label} (trong mục ${row.row.charAt(0)}): ${shown(row.value)}${row.previous === null ? '' : `; cùng kỳ năm trước: ${shown(row.previous)}`}.`,
    );
  return [
    spread(`${unit.name} (${unit.code})`, 'Biểu số 1-BTCTW', lineWidth),
    'BAN TỔ CHỨC',
    '',
    middle(answer.title.toLocaleUpperCase('vi'), lineWidth),
    middle(`Từ ngày ${shownDay(from)} đến ngày ${shownDay(to)}`, lineWidth),
    '',
    table,
    ...[...remarks, ...notes, roundingNote(answer)].map((note) => `- ${note}`),
    '',
    spread('NGƯỜI LẬP BIỂU', 'TRƯỞNG BAN', lineWidth),
    '',
  ].join('\n');
}

const methods = {
  'half-up': 'làm tròn nửa lên',
  truncated: 'cắt bỏ phần lẻ',
  'half-up-residual-largest': 'làm tròn nửa lên, phần chênh dồn vào tỷ lệ lớn nhất',
  'largest-remainder': 'theo phần dư lớn nhất',
} as const;

function roundingNote({ rounding: { method, decimals }, knownAt }: ReportAnswer): string {
  return `Tỷ lệ %: ${decimals} chữ số thập phân, ${methods[method]}. Số liệu theo sổ đến ${knownAt}.`;
}

function spread(left: string, right: string, total: number): string {
  return left + ' '.repeat(Math.max(2, total - width(left) - width(right))) + right;
}

function middle(text: string, total: number): string {
  return ' '.repeat(Math.max(0, Math.floor((total - width(text)) / 2))) + text;
}
