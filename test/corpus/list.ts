import type { Cell } from '#/platform/documents/table.ts';
import type { Sheet } from './book.ts';
import type { Somebody } from './people.ts';

/** A column of a ward's list: its headings from top to bottom, and how somebody stands in it. */
export interface ListColumn {
  key: string;
  levels: string[];
  cell: (who: Somebody, at: number) => Cell;
  /** Equal cells below each other are merged into one. */
  isMergedDown?: boolean;
}

/** A list as a ward would keep it; oddities change it before it is written. */
export interface List {
  sheet: string;
  people: Somebody[];
  columns: ListColumn[];
  titles: Cell[][];
  /** A row above the people of each cell. */
  groupName?: (cell: string, count: number, at: number) => Cell[];
  hasNumberRow?: boolean;
  foot: Cell[][];
  /** A blank row after every so many. */
  blankAfter?: number;
  /** Written over the cells of the finished sheet, headings and titles too. */
  change: ((cell: Cell) => Cell)[];
  isMerged: boolean;
}

const day = (on: string | null): Cell => (on === null ? null : new Date(`${on}T00:00:00Z`));
const place = ({ detail, commune, province }: Somebody['residence']) => `${detail}, ${commune}, ${province}`;
const words = {
  ethnicity: { kinh: 'Kinh', tay: 'Tày', hmong: 'Hmông' },
  religion: { none: 'Không', catholicism: 'Công giáo' },
  generalEducation: { 'lower-secondary': '9/12', 'upper-secondary': '12/12' },
  qualification: { intermediate: 'Trung cấp', college: 'Cao đẳng', university: 'Đại học', master: 'Thạc sĩ' },
  theoryLevel: { elementary: 'Sơ cấp', intermediate: 'Trung cấp', advanced: 'Cao cấp' },
};

/** The plain list: one heading row, each thing in its column, days as days and numbers as text. */
export function plainList(people: Somebody[]): List {
  const column = (key: string, heading: string, cell: ListColumn['cell']): ListColumn => ({
    key,
    levels: [heading],
    cell,
  });
  return {
    sheet: 'Sheet1',
    people,
    titles: [['ĐẢNG BỘ PHƯỜNG AN MẪU'], ['DANH SÁCH ĐẢNG VIÊN'], ['(Tính đến ngày 31/12/2024)'], []],
    foot: [],
    change: [],
    isMerged: false,
    columns: [
      column('ordinal', 'STT', (_who, at) => at + 1),
      column('name', 'Họ và tên', ({ name }) => name),
      column('sex', 'Giới tính', ({ sex }) => (sex === 'male' ? 'Nam' : 'Nữ')),
      column('born', 'Ngày sinh', ({ born }) => day(born)),
      column('ethnicity', 'Dân tộc', ({ ethnicity }) => words.ethnicity[ethnicity]),
      column('religion', 'Tôn giáo', ({ religion }) => words.religion[religion]),
      column('admittedOn', 'Ngày vào Đảng', ({ admittedOn }) => day(admittedOn)),
      column('officialOn', 'Ngày chính thức', ({ officialOn }) => day(officialOn)),
      column('card', 'Số thẻ đảng viên', ({ card }) => card),
      column('cardOn', 'Ngày cấp thẻ', ({ cardOn }) => day(cardOn)),
      column('citizenId', 'Số CCCD', ({ citizenId }) => citizenId),
      column('phone', 'Điện thoại', ({ phone }) => phone),
      column('hometown', 'Quê quán', ({ hometown }) => place(hometown)),
      column('residence', 'Nơi thường trú', ({ residence }) => place(residence)),
      column('generalEducation', 'Học vấn', (who) => words.generalEducation[who.generalEducation]),
      column('qualification', 'Chuyên môn', (who) => words.qualification[who.qualification]),
      column('theoryLevel', 'Lý luận chính trị', (who) => words.theoryLevel[who.theoryLevel]),
      column('cell', 'Chi bộ', ({ cell }) => cell),
    ],
  };
}

/** The sheet that a list makes; and where each person stands in it. */
export function sheetOf(list: List): { sheet: Sheet; rowOf: Map<Somebody, number> } {
  const { columns, people, groupName } = list;
  const rows: Cell[][] = list.titles.map((row) => [...row]);
  const merges: NonNullable<Sheet['merges']> = [];
  rows.push(...headingRows(list, rows.length, merges));
  if (list.hasNumberRow) rows.push(columns.map((_column, at) => `(${at + 1})`));
  const rowOf = new Map<Somebody, number>();
  let cell: string | null = null;
  let groups = 0;
  for (const [at, who] of people.entries()) {
    if (groupName !== undefined && who.cell !== cell) {
      cell = who.cell;
      rows.push(groupName(cell, people.filter((other) => other.cell === cell).length, groups++));
    }
    rows.push(columns.map((column) => column.cell(who, at)));
    rowOf.set(who, rows.length);
    if (list.blankAfter !== undefined && (at + 1) % list.blankAfter === 0) rows.push([]);
  }
  rows.push(...list.foot);
  for (const [at, { isMergedDown }] of columns.entries())
    if (isMergedDown) mergeDown(rows, at, [...rowOf.values()], merges);
  const changed = rows.map((row) => row.map((value) => list.change.reduce((now, change) => change(now), value)));
  return { sheet: { name: list.sheet, rows: changed, merges }, rowOf };
}

function mergeDown(rows: Cell[][], at: number, members: readonly number[], merges: NonNullable<Sheet['merges']>): void {
  let top = members[0] ?? 0;
  for (const [nth, row] of members.entries()) {
    const next = members[nth + 1];
    const value = rows[top - 1]?.[at];
    if (next !== undefined && rows[next - 1]?.[at] === value) continue;
    if (row > top) merges.push([top, at, row, at]);
    for (let below = top + 1; below <= row; below++)
      if (rows[below - 1]?.length) (rows[below - 1] as Cell[])[at] = null;
    if (next !== undefined) top = next;
  }
}

/** Headings in as many rows as they have levels: equal neighbours are merged, short ones reach down. */
function headingRows({ columns, isMerged }: List, above: number, merges: NonNullable<Sheet['merges']>): Cell[][] {
  const depth = Math.max(...columns.map(({ levels }) => levels.length));
  const rows = Array.from({ length: depth }, (_, level) =>
    columns.map(({ levels }, at): Cell => {
      const isRepeated = level < levels.length - 1 && columns[at - 1]?.levels[level] === levels[level];
      return isRepeated ? null : (levels[level] ?? null);
    }),
  );
  if (!isMerged) return rows;
  for (const [at, { levels }] of columns.entries()) {
    if (levels.length < depth) merges.push([above + levels.length, at, above + depth, at]);
    if (levels.length === 1 || columns[at - 1]?.levels[0] === levels[0]) continue;
    let right = at;
    while (columns[right + 1]?.levels.length !== 1 && columns[right + 1]?.levels[0] === levels[0]) right += 1;
    if (right > at) merges.push([above + 1, at, above + 1, right]);
  }
  return rows;
}
