import type { Day } from '#/platform/day.ts';

/** What a movement of members is, at the level at which Form 1 tells movements apart. */
export type MovementLine =
  | 'opening'
  | 'B1'
  | 'B2a'
  | 'B2b'
  | 'B2c'
  | 'B3'
  | 'B4'
  | 'B5'
  | 'C1'
  | 'C2'
  | 'C3-official'
  | 'C3-probationary'
  | 'C4'
  | 'C5a'
  | 'C5b'
  | 'C5c'
  | 'C6';

/** A wording of a label, to the day before `to`. */
interface Wording {
  to: Day | null;
  text: string;
}

export interface FormRow {
  row: string;
  mark: string;
  level: number;
  /** In order of time; the wording in force on the last day of the period is printed. */
  label: readonly Wording[];
  /** The movements that the row counts; the rows A and D are members on a day. */
  lines: readonly MovementLine[];
  /** below-superior: printed only where the unit has a superior below the province. */
  print: 'row' | 'note' | 'below-superior';
}

const always = (text: string): Wording[] => [{ to: null, text }];

// The district level ended on 1/7/2025 (294-QĐ/TW, 26/5/2025).
const byDistrict = (before: string, after: string): Wording[] => [
  { to: '2025-07-01', text: before },
  { to: null, text: after },
];

const into: MovementLine[] = ['B2a', 'B2b', 'B2c'];
const out: MovementLine[] = ['C5a', 'C5b', 'C5c'];
const removed: MovementLine[] = ['C3-official', 'C3-probationary'];
export const increases: readonly MovementLine[] = ['B1', ...into, 'B3', 'B4', 'B5'];
export const decreases: readonly MovementLine[] = ['C1', 'C2', ...removed, 'C4', ...out, 'C6'];

/** Biểu số 1-BTCTW (11-HD/BTCTW, 13/12/2021). Labels are the official ones; B4, B5 and C6 are ours and print as notes. */
export const rows: readonly FormRow[] = [
  {
    row: 'A',
    mark: 'A',
    level: 0,
    label: always('Tổng số đảng viên cuối kỳ trước chuyển sang'),
    lines: ['opening'],
    print: 'row',
  },
  { row: 'B', mark: 'B', level: 0, label: always('Đảng viên tăng trong kỳ'), lines: increases, print: 'row' },
  { row: 'B1', mark: '1', level: 1, label: always('Kết nạp'), lines: ['B1'], print: 'row' },
  { row: 'B2', mark: '2', level: 1, label: always('Chuyển đến'), lines: into, print: 'row' },
  { row: 'B2a', mark: 'a)', level: 2, label: always('Tỉnh khác chuyển đến'), lines: ['B2a'], print: 'row' },
  {
    row: 'B2b',
    mark: 'b)',
    level: 2,
    label: byDistrict('Huyện khác trong tỉnh chuyển đến', 'Xã, phường, đặc khu khác trong tỉnh chuyển đến'),
    lines: ['B2b'],
    print: 'row',
  },
  {
    row: 'B2c',
    mark: 'c)',
    level: 2,
    label: always('Đơn vị khác trong cùng đảng bộ cấp trên chuyển đến'),
    lines: ['B2c'],
    print: 'below-superior',
  },
  { row: 'B3', mark: '3', level: 1, label: always('Phục hồi đảng tịch'), lines: ['B3'], print: 'row' },
  { row: 'B4', mark: '4', level: 1, label: always('Tăng do sắp xếp tổ chức'), lines: ['B4'], print: 'note' },
  { row: 'B5', mark: '5', level: 1, label: always('Bổ sung hồ sơ'), lines: ['B5'], print: 'note' },
  { row: 'C', mark: 'C', level: 0, label: always('Đảng viên giảm trong kỳ'), lines: decreases, print: 'row' },
  { row: 'C1', mark: '1', level: 1, label: always('Từ trần'), lines: ['C1'], print: 'row' },
  { row: 'C2', mark: '2', level: 1, label: always('Khai trừ'), lines: ['C2'], print: 'row' },
  { row: 'C3', mark: '3', level: 1, label: always('Xóa tên'), lines: removed, print: 'row' },
  {
    row: 'C3-probationary',
    mark: '',
    level: 2,
    label: always('Trong đó: đảng viên dự bị'),
    lines: ['C3-probationary'],
    print: 'row',
  },
  { row: 'C4', mark: '4', level: 1, label: always('Xin ra khỏi Đảng'), lines: ['C4'], print: 'row' },
  { row: 'C5', mark: '5', level: 1, label: always('Chuyển đi'), lines: out, print: 'row' },
  { row: 'C5a', mark: 'a)', level: 2, label: always('Chuyển đi tỉnh khác'), lines: ['C5a'], print: 'row' },
  {
    row: 'C5b',
    mark: 'b)',
    level: 2,
    label: byDistrict('Chuyển đi huyện khác trong tỉnh', 'Chuyển đi xã, phường, đặc khu khác trong tỉnh'),
    lines: ['C5b'],
    print: 'row',
  },
  {
    row: 'C5c',
    mark: 'c)',
    level: 2,
    label: always('Chuyển đi đơn vị khác trong cùng đảng bộ cấp trên'),
    lines: ['C5c'],
    print: 'below-superior',
  },
  { row: 'C6', mark: '6', level: 1, label: always('Giảm do sắp xếp tổ chức'), lines: ['C6'], print: 'note' },
  {
    row: 'D',
    mark: 'D',
    level: 0,
    label: always('Đảng viên trong danh sách cuối kỳ báo cáo'),
    lines: [],
    print: 'row',
  },
];

/** Rows that are a figure of the catalogue: its definition, split by unit and whom it does not count are theirs. */
export const figureOf: Readonly<Record<string, string>> = {
  B1: 'admissions',
  B2: 'transfers-from-outside',
  B3: 'standing-restored',
  C1: 'deaths',
  C2: 'expulsions',
  C3: 'name-removals',
  'C3-probationary': 'probationary-name-removals',
  C4: 'resignations',
  C5: 'transfers-to-outside',
  D: 'members',
};

/** Rows that others add up to. */
export const sumOf: Readonly<Record<string, readonly string[]>> = {
  B: ['B1', 'B2', 'B3', 'B4', 'B5'],
  B2: ['B2a', 'B2b', 'B2c'],
  C: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'],
  C5: ['C5a', 'C5b', 'C5c'],
};

/** The wording in force on a day. */
export function labelOn(row: FormRow, on: Day): string {
  return (row.label.find(({ to }) => to === null || on < to) as Wording).text;
}
