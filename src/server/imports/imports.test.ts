import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { csv, type ImportServer, importServer, mau, members, type Refusal, units, vi } from '#test/imports.ts';

let at: ImportServer;
beforeEach(async () => {
  at = await importServer();
});
afterEach(() => at.close());

test('a file is recognised, checked, shown, recorded and undone as one', async () => {
  await at.register();
  const before = await at.facts();
  const sent = await at.upload('danh sách.csv', members(mau, vi));
  expect(sent).toMatchObject({ state: 'recognised', tenant: 'A', name: 'danh sách.csv', remembered: false });
  expect(await at.check(sent.id)).toMatchObject({
    state: 'checked',
    problems: { total: 0 },
    counts: { rows: 2, good: 2, members: 2, withProblems: 0 },
  });
  const { rows, next, columns } = await at.rowsOf(sent.id);
  expect(next).toBeNull();
  expect(columns.find(({ key }) => key === 'person.citizenId')).toMatchObject({ letters: ['C'], isSensitive: true });
  expect(rows[0]).toMatchObject({
    row: 2,
    what: 'member',
    cells: { 'person.name': 'Nguyễn Văn Mẫu', 'person.born': '03/02/1960', cell: 'A.1.1', status: 'Chính thức' },
    problems: [],
  });
  const done = await at.record(sent.id);
  expect(done).toMatchObject({ state: 'recorded', receipt: { added: 2, leftOut: 0 } });
  expect(at.uploads().filter((name) => name.startsWith(sent.id))).toEqual([sent.id, `${sent.id}/session.json`]);
  const { imports } = await at.send<{ imports: object[] }>('GET', '/api/imports');
  expect(imports[0]).toMatchObject({ id: sent.id, state: 'recorded', acts: 2, by: 'api' });
  expect(await at.send('POST', `/api/imports/${sent.id}/undo`, { reason: 'nhầm tệp' })).toMatchObject({
    state: 'undone',
  });
  expect((await at.facts()).facts).toBe(before.facts);
});

test('an empty installation gets its register from the first file', async () => {
  const { id, tenant } = await at.upload('units.csv', units);
  expect(tenant).toBeNull();
  expect(await at.check(id)).toMatchObject({ state: 'checked', counts: { units: 4, good: 4 }, problems: { total: 0 } });
  expect(await at.installation.tenants()).toEqual([]); // checked only
  expect(await at.record(id)).toMatchObject({ state: 'recorded', tenant: 'A' });
});

test('somebody known is a problem of the row: by citizen id for certain, by name and birth date until it is told otherwise', async () => {
  await at.register();
  await at.record((await at.upload('first.csv', members(mau, vi))).id);
  const other = ['Nguyễn Văn Mẫu', '03/02/1960', '', 'A.1.2', 'Chính thức', '01/01/2025'];
  const again = ['Tran Thi Vi Du', '1998', '001198000002', 'A.1.2', 'Dự bị', '01/01/2025'];
  const fresh = ['Lê Văn Thử', '1970', '', 'A.1.2', 'Chính thức', '01/01/2025'];
  const { id } = await at.upload('second.csv', members(other, again, fresh));
  const checked = await at.check(id);
  expect(checked).toMatchObject({
    state: 'checked',
    counts: { rows: 3, good: 1, withProblems: 2, duplicatesInRegister: 2 },
  });
  expect(checked.problems.first.map(({ code, row, cell }) => [code, row, cell])).toEqual([
    ['duplicate.name-and-birth', 2, 'A2'],
    ['duplicate.citizen-id', 3, 'C3'],
  ]);
  expect(checked.problems.first[1]?.message.vi).toContain('Trần Thị Ví Dụ, 04/05/1998, Chi bộ thôn Một');
  expect(JSON.stringify(checked)).not.toContain('001198000002');
  expect(await at.send('POST', `/api/imports/${id}/record`, {})).toMatchObject({
    code: 'import.rows-refused',
    status: 422,
  });
  const { rows, total } = await at.rowsOf(id, 'only=problems');
  expect([total, rows.map(({ row }) => row)]).toEqual([2, [2, 3]]);
  expect(await at.record(id, true)).toMatchObject({ state: 'recorded', receipt: { added: 1, leftOut: 2 } });
});

