import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { KnownUnit } from '../known-units.ts';
import type { ColumnPlan, TablePlan } from '../plan.ts';
import { plannedSource } from '../planned-source.ts';
import { proposePlan } from '../propose-plan.ts';

// Lists of which a reading could be taken without a word, and the other one would be right.

const folder = mkdtempSync(join(tmpdir(), 'sotay-doubtful-'));
afterAll(() => rmSync(folder, { recursive: true }));

const units: KnownUnit[] = [
  { code: 'A', name: 'Đảng bộ xã Mẫu', kind: 'grassroots-body', parent: null },
  { code: 'A.B', name: 'Đảng bộ bộ phận Một', kind: 'section', parent: 'A' },
  { code: 'A.B.1', name: 'Chi bộ 1', kind: 'cell', parent: 'A.B' },
];

async function read(rows: string[], change: (plan: TablePlan) => TablePlan = (plan) => plan) {
  const file = join(folder, 'list.csv');
  writeFileSync(file, rows.join('\n'));
  const lookup = async () => units;
  const { plan } = await proposePlan(file, { lookup });
  const source = await plannedSource(file, change({ opening: '2024-12-31', ...plan }), { lookup });
  const read: { row: number | null; cell: unknown; status: unknown; problems: string[] }[] = [];
  for await (const { row, input, problems } of source.rows()) {
    const { cell, status } = (input ?? {}) as Record<string, unknown>;
    read.push({ row, cell, status, problems: problems.map(({ code }) => code) });
  }
  return { rows: read, planProblems: source.planProblems.map(({ code }) => code) };
}

const withTargets = (targets: Record<string, ColumnPlan['target']>) => (plan: TablePlan) => ({
  ...plan,
  sheets: plan.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) =>
      column.heading in targets ? { ...column, target: targets[column.heading] ?? null } : column,
    ),
  })),
});

test('under another superior a cell of the same name is another, and rows before any cell are of none', async () => {
  const { rows } = await read([
    'STT,Họ và tên,Năm sinh,Ngày vào Đảng,Ngày chính thức',
    ',Đảng bộ bộ phận Một,,,',
    ',Chi bộ 1,,,',
    '1,Nguyễn Văn An,1970,1/1/2000,1/1/2001',
    ',Đảng bộ bộ phận Hai,,,',
    '2,Nguyễn Văn Bê,1971,1/1/2000,1/1/2001',
    ',Chi bộ 1,,,',
    '3,Nguyễn Văn Cê,1972,1/1/2000,1/1/2001',
  ]);
  const told = rows.map(({ row, cell, problems }) => [row, cell, ...problems]);
  expect(told).toEqual([
    [2, undefined],
    [3, undefined],
    [4, 'A.B.1'],
    [5, undefined, 'row.superior-unknown'],
    [6, undefined, 'row.no-cell'],
    [7, undefined, 'cell.unit-unknown'],
    [8, undefined, 'cell.unit-unknown'],
  ]);
});

test('without the column of the official date nobody is taken for a probationary member by it', async () => {
  const list = [
    'STT,Họ và tên,Năm sinh,Ngày vào Đảng,Ngày chính thức,Chi bộ',
    '1,Nguyễn Văn An,1970,1/1/2000,1/1/2001,Chi bộ 1',
  ];
  expect((await read(list)).rows[0]?.status).toBe('official');
  const { planProblems } = await read(list, withTargets({ 'Ngày chính thức': null }));
  expect(planProblems).toEqual(['plan.no-status']);
});

test('two columns that say different things of the same are told: neither goes over the other', async () => {
  const heads = 'STT,Họ và tên,Năm sinh,Số CMND,Số CCCD,Nam,Giới tính,Ngày chính thức,Trạng thái,Chi bộ';
  const targets = {
    'Số CCCD': 'identity.any',
    Nam: 'mark.person.sex.male',
    'Giới tính': 'person.sex',
    'Trạng thái': 'status',
  };
  const problemsOf = async (row: string) => (await read([heads, row], withTargets(targets))).rows[0]?.problems;
  expect(await problemsOf('1,Nguyễn Văn An,1970,123456789,123 456 789,x,Nam,dự bị,dự bị,Chi bộ 1')).toEqual([]);
  expect(await problemsOf('1,Nguyễn Văn An,1970,123456789,987654321,x,,,dự bị,Chi bộ 1')).toEqual(['cell.two-values']);
  expect(await problemsOf('1,Nguyễn Văn An,1970,,,x,Nữ,,dự bị,Chi bộ 1')).toEqual(['cell.two-values']);
  expect(await problemsOf('1,Nguyễn Văn An,1970,,,,,dự bị,chính thức,Chi bộ 1')).toEqual(['cell.two-values']);
});

test('two rows with one old identity number are asked about, as the register would', async () => {
  const { rows } = await read([
    'STT,Họ và tên,Năm sinh,Số CMND,Ngày vào Đảng,Ngày chính thức,Chi bộ',
    '1,Nguyễn Văn An,1970,123456789,1/1/2000,1/1/2001,Chi bộ 1',
    '2,Nguyễn Văn Ân,1971,123 456 789,1/1/2000,1/1/2001,Chi bộ 1',
  ]);
  expect(rows.map(({ problems }) => problems)).toEqual([[], ['cell.twice']]);
});

test('days of a life that stand the wrong way round are told', async () => {
  const { rows } = await read([
    'STT,Họ và tên,Năm sinh,Ngày vào Đảng,Ngày chính thức,Chi bộ',
    '1,Nguyễn Văn An,1970,1/6/2002,1/6/2001,Chi bộ 1',
    '2,Nguyễn Văn Bê,3/2/2010,1/6/2000,1/6/2001,Chi bộ 1',
    '3,Nguyễn Văn Cê,1970,2000,1/6/2000,Chi bộ 1',
  ]);
  expect(rows.map(({ problems }) => problems)).toEqual([
    ['cell.days-order'],
    ['cell.days-order', 'cell.days-order'],
    [],
  ]);
});
