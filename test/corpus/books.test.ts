import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { KnownUnit } from '#/exchange/tables/known-units.ts';
import { plannedSource } from '#/exchange/tables/planned-source.ts';
import { proposePlan } from '#/exchange/tables/propose-plan.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type Sheet, writeBook } from './book.ts';
import { actOf, actsOf } from './expected.ts';
import { type List, plainList, sheetOf } from './list.ts';
import { cellNames, people, type Somebody } from './people.ts';
import { membersOf, readBy, readFile, told } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-books-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.xlsx');

const without = (list: List, ...keys: string[]): List => ({
  ...list,
  columns: list.columns.filter(({ key }) => !keys.includes(key)),
});
const all = people(24);
const ofCell = (name: string) => all.filter(({ cell }) => cell === name);

/** A list of one cell, told by its title. */
function listOfCell(
  name: string,
  title: Cell[][],
  sheet = name.replace('Chi bộ ', ''),
): { sheet: Sheet; people: Somebody[] } {
  const list = { ...without(plainList(ofCell(name)), 'cell'), titles: title, sheet };
  return { sheet: sheetOf(list).sheet, people: list.people };
}

const register: KnownUnit[] = [
  { code: 'PM', name: 'Đảng bộ tỉnh Phương Mẫu', kind: 'provincial', parent: null },
  { code: 'PM.AM', name: 'Đảng bộ phường An Mẫu', kind: 'grassroots-body', parent: 'PM' },
  { code: 'PM.AM.07', name: 'Chi bộ Tổ dân phố số 1', kind: 'cell', parent: 'PM.AM' },
  { code: 'PM.AM.08', name: 'Chi bộ TDP 2', kind: 'cell', parent: 'PM.AM' },
  { code: 'PM.XB', name: 'Đảng bộ xã Bắc Mẫu', kind: 'grassroots-body', parent: 'PM' },
  { code: 'PM.XB.01', name: 'Chi bộ Tổ dân phố 1', kind: 'cell', parent: 'PM.XB' },
];

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

describe('cells of the register', () => {
  const codes = new Map([
    [cellNames[0], 'PM.AM.07'],
    [cellNames[1], 'PM.AM.08'],
    [cellNames[2], 'PM.AM.01'],
  ]);

  test('are found by what lists call them; of two of one name, by the superior in the title; a new one is proposed', async () => {
    await writeBook(file, [sheetOf(plainList(all)).sheet]);
    const { plan, planProblems, rows } = await readFile(file, register);
    expect(planProblems).toEqual([]);
    expect(plan.superior).toEqual({ code: 'PM.AM' });
    expect(plan.newUnits).toEqual([
      { code: 'PM.AM.01', isCodeProposed: true, name: cellNames[2], kind: 'cell', parent: 'PM.AM' },
    ]);
    expect(told(rows)).toEqual([]);
    expect(membersOf(rows)).toEqual(all.map((who) => actOf(who, codes.get(who.cell) as string)));
  });

  test('that a name does not tell apart are named at each cell that says it', async () => {
    const list = { ...plainList(ofCell(cellNames[0] as string).slice(0, 2)), titles: [['Tính đến 31/12/2024']] };
    const { sheet } = sheetOf(list);
    await writeBook(file, [sheet]);
    const { rows } = await readFile(file, register);
    const [first] = rows.flatMap(({ problems }) => problems);
    expect(told(rows)).toEqual(["cell.unit-ambiguous 'Sheet1'!R3", "cell.unit-ambiguous 'Sheet1'!R4"]);
    expect(first?.candidates?.map(({ code }) => code)).toEqual(['PM.AM.07', 'PM.XB.01']);
    expect(first?.isBlocking).toBe(true);
    const repairs = [3, 4].map((row) => ({ sheet: 'Sheet1', row, column: 'R', value: 'PM.XB.01' }));
    const again = await readFile(file, register, repairs);
    expect(told(again.rows)).toEqual([]);
    expect(membersOf(again.rows).map((act) => act?.cell)).toEqual(['PM.XB.01', 'PM.XB.01']);
  });

  test('in rows of their own, under rows of their superiors; a name of nobody blocks the rows below, and is mended at the group', async () => {
    const list: List = {
      ...without(
        plainList([...ofCell(cellNames[0] as string).slice(0, 2), ...ofCell(cellNames[1] as string).slice(0, 1)]),
        'cell',
      ),
      groupName: (cell, _count, at) => [['I', 'II'][at] ?? '', cell],
    };
    const { sheet } = sheetOf(list);
    // Titles 1–4, headings 5, then the group row of the first cell.
    sheet.rows.splice(5, 0, ['A', 'Đảng bộ xã Bắc Mẫu']);
    sheet.merges = [];
    await writeBook(file, [sheet]);
    const { plan, rows } = await readFile(file, register);
    expect(membersOf(rows).map((act) => act?.cell)).toEqual(['PM.XB.01', 'PM.XB.01', 'PM.AM.08']);
    const broken = await readBy(
      file,
      { ...plan, newUnits: [] },
      register.filter(({ code }) => code !== 'PM.AM.08'),
    );
    expect(told(broken.rows)).toEqual(["cell.unit-unknown 'Sheet1'!B10", "cell.unit-unknown 'Sheet1'!11:11"]);
    expect(broken.rows.flatMap(({ problems }) => problems.map(({ isBlocking }) => isBlocking))).toEqual([false, true]);
    const repairs = [{ sheet: 'Sheet1', row: 10, column: 'B', value: 'PM.AM.07' }];
    const mended = await readBy(file, { ...plan, newUnits: [] }, register, repairs);
    expect(membersOf(mended.rows).map((act) => act?.cell)).toEqual(['PM.XB.01', 'PM.XB.01', 'PM.AM.07']);
  });

  test('of a register with one cell take a list that names none', async () => {
    const list = { ...without(plainList(all.slice(0, 3)), 'cell'), titles: [['Danh sách đảng viên']] };
    await writeBook(file, [sheetOf(list).sheet]);
    const { plan } = await readFile(file, register.slice(0, 3));
    expect(plan.sheets[0]?.cell).toBe('PM.AM.07');
    const nobody = await readFile(file, register);
    expect(nobody.planProblems.map(({ code }) => code)).toEqual(['plan.no-cell', 'plan.no-opening']);
  });
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