test('of somebody outside the asker’s part of the tree it is told only that there is one', async () => {
  await at.register();
  await at.record((await at.upload('first.csv', members(mau))).id);
  const same = ['Nguyễn Văn Mẫu', '03/02/1960', '001060000001', 'A.1.2', 'Chính thức', '01/01/2025'];
  const { id } = await at.upload('second.csv', members(same), '&scope=A.1.2');
  const { problems } = await at.check(id);
  expect(problems.first.map(({ code, message }) => [code, message.vi])).toEqual([
    ['duplicate.citizen-id', 'Số định danh cá nhân này đã có trong sổ. Đã có ở đơn vị khác.'],
  ]);
});

test('the same file again is harmless; after it was undone it may come again', async () => {
  await at.register();
  const first = await at.upload('a.csv', members(mau, vi));
  await at.record(first.id);
  const second = await at.upload('a.csv', members(mau, vi));
  expect(await at.check(second.id)).toMatchObject({ counts: { good: 2, recordedBefore: 2, duplicatesInRegister: 0 } });
  expect(await at.record(second.id)).toMatchObject({ state: 'recorded', receipt: { added: 0, duplicates: 2 } });
  await at.send('POST', `/api/imports/${first.id}/undo`);
  const third = await at.upload('a.csv', members(mau, vi));
  expect(await at.record(third.id)).toMatchObject({ state: 'recorded', receipt: { added: 2 } });
});

test('what later acts hang on is not undone, and they are listed', async () => {
  await at.register();
  const { id } = await at.upload('a.csv', members(mau, vi));
  await at.record(id);
  const room = await at.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query("select person_id from person_record where name = 'Nguyễn Văn Mẫu'"),
  );
  await at.send('POST', '/api/acts', {
    acts: [{ kind: 'member.died', effectiveOn: '2025-06-01', person: rows[0]?.person_id }],
  });
  const refused = await at.send<Refusal>('POST', `/api/imports/${id}/undo`);
  expect(refused).toMatchObject({ status: 409, code: 'import.hanging' });
  expect(refused.errors?.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^2025-06-01 member\.died: Nguyễn Văn Mẫu/),
  ]);
  expect(await at.send('GET', `/api/imports/${id}`)).toMatchObject({
    state: 'recorded',
    hangingOn: [expect.anything()],
  });
});

test('how a file was read is remembered for the next of its form, and can be forgotten', async () => {
  await at.register();
  const own = (name: string) =>
    csv([
      ['Họ và tên', 'Ghi gì đó', 'Mã chi bộ', 'Tình trạng', 'Ngày mở sổ'],
      [name, 'x', 'A.1.1', 'Chính thức', '01/01/2025'],
    ]);
  const { id, plan } = await at.upload('a.csv', own('Nguyễn Văn Mẫu'));
  const [sheet] = plan.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const columns = sheet.columns.map((column) => (column.at === 1 ? { ...column, target: 'person.otherName' } : column));
  await at.send('POST', `/api/imports/${id}/plan`, { plan: { ...plan, sheets: [{ ...sheet, columns }] } });
  await at.record(id);
  const next = await at.upload('b.csv', own('Trần Thị Ví Dụ'));
  expect(next.remembered).toBe(true);
  expect(next.plan.sheets[0]?.columns[1]).toMatchObject({ target: 'person.otherName' });
  const forgotten = await at.send<Intake>('POST', `/api/imports/${next.id}/forget`);
  expect(forgotten.remembered).toBe(false);
  expect(forgotten.plan.sheets[0]?.columns[1]?.target).not.toBe('person.otherName');
  expect((await at.upload('c.csv', own('Lê Văn Thử'))).remembered).toBe(false);
});

