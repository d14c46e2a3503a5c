import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { csv, type ImportServer, importServer, mau, members } from '#test/imports.ts';

let at: ImportServer;
beforeEach(async () => {
  at = await importServer();
  await at.register();
});
afterEach(() => at.close());

const leaveOut = (...rows: number[]) => rows.map((row) => ({ sheet: null, row, column: null, value: null }));

test('a row that is left out is still told by its cells, with what was wrong with it; it is no duplicate and no problem', async () => {
  await at.record((await at.upload('first.csv', members(mau))).id);
  const { id } = await at.upload(
    'second.csv',
    members(
      ['Nguyễn Văn Mẫu', '03/02/1960', '', 'A.1.2', 'Chính thức', '01/01/2025'],
      ['Lê Văn Thử', '31/02/1970', '001060000009', 'A.1.2', 'Chính thức', '01/01/2025'],
      ['Lê Văn Thử', '28/02/1970', '001060000009', 'A.1.2', 'Chính thức', '01/01/2025'],
    ),
  );
  await at.send('POST', `/api/imports/${id}/repairs`, { repairs: leaveOut(2, 3) });
  const checked = await at.check(id);
  expect(checked).toMatchObject({
    counts: { rows: 3, good: 1, withProblems: 0, leftOut: 2, members: 1, duplicatesInRegister: 0, duplicatesInFile: 0 },
    problems: { total: 0 },
  });
  const { rows } = await at.rowsOf(id, 'only=problems');
  expect(rows.map(({ row, mark, cells, problems }) => [row, mark, cells['person.name'], problems])).toEqual([
    [2, 'skip', 'Nguyễn Văn Mẫu', []],
    [3, 'skip', 'Lê Văn Thử', []],
  ]);
  expect(rows.map(({ why }) => why.map(({ vi }) => vi))).toEqual([
    ['Người nhập đã bỏ dòng này.', expect.stringContaining('đã có trong sổ')],
    ['Người nhập đã bỏ dòng này.', expect.stringContaining('Không phải ngày có thật')],
  ]);
  // Taking all repairs of a kind, or all duplicates for others, does not bring it back.
  await at.send('POST', `/api/imports/${id}/repairs`, {
    keepAll: ['duplicate.name-and-birth'],
    acceptAll: ['cell.day'],
  });
  expect(await at.check(id)).toMatchObject({ counts: { leftOut: 2 } });
  expect(await at.record(id)).toMatchObject({ state: 'recorded', receipt: { added: 1 } });
});

test('a unit that is left out is not established', async () => {
  const units = csv([
    ['Mã', 'Tên tổ chức đảng', 'Loại tổ chức', 'Trực thuộc', 'Ngày thành lập'],
    ['A.1.8', 'Chi bộ thôn Tám', 'Chi bộ', 'A.1', '01/01/2025'],
    ['A.1.9', 'Chi bộ thôn Chín', 'Chi bộ', 'A.1', '01/01/2025'],
  ]);
  const { id, plan } = await at.upload('units.csv', units);
  expect(plan.sheets[0]?.use).toBe('units');
  await at.send('POST', `/api/imports/${id}/plan`, { plan: { ...plan, opening: '2025-01-01' } });
  await at.send('POST', `/api/imports/${id}/repairs`, { repairs: leaveOut(3) });
  expect(await at.check(id)).toMatchObject({ counts: { rows: 2, good: 1, leftOut: 1, units: 1 } });
  expect((await at.rowsOf(id)).rows[1]).toMatchObject({ mark: 'skip', cells: { 'unit.name': 'Chi bộ thôn Chín' } });
});

const grouped = (group: string, total: string) =>
  csv([
    ['DANH SÁCH ĐẢNG VIÊN'],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Chính thức/dự bị', 'Ngày mở sổ'],
    ['I', group, '', '', ''],
    ['1', 'Nguyễn Văn Mẫu', '01/02/1970', 'Chính thức', '01/01/2025'],
    ['2', 'Trần Thị Ví Dụ', '01/02/1971', 'Chính thức', '01/01/2025'],
    ['', `Tổng cộng: ${total} đồng chí`, '', '', ''],
  ]);

test('a total that does not fit is told at its row, and counts as no row of the list', async () => {
  const { id, plan } = await at.upload('a.csv', grouped('Chi bộ thôn Một', '57'));
  expect(plan.sheets[0]).toMatchObject({ cellFromGroups: true });
  const checked = await at.check(id);
  expect(checked).toMatchObject({ counts: { rows: 2, good: 2, members: 2, withProblems: 0 } });
  expect(checked.problems.byKind).toMatchObject([{ code: 'row.total', count: 1, isBlocking: false }]);
  expect(checked.problems.first).toMatchObject([{ code: 'row.total', row: 6, cell: 'B6', isBlocking: false }]);
  expect(checked.problems.byKind[0]?.label.en).toBe('The total does not fit the rows above.');
  const { rows } = await at.rowsOf(id, 'only=problems');
  expect(rows).toMatchObject([
    { row: 6, what: 'passed', why: [{ vi: 'Dòng tổng.' }], problems: [{ code: 'row.total' }] },
  ]);
  // Leaving a row out does not make the total another one.
  await at.send('POST', `/api/imports/${id}/repairs`, { repairs: leaveOut(4) });
  expect((await at.check(id)).problems.first[0]?.message.vi).toContain('ghi 57, phía trên có 2 dòng');
  expect(await at.record(id)).toMatchObject({ receipt: { added: 1 } });
});

