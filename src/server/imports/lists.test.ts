import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { csv, type ImportServer, importServer, members } from '#test/imports.ts';

let at: ImportServer;
beforeEach(async () => {
  at = await importServer();
});
afterEach(() => at.close());

const ownList = csv([
  ['DANH SÁCH ĐẢNG VIÊN'],
  ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Chính thức/dự bị'],
  ['1', 'Nguyễn Văn Mẫu', '01/02/1970', 'Chi bộ thôn Một', 'Chính thức'],
  ['2', 'Trần Thị Ví Dụ', '01/02/1971', 'Chi bộ thôn Hai', 'Chính thức'],
]);

test('from one’s own list of members to a register: the superior is told, its cells come from the list', async () => {
  const { id, plan, planProblems } = await at.upload('của tôi.csv', ownList);
  expect(planProblems.filter(({ isBlocking }) => isBlocking).map(({ code }) => code)).not.toEqual([]);
  const superior = { code: 'M', name: 'Đảng bộ phường M', kind: 'grassroots-body', type: 'ward' };
  const newUnits = plan.newUnits.map((unit) => ({ ...unit, parent: 'M' }));
  const planned = await at.send<Intake>('POST', `/api/imports/${id}/plan`, {
    plan: { ...plan, opening: '2025-01-01', superior, newUnits },
  });
  expect(planned.planProblems.filter(({ isBlocking }) => isBlocking)).toEqual([]);
  expect(await at.check(id)).toMatchObject({
    state: 'checked',
    tenant: null,
    problems: { total: 0 },
    counts: { units: 3, newUnits: 3, members: 2, rows: 2, good: 2 },
  });
  expect(await at.record(id)).toMatchObject({ state: 'recorded', tenant: 'M', receipt: { added: 5 } });
  const figure = await at.send('GET', '/api/figures/members?unit=M&on=2025-01-01');
  expect(figure).toMatchObject({ value: 2 });
  // The same file again finds its units there and its rows recorded.
  const again = await at.upload('của tôi.csv', ownList);
  expect(again).toMatchObject({ tenant: 'M', remembered: true, plan: { newUnits: [] } });
  await at.send('POST', `/api/imports/${again.id}/plan`, { plan: { ...again.plan, opening: '2025-01-01' } });
  expect(await at.check(again.id)).toMatchObject({ counts: { recordedBefore: 2, duplicatesInRegister: 0 } });
  expect(await at.record(again.id)).toMatchObject({ receipt: { added: 0, duplicates: 2 } });
});

test('for every list, the good rows are all without the rows that have a problem', async () => {
  await at.register();
  let n = 0;
  const row = fc.tuple(
    fc.constantFrom('03/02/1960', '31/02/1960', '1970', '', '2/1971'),
    fc.constantFrom('', '001060000001', '12', '001060000002'),
    fc.constantFrom('A.1.1', 'A.1.2', 'A.1.9', ''),
    fc.constantFrom('Chính thức', 'Dự bị', 'khác'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      n += 1;
      const named = rows.map(([born, id, cell, status], i) => [
        `Người ${n} Số ${i}`,
        born,
        id,
        cell,
        status,
        '01/01/2025',
      ]);
      const { id } = await at.upload('x.csv', members(...named));
      const { counts } = await at.check(id);
      const page = await at.rowsOf(id, 'limit=200');
      const good = page.rows.filter(({ problems }) => problems.every(({ isBlocking }) => !isBlocking));
      expect(good.length).toBe(counts?.good);
      const done = (await at.record(id, true)) as Intake;
      expect(done.receipt).toMatchObject({ added: good.length, leftOut: rows.length - good.length });
      const room = await at.installation.room('A');
      const recorded = await room.read({ actor: 'test' }, ({ client }) =>
        client.query('select name from person_record where name like $1', [`Người ${n} Số %`]),
      );
      expect(recorded.rows.map(({ name }) => name).toSorted()).toEqual(
        good.map(({ cells }) => cells['person.name'] ?? '').toSorted(),
      );
      await at.send('POST', `/api/imports/${id}/undo`);
    }),
    { numRuns: 6 },
  );
});

test('of a long list any page is there, and what was mended shows as mended before it is checked again', async () => {
  await at.register();
  const long = Array.from({ length: 5_100 }, (_, i) => [
    `Người Số ${i}`,
    i === 3_000 ? '31/02/1960' : '1960',
    '',
    'A.1.1',
    'Chính thức',
    '01/01/2025',
  ]);
  const { id } = await at.upload('dài.csv', members(...long));
  expect(await at.check(id)).toMatchObject({ counts: { rows: 5_100, withProblems: 1 } });
  const middle = await at.rowsOf(id, 'after=3001&limit=2');
  expect([middle.total, middle.next, middle.rows.map(({ row }) => row)]).toEqual([5_100, 3_003, [3_002, 3_003]]);
  expect(middle.rows[0]?.problems.map(({ column }) => column)).toEqual(['B']);
  await at.send('POST', `/api/imports/${id}/repairs`, {
    repairs: [
      { sheet: null, row: 3_002, column: 'B', value: '28/02/1960' },
      { sheet: null, row: 3_003, column: null, value: null },
    ],
  });
  const { rows } = await at.rowsOf(id, 'after=3001&limit=2');
  expect(rows[0]).toMatchObject({ cells: { 'person.born': '28/02/1960' }, repaired: ['B'], problems: [] });
  expect(rows[1]).toMatchObject({ mark: 'skip' });
  expect(await at.check(id)).toMatchObject({ counts: { withProblems: 0, leftOut: 1 } });
});