test('a journal file goes the same way, line by line', async () => {
  await at.register();
  const lines = [
    {
      kind: 'member.registered',
      effectiveOn: '2025-01-01',
      person: { code: 'P1', name: 'Nguyễn Văn Mẫu' },
      cell: 'A.1.1',
      status: 'official',
    },
    { kind: 'member.died', effectiveOn: '2025-02-01', person: 'P9' },
  ];
  const { id, kind } = await at.upload('a.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(kind).toBe('acts');
  expect(await at.check(id)).toMatchObject({
    counts: { acts: 2, good: 1, withProblems: 1 },
    problems: { first: [{ code: 'person.unknown', row: 2 }] },
  });
  const { rows } = await at.rowsOf(id);
  expect(rows[0]).toMatchObject({
    row: 1,
    what: 'act',
    cells: { kind: 'member.registered', effectiveOn: '2025-01-01' },
  });
  expect(await at.record(id, true)).toMatchObject({ state: 'recorded', receipt: { added: 1, leftOut: 1 } });
});

test('proposed repairs are accepted by kind, other values are typed, rows are left out or kept as another person', async () => {
  await at.register();
  await at.record((await at.upload('first.csv', members(mau))).id);
  const rows = members(
    ['Nguyễn Văn Mẫu', '03/02/1960', '', 'A.1.2', 'Chính thức', '01/01/2025'],
    ['Lê Văn Thử', '31/02/1970', '', 'A.1.2', 'Chính thức', '01/01/2025'],
    ['Phạm Thị Thử', '1971', '', 'A.1.9', 'Chính thức', '01/01/2025'],
    ['Đỗ Văn Thử', '1972', '', 'A.1.2', 'Chính thức', '01/01/2025'],
    ['Hoàng Thị Thử', '1973', '', 'A.1.2', 'Dự bị', '01/01/2025'],
  );
  const { id } = await at.upload('second.csv', rows);
  expect(await at.check(id)).toMatchObject({ counts: { rows: 5, good: 2, withProblems: 3 } });
  const repaired = await at.send<Intake>('POST', `/api/imports/${id}/repairs`, {
    repairs: [
      { sheet: null, row: 3, column: 'B', value: '28/02/1970' },
      { sheet: null, row: 4, column: 'D', value: 'A.1.1' },
      { sheet: null, row: 5, column: null, value: null },
    ],
    keepAll: ['duplicate.name-and-birth'],
  });
  expect(repaired.state).toBe('recognised');
  expect(await at.check(id)).toMatchObject({ state: 'checked', counts: { good: 4, withProblems: 0, leftOut: 1 } });
  const page = await at.rowsOf(id);
  expect(page.rows.map(({ row, mark, repaired: cells }) => [row, mark, cells])).toEqual([
    [2, 'keep', []],
    [3, undefined, ['B']],
    [4, undefined, ['D']],
    [5, 'skip', []],
    [6, undefined, []],
  ]);
  expect(page.rows[1]?.cells['person.born']).toBe('28/02/1970');
  expect(await at.record(id)).toMatchObject({ state: 'recorded', receipt: { added: 4, leftOut: 0 } });
});

test('rows that were mended later do not make the others new', async () => {
  await at.register();
  const rows = members(mau, ['Lê Văn Thử', '31/02/1970', '', 'A.1.2', 'Chính thức', '01/01/2025']);
  expect(await at.record((await at.upload('a.csv', rows)).id, true)).toMatchObject({
    receipt: { added: 1, leftOut: 1 },
  });
  const { id } = await at.upload('a.csv', rows);
  await at.send('POST', `/api/imports/${id}/repairs`, {
    repairs: [{ sheet: null, row: 3, column: 'B', value: '28/02/1970' }],
  });
  expect(await at.record(id)).toMatchObject({ state: 'recorded', receipt: { added: 1, duplicates: 1 } });
});