test('a group that nobody knows is told at the group’s own cell, and another name there mends the rows below', async () => {
  const { id, plan } = await at.upload('a.csv', grouped('Chi bộ thôn Bảy', '2'));
  await at.send('POST', `/api/imports/${id}/plan`, { plan: { ...plan, newUnits: [] } });
  const checked = await at.check(id);
  expect(checked).toMatchObject({ counts: { rows: 2, good: 0, withProblems: 2 } });
  const group = checked.problems.first.find(({ row }) => row === 3);
  expect(group).toMatchObject({ code: 'cell.unit-unknown', column: 'B', cell: 'B3', isBlocking: false });
  await at.send('POST', `/api/imports/${id}/repairs`, {
    repairs: [{ sheet: null, row: 3, column: 'B', value: 'A.1.1' }],
  });
  expect(await at.check(id)).toMatchObject({ counts: { good: 2, withProblems: 0 }, problems: { total: 0 } });
});

test('the plan masks the samples of the same columns that the preview marks as sensitive', async () => {
  const rows = csv([
    ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Số thẻ đảng', 'Điện thoại', 'Số hiệu riêng', 'Mã chi bộ', 'Tình trạng'],
    ['Nguyễn Văn Mẫu', '1970', '001070000001', '001234567890', '0900000001', '001070000001', 'A.1.1', 'Chính thức'],
    ['Trần Thị Ví Dụ', '1971', '001171000002', '001234567891', '0900000002', '001171000002', 'A.1.1', 'Chính thức'],
  ]);
  const { id, plan } = await at.upload('a.csv', rows);
  const planned = plan.sheets[0]?.columns ?? [];
  const isMasked = (letters: string) =>
    planned.find((one) => one.letters === letters)?.samples.every((text) => !/[0-9a-z]/i.test(text));
  const { columns } = await at.rowsOf(id);
  expect(columns.filter(({ isSensitive }) => isSensitive).flatMap(({ letters }) => letters)).toEqual(['C', 'E']);
  for (const { letters, isSensitive } of columns)
    for (const letter of letters) expect([letter, isMasked(letter)]).toEqual([letter, isSensitive]);
  // A column that is not read may be one of identity numbers.
  expect([planned[5]?.target, isMasked('F')]).toEqual([null, true]);
});

test('what is against a rule names its instrument', async () => {
  await at.record((await at.upload('a.csv', members(mau))).id);
  const { rows } = await (await at.installation.room('A')).read({ actor: 'test' }, ({ client }) =>
    client.query("select person_id from person_record where name = 'Nguyễn Văn Mẫu'"),
  );
  const person = rows[0]?.person_id; // a member of A.1.1
  const acts = [
    { kind: 'post.assumed', effectiveOn: '2025-02-01', person, unit: 'A.1.2', post: 'secretary', how: 'elected' },
  ];
  const { id } = await at.upload('a.ndjson', acts.map((act) => JSON.stringify(act)).join('\n'));
  const { problems } = await at.check(id);
  const broken = problems.first.find(({ code }) => code.startsWith('rule.'));
  expect(broken).toMatchObject({ rule: 'Sổ Tay', row: 1 });
  expect(problems.byKind.find(({ code }) => code === broken?.code)?.label.vi).toBe(`Trái quy định: ${broken?.rule}.`);
});

test('codes made for new units follow the superior that is told, those that were written do not', async () => {
  const list = csv([
    ['Họ và tên', 'Ngày sinh', 'Chi bộ', 'Chính thức/dự bị'],
    ['Nguyễn Văn Mẫu', '01/02/1970', 'Chi bộ thôn Bảy', 'Chính thức'],
    ['Trần Thị Ví Dụ', '01/02/1971', 'Chi bộ thôn Tám', 'Chính thức'],
    ['Lê Văn Thử', '01/02/1972', 'Chi bộ thôn Chín', 'Chính thức'],
  ]);
  const { id, plan } = await at.upload('a.csv', list);
  expect(plan.newUnits.every(({ isCodeProposed }) => isCodeProposed)).toBe(true);
  const put = (next: object) =>
    at.send<Intake>('POST', `/api/imports/${id}/plan`, { plan: { ...plan, opening: '2025-01-01', ...next } });
  const written = plan.newUnits.map((unit, n) => (n === 1 ? { ...unit, code: 'TAM' } : unit));
  const { plan: followed } = await put({ superior: { code: 'A.1' }, newUnits: written });
  expect(followed.newUnits.map(({ code, parent }) => [code, parent])).toEqual([
    ['A.1.01', 'A.1'],
    ['TAM', 'A.1'],
    ['A.1.03', 'A.1'],
  ]);
  // Sent again as it is, nothing changes.
  expect((await put(followed)).plan).toEqual(followed);
  expect(await at.check(id)).toMatchObject({ counts: { newUnits: 3, good: 3 }, problems: { total: 0 } });
  expect(await at.record(id)).toMatchObject({ receipt: { added: 6 } });
});

test('where columns of men and women tell sex and birth, the preview shows both', async () => {
  await at.register();
  const headings = ['Họ và tên', 'Nam', 'Nữ', 'Mã chi bộ', 'Tình trạng', 'Ngày mở sổ'];
  const rows = [
    ['Nguyễn Văn Mẫu', '03/02/1960', '', 'A.1.2', 'Chính thức', '01/01/2025'],
    ['Trần Thị Ví Dụ', '', '1965', 'A.1.2', 'Chính thức', '01/01/2025'],
  ];
  const { id } = await at.upload('nam-nu.csv', csv([headings, ...rows]));
  await at.check(id);
  const shown = await at.rowsOf(id);
  expect(shown.columns.find(({ key }) => key === 'person.born')).toMatchObject({ letters: ['B', 'C'] });
  expect(shown.rows.map(({ cells }) => [cells['person.sex'], cells['person.born']])).toEqual([
    ['Nam', '03/02/1960'],
    ['Nữ', '1965'],
  ]);
});
