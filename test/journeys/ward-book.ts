import { writeBook } from '#test/corpus/book.ts';
import { plainList, sheetOf } from '#test/corpus/list.ts';
import { oddities } from '#test/corpus/oddities.ts';
import { people } from '#test/corpus/people.ts';

const oddly = (name: string) => {
  const found = oddities.find((oddity) => oddity.name === name);
  if (found === undefined) throw new Error(`there is no oddity "${name}"`);
  return found.apply;
};

/**
 * A list as a ward keeps it: two heading rows with merged cells, its cells as rows between the people; a heading that
 * nobody knows, a citizen id that has lost its zeros, a day that does not exist, a row twice; and a sheet of sums.
 */
export async function writeWardBook(file: string, also: readonly string[] = []): Promise<string> {
  const names = ['two heading rows with merged cells', 'cells named in rows of their own (I. Chi bộ Tổ)', ...also];
  const list = names.reduce((before, name) => oddly(name)(before), plainList(people(24)));
  const named = list.columns.map((column) =>
    column.key === 'phone' ? { ...column, levels: ['Máy', 'Cầm tay'] } : column,
  );
  const { sheet, rowOf } = sheetOf({ ...list, sheet: 'Đảng viên', columns: named });
  const rows = [...rowOf.values()];
  const at = (key: string) => named.findIndex((column) => column.key === key);
  const put = (row: number | undefined, key: string, cell: string | number) => {
    const cells = sheet.rows[(row ?? 0) - 1];
    if (cells !== undefined) cells[at(key)] = cell;
  };
  put(rows[2], 'citizenId', 1_060_000_017);
  put(rows[4], 'born', '31/02/1971');
  put(rows[6], 'ethnicity', 'Không rõ');
  const twice = sheet.rows[(rows[1] ?? 0) - 1];
  if (twice !== undefined) sheet.rows.push([...twice]);
  const sums = [['TỔNG HỢP'], [], ['Chi bộ', 'Số lượng'], ['Tổ dân phố 1', 9], ['Cộng', 24]];
  return writeBook(file, [sheet, { name: 'Tổng hợp', rows: sums }]);
}

/** As wide as a file may be, with names that do not end, and more problems than are kept one by one. */
export async function writeWideBook(file: string, rows = 520): Promise<string> {
  const headings = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chi bộ', 'Ngày vào Đảng', 'Ngày chính thức'];
  const others = Array.from({ length: 200 - headings.length }, (_, at) => `Cột riêng của phường số ${at + 1}`);
  const long = `Nguyễn ${'Văn '.repeat(73)}Mẫu`;
  const body = people(rows).map((who, at) => [
    at + 1,
    at % 400 === 0 ? long : who.name,
    '31/02/1971',
    1_060_000_017 + at,
    who.cell,
    who.admittedOn.split('-').toReversed().join('/'),
    '',
    ...others.map((_, other) => (other % 5 === 0 ? `ghi ${other}` : '')),
  ]);
  return writeBook(file, [{ name: 'Danh sách rất rộng', rows: [[...headings, ...others], ...body] }]);
}
