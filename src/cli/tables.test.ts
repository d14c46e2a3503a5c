import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';

let database: TestDatabase;
let cli: Sotay;
beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
});
afterAll(async () => {
  cli.close();
  await database.close();
});

const csv = (name: string, rows: readonly (readonly string[])[]) =>
  cli.file(name, rows.map((row) => `${row.join(';')}\n`).join(''));
const units = [
  ['Mã', 'Tên', 'Loại', 'Loại hình', 'Mã cấp trên'],
  ['A', 'Đảng bộ huyện A', 'district', '', ''],
  ['A.1', 'Đảng bộ xã M', 'grassroots-body', 'Xã', 'A'],
  ['A.1.1', 'Chi bộ thôn Một', 'cell', '', 'A.1'],
];
const members = [
  ['Mã', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Mã chi bộ', 'Tình trạng'],
  ['P1', 'Nguyễn Văn Mẫu', '1960', 'Nam', 'A.1.1', 'Chính thức'],
  ['P2', 'Trần Thị Ví Dụ', '03/02/1998', 'Nữ', 'A.1.1', 'Dự bị'],
];

test('units and members come in as tables, the day of the register’s opening for all rows', async () => {
  const opening = ['--opening', '2025-01-01'];
  expect(await cli.json('import', csv('units.csv', units), '--kind', 'units', ...opening)).toMatchObject({
    tenant: 'A',
    added: 3,
  });
  expect(await cli.json('import', csv('members.csv', members), ...opening)).toMatchObject({ added: 2 });
  expect(await cli.json('figure', 'members', '--unit', 'A', '--on', '2025-01-01')).toMatchObject({ value: 2 });
});

test('a fault is told with its cell', async () => {
  const wrong = [
    ...members.slice(0, 2),
    ['P3', 'Lê Văn Thử', '31/02/1970', 'Nam', 'A.1.1', 'Chính thức'],
    ['P4', 'Lê Thị Thử', '1970', 'Nữ', 'A.1.9', 'Chính thức'],
  ];
  const file = csv('wrong.csv', wrong);
  const { errors } = await cli.refused('import', file, '--opening', '2025-01-01');
  expect(errors).toEqual([expect.objectContaining({ line: 3, cell: 'C3', field: 'person.born' })]);
  expect((await cli.run('import', file, '--opening', '2025-01-01')).stderr).toMatch(/\n {2}C3 {2}person\.born {2}/);
});

test('a map tells what the template calls the columns of a file', async () => {
  const map = cli.file('map.json', JSON.stringify({ 'Tên đảng viên': 'Họ và tên', CB: 'Mã chi bộ', 'Ghi chú': null }));
  const file = csv('own.csv', [
    ['Tên đảng viên', 'CB', 'Tình trạng', 'Ghi chú'],
    ['Phạm Văn Bản', 'A.1.1', 'Chính thức', 'x'],
  ]);
  expect(await cli.refused('import', file)).toMatchObject({ code: 'import.headings' });
  expect(await cli.json('import', file, '--map', map, '--opening', '2025-02-01')).toMatchObject({ added: 1 });
  expect(await cli.refused('import', file, '--map', cli.file('bad.json', '[1'))).toMatchObject({
    code: 'import.format',
    errors: [{ field: 'map' }],
  });
});

test('members go out as a workbook or CSV file, and the template is to be had', async () => {
  const [members, template] = [join(cli.folder, 'members.xlsx'), join(cli.folder, 'template.xlsx')];
  const { stderr } = await cli.run(
    'export',
    '--kind',
    'members',
    '--unit',
    'A',
    '--on',
    '2025-12-31',
    '--out',
    members,
  );
  expect(stderr).toBe(`Đã xuất 3 dòng ra ${members}.\n`);
  expect(readFileSync(members).subarray(0, 2).toString()).toBe('PK');
  const { stdout } = await cli.run('export', '--kind', 'members', '--format', 'csv', '--on', '2025-12-31');
  expect(stdout.split('\r\n').filter((line) => line.includes('Trần Thị Ví Dụ'))).toHaveLength(1);
  expect((await cli.run('export', '--kind', 'template', '--out', template)).code).toBe(0);
  expect(await cli.json('import', template)).toMatchObject({ lines: 0, added: 0 });
  expect(await cli.refused('export', '--kind', 'template', '--out', template)).toMatchObject({ code: 'file.unusable' });
  expect(await cli.refused('export', '--format', 'xlsx')).toMatchObject({ code: 'export.format' });
});

test('members go out in a national layout, with sensitive values only for a reason', async () => {
  const list = ['export', '--kind', 'members', '--format', 'csv', '--layout', 'clean-up-33', '--on', '2025-12-31'];
  const { stdout } = await cli.run(...list);
  expect(stdout).toMatch(/^\uFEFFSTT;ID;Họ và tên \*;.*Quê quán \(theo mô hình 2 cấp\) - Tỉnh \*/);
  expect(stdout).toContain('Trần Thị Ví Dụ');
  expect(await cli.refused(...list, '--reveal')).toMatchObject({
    code: 'reveal.reason',
    errors: [{ field: 'reason' }],
  });
  expect(await cli.refused(...list, '--reason', 'x')).toMatchObject({ code: 'export.format' });
  expect(await cli.refused('export', '--layout', '7-hsdv')).toMatchObject({ code: 'export.format' });
  const file = join(cli.folder, 'register.xlsx');
  const register = [...list.slice(0, 3), '--layout', '7-hsdv', '--on', '2025-12-31', '--gone-since', '2025-01-01'];
  const { stderr } = await cli.run(...register, '--reveal', '--reason', 'Lập sổ', '--out', file);
  expect(stderr).toBe(`Đã xuất 3 dòng ra ${file}.\n`);
});

test('what stands under no known table ending is read as acts', async () => {
  const file = join(cli.folder, 'journal');
  writeFileSync(file, `${JSON.stringify({ kind: 'member.died', effectiveOn: '2025-06-01', person: 'P1' })}\n`);
  expect(await cli.json('import', file)).toMatchObject({ added: 1 });
  expect(await cli.refused('import', file, '--kind', 'members')).toMatchObject({ code: 'import.format' });
});

const own = [
  ['DANH SÁCH ĐẢNG VIÊN'],
  ['STT', 'Họ và tên đảng viên', 'Ngày sinh', 'Số căn cước', 'Chi bộ', 'Chính thức/dự bị'],
  ['1', 'Lý Văn Thử', '01/02/1970', '001070000009', 'Chi bộ thôn Một', 'Chính thức'],
  ['2', 'Mạc Thị Thử', '01/02/1971', '001171000008', 'Chi bộ thôn Hai', 'Chính thức'],
];

test('a list that is not in the template is read as it is recognised; the plan can be seen, changed and given', async () => {
  const file = csv('own-list.csv', own);
  const opening = ['--opening', '2025-01-01'];
  const plan = await cli.json<{ sheets: { columns: { target: string | null }[] }[]; newUnits: { name: string }[] }>(
    'import',
    file,
    ...opening,
    '--show-plan',
  );
  expect(plan.sheets[0]?.columns.map(({ target }) => target)).toEqual([
    'ordinal',
    'person.name',
    'person.born',
    'person.citizenId',
    'cell.name',
    'status',
  ]);
  expect(plan.newUnits.map(({ name }) => name)).toEqual(['Chi bộ thôn Hai']);
  const superior = ['--superior', 'A.1'];
  const given = cli.file(
    'plan.json',
    JSON.stringify({ ...plan, newUnits: [{ code: 'A.1.2', name: 'Chi bộ thôn Hai', kind: 'cell', parent: 'A.1' }] }),
  );
  expect(await cli.json('import', file, '--plan', given, ...superior, '--dry-run')).toMatchObject({
    dryRun: true,
    added: 3,
  });
  expect(await cli.json('import', file, '--plan', given, ...superior)).toMatchObject({ tenant: 'A', added: 3 });
  expect(await cli.refused('import', file, '--plan', cli.file('no-plan.json', '{}'))).toMatchObject({
    code: 'import.format',
  });
});

test('a problem is told with sheet, row, column, reason and proposed repair; repairs are accepted by a word', async () => {
  const file = csv('wrong-list.csv', [
    ...own.slice(0, 2),
    ['1', 'Tô Văn Thử', '01/02/1972', '001072000007', 'Chi bộ thôn Một', 'Chính thức'],
    ['2', 'Lý Văn Thử', '01/02/1970', '001070000009', 'Chi bộ thôn Một', 'Chính thức'],
  ]);
  const opening = ['--opening', '2025-01-01'];
  const { code, errors } = await cli.refused('import', file, ...opening, '--dry-run');
  expect(code).toBe('import.refused');
  expect(errors).toEqual([
    expect.objectContaining({
      sheet: null,
      row: 4,
      cell: 'D4',
      code: 'duplicate.citizen-id',
      repair: expect.objectContaining({ value: null }),
    }),
  ]);
  expect((await cli.run('import', file, ...opening, '--dry-run')).stderr).toMatch(/D4 .*đề xuất: bỏ qua dòng này/);
  expect(await cli.json('import', file, ...opening, '--accept-repairs')).toMatchObject({ added: 1 });
});

test('a file in our own template is held against the register too', async () => {
  const again = [
    [...(members[0] as string[]), 'Số CCCD'],
    ['P7', 'Lý Văn Thử', '01/02/1970', 'Nam', 'A.1.1', 'Chính thức', '001070000009'],
  ];
  const { errors } = await cli.refused('import', csv('again.csv', again), '--opening', '2025-01-01');
  expect(errors).toEqual([expect.objectContaining({ code: 'duplicate.citizen-id', cell: 'G2' })]);
  const named = [members[0] as string[], ['P8', 'Lý Văn Thử', '01/02/1970', 'Nam', 'A.1.1', 'Chính thức']];
  expect(await cli.json('import', csv('named.csv', named), '--opening', '2025-01-01')).toMatchObject({
    added: 1,
    warnings: [{ code: 'duplicate.name-and-birth', cell: 'B2' }],
  });
});

test('cells that a list proposes go under the superior that is named, in a register that is empty too', async () => {
  const empty = await bareDatabase();
  const ward = sotay(empty.adminUrl, { isHere: true });
  try {
    const list = [['ĐẢNG BỘ PHƯỜNG LÚA MẪU'], ...own].map((row) => `${row.join(';')}\n`).join('');
    const superior = ['--superior', 'PHUONG:Đảng bộ phường A:grassroots-body', '--opening', '2025-01-01'];
    const file = ward.file('ward-list.csv', list);
    expect(await ward.json('import', file, ...superior, '--dry-run')).toMatchObject({ dryRun: true, added: 5 });
  } finally {
    ward.close();
    await empty.close();
  }
});
