import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { KnownUnit } from '#/exchange/tables/known-units.ts';
import { writeBook } from './book.ts';
import { actOf } from './expected.ts';
import { type List, plainList, sheetOf } from './list.ts';
import { cellNames } from './people.ts';
import { membersOf, readBy, readFile, told } from './reading.ts';
import { all, ofCell, without } from './some-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-register-books-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.xlsx');

const register: KnownUnit[] = [
  { code: 'PM', name: 'Đảng bộ tỉnh Phương Mẫu', kind: 'provincial', parent: null },
  { code: 'PM.AM', name: 'Đảng bộ phường An Mẫu', kind: 'grassroots-body', parent: 'PM' },
  { code: 'PM.AM.07', name: 'Chi bộ Tổ dân phố số 1', kind: 'cell', parent: 'PM.AM' },
  { code: 'PM.AM.08', name: 'Chi bộ TDP 2', kind: 'cell', parent: 'PM.AM' },
  { code: 'PM.XB', name: 'Đảng bộ xã Bắc Mẫu', kind: 'grassroots-body', parent: 'PM' },
  { code: 'PM.XB.01', name: 'Chi bộ Tổ dân phố 1', kind: 'cell', parent: 'PM.XB' },
];

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
