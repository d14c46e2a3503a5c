import { afterEach, beforeEach, expect, test } from 'vitest';
import { csv, type ImportServer, importServer, mau, members, type Refusal, vi } from '#test/imports.ts';

// The same import, looked at once more: after the register, the plan or the server changed.

let at: ImportServer;
beforeEach(async () => {
  at = await importServer();
});
afterEach(() => at.close());

test('a cell that came into the register meanwhile is known to the next check', async () => {
  await at.register();
  const { id } = await at.upload('new.csv', members(mau, [...vi.slice(0, 3), 'A.1.9', ...vi.slice(4)]));
  expect(await at.check(id)).toMatchObject({ counts: { good: 1, withProblems: 1 } });
  const cell = { code: 'A.1.9', name: 'Chi bộ thôn Chín', kind: 'cell', parent: 'A.1' };
  await at.send('POST', '/api/acts', { acts: [{ kind: 'unit.established', effectiveOn: '2000-01-01', unit: cell }] });
  expect(await at.check(id)).toMatchObject({ counts: { good: 2, withProblems: 0 } });
  expect(await at.record(id)).toMatchObject({ state: 'recorded', receipt: { added: 2 } });
});

test('people with codes and cards come again after their import was undone', async () => {
  await at.register();
  const list = csv([
    ['Họ và tên', 'Mã', 'Ngày sinh', 'Số CCCD', 'Số thẻ đảng viên', 'Mã chi bộ', 'Tình trạng', 'Ngày mở sổ'],
    ['Nguyễn Văn Mẫu', 'DV1', '03/02/1960', '001060000001', '12345678', 'A.1.1', 'Chính thức', '01/01/2025'],
  ]);
  const before = await at.facts();
  for (let round = 0; round < 3; round++) {
    const { id } = await at.upload('a.csv', list);
    expect(await at.check(id)).toMatchObject({ counts: { good: 1, withProblems: 0, recordedBefore: 0 } });
    expect(await at.record(id)).toMatchObject({ state: 'recorded', receipt: { added: 1 } });
    expect(await at.send('POST', `/api/imports/${id}/undo`, {})).toMatchObject({ state: 'undone' });
    expect((await at.facts()).facts).toBe(before.facts);
  }
});

test('a checked session is what it was after a restart, and is recorded by it', async () => {
  await at.register();
  const { id } = await at.upload('a.csv', members(mau, ['Lê Văn Sai', '31/02/1990', '', 'A.1.1', 'Chính thức', '']));
  const checked = await at.check(id);
  at = await at.restart();
  expect(await at.send('GET', `/api/imports/${id}`)).toEqual({ status: 200, ...checked });
  expect(await at.record(id, true)).toMatchObject({
    state: 'recorded',
    receipt: { added: checked.counts?.good, leftOut: checked.counts?.withProblems },
  });
});

test('whoever became official after the register opens is asked about: a probationary member on that day', async () => {
  await at.register();
  const list = csv([
    ['Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Mã chi bộ', 'Ngày mở sổ'],
    ['Nguyễn Văn Mẫu', '03/02/1990', '01/06/2024', '01/06/2025', 'A.1.1', '01/01/2025'],
    ['Trần Thị Ví Dụ', '03/02/1990', '01/06/2023', '2025', 'A.1.1', '01/01/2025'],
  ]);
  const { id } = await at.upload('a.csv', list);
  const checked = await at.check(id);
  expect(checked.problems.first.map(({ code, cell }) => [code, cell])).toEqual([['cell.after-opening', 'D2']]);
  await at.send('POST', `/api/imports/${id}/repairs`, { acceptAll: ['cell.after-opening'] });
  expect(await at.check(id)).toMatchObject({ counts: { good: 2 }, problems: { total: 0 } });
  const { rows } = await at.rowsOf(id);
  expect(rows.map(({ cells }) => cells.status)).toEqual(['Dự bị', 'Chính thức']);
});

test('changes that come at once all hold, and none brings a recorded import back', async () => {
  await at.register();
  const { id, plan } = await at.upload('a.csv', members(mau, vi));
  const mend = (row: number, value: string) =>
    at.send('POST', `/api/imports/${id}/repairs`, { repairs: [{ sheet: null, row, column: 'A', value }] });
  await Promise.all([
    mend(2, 'Nguyễn Thị Mẫu'),
    at.send('POST', `/api/imports/${id}/plan`, { plan }),
    mend(3, 'Trần Văn Ví Dụ'),
  ]);
  const { rows } = await at.rowsOf(id);
  expect(rows.map(({ cells }) => cells['person.name'])).toEqual(['Nguyễn Thị Mẫu', 'Trần Văn Ví Dụ']);
  await Promise.all([
    at.send('POST', `/api/imports/${id}/record`, {}),
    at.send('POST', `/api/imports/${id}/record`, {}),
    at.send('POST', `/api/imports/${id}/plan`, { plan }),
  ]);
  expect(await at.settled(id)).toMatchObject({ state: 'recorded', receipt: { added: 2 } });
});

test.each(['a\0b.csv', '../../../../etc/passwd.csv', '..', `${'dài'.repeat(80)}.csv`, '=cmd|x.csv'])(
  'a file may be called %j',
  async (name) => {
    await at.register();
    const sent = await at.upload(name, members(mau));
    // A name that no file has, or that says nothing of what the file is, is refused; no other is a fault of ours.
    if (sent.state === undefined)
      return expect(['request.invalid', 'table.extension']).toContain((sent as unknown as Refusal).code);
    expect(await at.record(sent.id)).toMatchObject({ state: 'recorded', receipt: { added: 1 } });
  },
);

test.each(['Nguyễn\0Mẫu', 'Nguyễn \ud800 Mẫu'])('a sign that no text may hold is no repair: %j', async (value) => {
  await at.register();
  const { id } = await at.upload('a.csv', members(mau, vi));
  const repairs = [{ sheet: null, row: 2, column: 'A', value }];
  expect(await at.send('POST', `/api/imports/${id}/repairs`, { repairs })).toMatchObject({ code: 'request.invalid' });
  expect(await at.check(id)).toMatchObject({ state: 'checked', counts: { good: 2 } });
});

test('in a journal file it is a problem of its line, and breaks nothing off', async () => {
  await at.register();
  const line = (name: string) => {
    const input = { kind: 'member.registered', effectiveOn: '2025-01-01', cell: 'A.1.1', status: 'official' };
    return `${JSON.stringify({ ...input, person: { name, born: '1990' } })}\n`;
  };
  const { id } = await at.upload('a.ndjson', line('Nguyễn\0Mẫu') + line('Lê \ud800 Thử') + line('Trần Thị Ví Dụ'));
  const { state, counts, problems } = await at.check(id);
  expect([state, counts?.good, problems.first.map(({ row }) => row)]).toEqual(['checked', 1, [1, 2]]);
  expect(await at.record(id, true)).toMatchObject({ state: 'recorded', receipt: { added: 1, leftOut: 2 } });
});
