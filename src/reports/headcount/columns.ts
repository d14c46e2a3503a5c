import type { ReportColumn } from '../report.ts';

/** The row of the asked unit itself. */
export const WHOLE = 'all';

/** The columns that are figures of the last day. */
export const statusFigures: Readonly<Record<string, { figure: string; args: Record<string, string> }>> = {
  official: { figure: 'members-by', args: { status: 'official' } },
  probationary: { figure: 'members-by', args: { status: 'probationary' } },
};

export const columns: readonly ReportColumn[] = [
  { key: 'A', label: 'Đầu kỳ' },
  { key: 'B', label: 'Tăng' },
  { key: 'C', label: 'Giảm' },
  { key: 'D', label: 'Cuối kỳ' },
  { key: 'official', label: 'Chính thức' },
  { key: 'probationary', label: 'Dự bị' },
  { key: 'list', label: 'Theo danh sách của đơn vị' },
];
