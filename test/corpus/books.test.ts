import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plannedSource } from '#/exchange/tables/planned-source.ts';
import { proposePlan } from '#/exchange/tables/propose-plan.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type Sheet, writeBook } from './book.ts';
import { actsOf } from './expected.ts';
import { plainList, sheetOf } from './list.ts';
import { cellNames, people, type Somebody } from './people.ts';
import { membersOf, readBy, readFile, told } from './reading.ts';
import { all, ofCell, without } from './some-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-books-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.xlsx');

/** A list of one cell, told by its title. */
function listOfCell(
  name: string,
  title: Cell[][],
  sheet = name.replace('Chi bộ ', ''),
): { sheet: Sheet; people: Somebody[] } {
  const list = { ...without(plainList(ofCell(name)), 'cell'), titles: title, sheet };
  return { sheet: sheetOf(list).sheet, people: list.people };
}

describe('several sheets', () => {
  test('one a cell, named by titles or by the sheet; a summary, a cover and a hidden sheet are not read, and say why', async () => {
    const first = listOfCell(
      cellNames[0] as string,
      [
        ['ĐẢNG BỘ PHƯỜNG AN MẪU', null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['CHI BỘ TỔ DÂN PHỐ 1'],
        ['Danh sách đảng viên tính đến 31/12/2024'],
      ],
      'Trang 1',
    );
    const second = listOfCell(cellNames[1] as string, [['Danh sách đảng viên năm 2024'], []]);
    const third = listOfCell(cellNames[2] as string, [['Chi bộ: Trường Tiểu học An Mẫu']], 'TH');
    await writeBook(file, [
      { name: 'Bìa', rows: [['ĐẢNG BỘ PHƯỜNG AN MẪU'], ['HỒ SƠ ĐẢNG VIÊN']] },
      first.sheet,
      second.sheet,
      third.sheet,
      {
        name: 'Tổng hợp',
        rows: [
          ['STT', 'Chi bộ', 'Tổng số', 'Nữ', 'Dự bị'],
          [1, 'Chi bộ Tổ dân phố 1', 12, 4, 2],
        ],
      },
      { ...first.sheet, name: 'Cũ', isHidden: true },
      { name: 'Sheet9', rows: [] },
    ]);
    const { plan, planProblems, rows } = await readFile(file);
    expect(planProblems).toEqual([]);
    expect(plan.sheets.map(({ use, why }) => `${use}: ${why.en}`)).toEqual([
      'none: No headings of a list of members.',
      'members: Each row is a member.',
      'members: Each row is a member.',
      'members: Each row is a member.',
      'none: A summary of numbers without names of members.',
      'none: A hidden sheet; choose to read it if it is wanted.',
      'none: The sheet is empty.',
    ]);
    expect(plan.newUnits.map(({ name }) => name)).toEqual([cellNames[0], 'Chi bộ Tổ dân phố 2', cellNames[2]]);
    expect(told(rows)).toEqual([]);
    expect(membersOf(rows)).toEqual(actsOf([...first.people, ...second.people, ...third.people], plan));
  });

  test('a sheet that repeats the people of the others is not read with them', async () => {
    const parts = cellNames.map((name) => listOfCell(name, [[name]]));
    const whole = sheetOf({ ...plainList(all), sheet: 'Toàn Đảng bộ' }).sheet;
    await writeBook(file, [whole, ...parts.map(({ sheet }) => sheet)]);
    const { plan, rows } = await readFile(file);
    expect(plan.sheets.map(({ use }) => use)).toEqual(['members', 'none', 'none', 'none']);
    expect(told(rows)).toEqual([]);
    expect(membersOf(rows)).toEqual(actsOf(all, plan));
  });
});

test('a sheet that lists the cells and no people proposes them; with their codes, where it has some', async () => {
  const list = sheetOf(plainList(ofCell(cellNames[0] as string))).sheet;
  const cells: Cell[][] = [['DANH SÁCH CÁC CHI BỘ'], ['TT', 'Mã chi bộ', 'Tên chi bộ', 'Bí thư']];
  for (const [at, name] of cellNames.entries()) cells.push([at + 1, `AM.1${at}`, name, 'Trần Văn Ký']);
  await writeBook(file, [list, { name: 'Chi bộ', rows: cells }]);
  const { plan, rows } = await readFile(file);
  expect(plan.sheets.map(({ use }) => use)).toEqual(['members', 'none']);
  expect(plan.newUnits.map(({ code, name }) => [code, name])).toEqual(cellNames.map((name, at) => [`AM.1${at}`, name]));
  expect(new Set(membersOf(rows).map((act) => act?.cell))).toEqual(new Set(['AM.10']));
});

test('cells of one name in several bodies stay apart: by a column of bodies that the register does not have yet', async () => {
  const list = plainList(all.slice(0, 4));
  list.columns.push({
    key: 'body',
    levels: ['Đảng bộ cơ sở'],
    cell: (_who, at) => (at < 2 ? 'Đảng bộ Trường A' : 'Đảng bộ Trường B'),
  });
  await writeBook(file, [sheetOf(list).sheet]);
  const { plan, planProblems, rows } = await readFile(file);
  expect(planProblems).toEqual([]);
  expect(plan.newUnits.map(({ code, name, kind, parent }) => [code, name, kind, parent])).toEqual([
    ['AM.01', 'Đảng bộ Trường A', 'section', 'AM'],
    ['AM.01.01', cellNames[0], 'cell', 'AM.01'],
    ['AM.02', 'Đảng bộ Trường B', 'section', 'AM'],
    ['AM.02.01', cellNames[0], 'cell', 'AM.02'],
  ]);
  expect(told(rows)).toEqual([]);
  expect(membersOf(rows).map((act) => act?.cell)).toEqual(['AM.01.01', 'AM.01.01', 'AM.02.01', 'AM.02.01']);
});

test('people in two groups, official and on probation, without a column that says so', async () => {
  const sorted = all.toSorted((a, b) => Number(a.officialOn === null) - Number(b.officialOn === null));
  const list = without(plainList(sorted), 'officialOn');
  const { sheet, rowOf } = sheetOf(list);
  const firstOnProbation = rowOf.get(sorted.find(({ officialOn }) => officialOn === null) as Somebody) as number;
  sheet.rows.splice(firstOnProbation - 1, 0, ['B', 'Đảng viên dự bị:']);
  sheet.rows.splice(5, 0, ['A', 'ĐẢNG VIÊN CHÍNH THỨC (19 đồng chí)']);
  await writeBook(file, [sheet]);
  const { plan, planProblems, rows } = await readFile(file);
  expect(planProblems).toEqual([]);
  expect(membersOf(rows).map((act) => act?.status)).toEqual(
    sorted.map(({ officialOn }) => (officialOn === null ? 'probationary' : 'official')),
  );
  expect(plan.sheets[0]?.status).toBeUndefined();
});

describe('what is wrong is named at its cell, and the rest of the row is read', () => {
  const [one, two, three, four] = people(4) as [Somebody, Somebody, Somebody, Somebody];

  test('days that do not exist, numbers cut short, values of no list', async () => {
    const { sheet } = sheetOf(plainList([one, two, three]));
    const set = (row: number, letter: string, value: Cell) => {
      (sheet.rows[row - 1] as Cell[])[letter.charCodeAt(0) - 65] = value;
    };
    set(6, 'D', '31/02/1967');
    set(6, 'P', 'Y tá');
    set(7, 'K', '12345');
    set(7, 'G', '#N/A');
    set(8, 'B', null);
    set(8, 'E', 'nt');
    await writeBook(file, [sheet]);
    const { rows } = await readFile(file);
    const problems = rows.flatMap((row) => row.problems);
    expect(told(rows)).toEqual([
      "cell.day 'Sheet1'!D6",
      "cell.not-listed 'Sheet1'!P6",
      "cell.error 'Sheet1'!G7",
      "cell.digits 'Sheet1'!K7",
      "cell.ditto 'Sheet1'!E8 → Kinh",
      "row.no-name 'Sheet1'!B8",
    ]);
    expect(problems.map(({ isBlocking }) => isBlocking)).toEqual([true, false, true, true, true, true]);
    expect(membersOf(rows)[0]?.person).toMatchObject({ name: one.name, details: { qualificationAsWritten: 'Y tá' } });
    // A sensitive value stands in its own cell of the preview and nowhere else.
    const [digits] = problems.filter(({ code }) => code === 'cell.digits');
    expect(digits).toMatchObject({ value: '12345', isSensitive: true });
    expect(JSON.stringify(digits?.message)).not.toContain('12345');
  });

  test('somebody who is in the file twice: by citizen id, card, name and birth, or the whole row', async () => {
    const again = { ...three, name: four.name, born: four.born, citizenId: one.citizenId };
    const other = { card: '099999999999', citizenId: '036099000099', phone: '0999999999' };
    const namesake = { ...two, ...other, cell: cellNames[2] as string };
    const { sheet } = sheetOf(plainList([one, two, one, again, namesake]));
    (sheet.rows[7] as Cell[])[0] = 3;
    await writeBook(file, [sheet]);
    const { plan, rows } = await readFile(file);
    expect(told(rows)).toEqual(["row.twice 'Sheet1'!8:8 → null", "cell.twice 'Sheet1'!K9", "cell.twice 'Sheet1'!B10"]);
    expect(
      rows.flatMap(({ problems }) => problems.map(({ other: { row } = { row: 0 }, isBlocking }) => [row, isBlocking])),
    ).toEqual([
      [6, true],
      [6, true],
      [7, false],
    ]);
    const repairs = [
      { sheet: 'Sheet1', row: 8, column: null, value: null },
      { sheet: 'Sheet1', row: 9, column: null, value: 'keep' },
    ];
    const chosen = await readBy(file, plan, [], repairs);
    expect(chosen.rows.map(({ kind, row }) => [kind, row]).slice(-5)).toEqual([
      ['member', 6],
      ['member', 7],
      ['passed', 8],
      ['member', 9],
      ['member', 10],
    ]);
    expect(told(chosen.rows)).toEqual(["cell.twice 'Sheet1'!B10"]);
  });

  test('a sum that is not the number of rows, and a row that looks like nobody', async () => {
    const { sheet } = sheetOf({ ...plainList(all), foot: [['Tổng cộng: 57 đồng chí']] });
    sheet.rows.splice(8, 0, [null, 'Khối dân cư']);
    await writeBook(file, [sheet]);
    const { plan, rows } = await readFile(file);
    expect(told(rows)).toEqual(["row.passed 'Sheet1'!B9", "row.total 'Sheet1'!A31"]);
    expect(membersOf(rows)).toEqual(actsOf(all, plan));
  });
});

test('a plan with faults says them; the columns of a plan can be corrected', async () => {
  await writeBook(file, [sheetOf(plainList(all.slice(0, 2))).sheet]);
  const { plan } = await proposePlan(file, { lookup: async () => [] });
  const [sheet] = plan.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const wrong: Record<string, string> = { L: 'person.nonsense', C: 'person.name' };
  const columns = sheet.columns.map((column) => ({ ...column, target: wrong[column.letters] ?? column.target }));
  const sheets = [{ ...sheet, columns, sheet: 'Khác' }];
  const faulty = { ...plan, sheets, opening: undefined, superior: undefined };
  const { planProblems } = await plannedSource(file, faulty, { lookup: async () => [] });
  expect(planProblems.map(({ code }) => code)).toEqual([
    'plan.sheet',
    'plan.target-twice',
    'plan.target',
    'plan.no-opening',
    'plan.superior',
  ]);
});

test('a workbook that counts its days from 1904', async () => {
  await writeBook(file, [sheetOf(plainList(all)).sheet], true);
  const { plan, rows } = await readFile(file);
  expect(told(rows)).toEqual([]);
  expect(membersOf(rows)).toEqual(actsOf(all, plan));
});
