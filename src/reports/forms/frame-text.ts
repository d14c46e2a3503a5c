import { shownDay } from '../numbers.ts';
import type { ReportAnswer } from '../report.ts';
import { width } from '../text-table.ts';

const methods = {
  'half-up': 'làm tròn nửa lên',
  truncated: 'cắt bỏ phần lẻ',
  'half-up-residual-largest': 'làm tròn nửa lên, phần chênh dồn vào tỷ lệ lớn nhất',
  'largest-remainder': 'theo phần dư lớn nhất',
} as const;

/** What stands around the table of a form: who reports, which form, on what period; remarks, and who signs. */
export function framed(answer: ReportAnswer, table: string, remarks: readonly string[]): string {
  const { unit, from, to, notes, formNumber = '' } = answer;
  const lineWidth = width(table.split('\n')[1] as string);
  return [
    spread(`${unit.name} (${unit.code})`, formNumber, lineWidth),
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

function roundingNote({ rounding: { method, decimals }, knownAt }: ReportAnswer): string {
  return `Tỷ lệ %: ${decimals} chữ số thập phân, ${methods[method]}. Số liệu theo sổ đến ${knownAt}.`;
}

function spread(left: string, right: string, total: number): string {
  return left + ' '.repeat(Math.max(2, total - width(left) - width(right))) + right;
}

function middle(text: string, total: number): string {
  return ' '.repeat(Math.max(0, Math.floor((total - width(text)) / 2))) + text;
}
