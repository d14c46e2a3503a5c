import { expect, test } from 'vitest';
import { type Facts, handMadeFacts, idOf } from '#test/facts.ts';
import { allBut, everybody, given, open, report, rowsOf, staying, useDatabase, write } from '#test/form-1.ts';

useDatabase();

/** G1 with its cells moves from D1 to D2 on 1/7/2024. */
const moveG1 = (facts: Facts) => {
  facts.tables.unit_parent = (facts.tables.unit_parent ?? []).filter((row) => row.unit_id !== idOf('G1'));
  facts.under('G1', 'D1', '2020-01-01', '2024-07-01');
  facts.add('unit_parent', {
    unit_id: idOf('G1'),
    parent_id: idOf('D2'),
    valid: '[2024-07-01,)',
    act_id: idOf('the move'),
  });
};

test('a unit that moves takes its members: C6 where it left, B4 where it came, nothing above both; the list cites the act', async () => {
  await given((facts) => {
    moveG1(facts);
    staying(facts, everybody);
  });
  expect(await rowsOf('P')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('D1')).toEqual({ A: 10, C: 10, C6: 10 });
  expect(await rowsOf('D2')).toEqual({ B: 10, B4: 10, D: 10 });
  expect(await rowsOf('c11')).toEqual({ A: 10, D: 10 });
  const came = await open('D2', 'B4');
  expect(came).toHaveLength(10);
  expect(came[0]).toMatchObject({ label: 'm0', unit: { code: 'c11' }, on: '2024-07-01', act: idOf('the move') });
  expect(await open('D1', 'C6')).toMatchObject(came);
});

test('an event on the day of the move is judged by the new tree', async () => {
  await given((facts) => {
    moveG1(facts);
    staying(facts, allBut('m0', 'm1'));
    facts.standing('m0', 'c11', '2023-01-01', '2024-07-01', { exit: 'died' });
    facts.event('m0', '2024-07-01', 'died', 'c11', null);
    facts.standing('m1', 'c11', '2023-01-01', '2024-07-01', { exit: 'transferred' });
    facts.standing('m1', 'c21', '2024-07-01', null, { entry: 'transferred' });
    facts.event('m1', '2024-07-01', 'transferred', 'c11', 'c21');
    facts.person('new');
    facts.event('new', '2024-07-01', 'admitted', null, 'c12');
    facts.standing('new', 'c12', '2024-07-01', null, { entry: 'admitted' });
  });
  // m1 moved with c11 to D2 and went back to D1 by his transfer.
  expect(await rowsOf('D1')).toEqual({ A: 10, B: 1, B2: 1, B2b: 1, C: 10, C6: 10, D: 1 });
  expect(await rowsOf('D2')).toEqual({ B: 11, B1: 1, B4: 10, C: 2, C1: 1, C5: 1, C5b: 1, D: 9 });
  expect(await rowsOf('P')).toEqual({ A: 10, B: 1, B1: 1, C: 1, C1: 1, D: 10 });
});

test('a merged cell hands its members to its successor: C6 and B4 between grassroots units, the act of the end cited', async () => {
  await given((facts) => {
    for (const table of ['unit_life', 'unit_name', 'unit_code', 'unit_kind', 'unit_parent'])
      facts.tables[table] = (facts.tables[table] ?? []).filter((row) => row.unit_id !== idOf('c11'));
    facts.unit('c11', 'cell', '2020-01-01', { to: '2024-08-01', successor: 'c21' });
    facts.under('c11', 'G1', '2020-01-01', '2024-08-01');
    for (const name of everybody) {
      facts.standing(name, 'c11', '2023-01-01', '2024-08-01', { exit: 'reorganised' });
      facts.standing(name, 'c21', '2024-08-01', null, { entry: 'reorganised', act_id: idOf('end of c11') });
    }
  });
  expect(await rowsOf('D1')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('G1')).toEqual({ A: 10, C: 10, C6: 10 });
  expect(await rowsOf('c11')).toEqual({ A: 10, C: 10, C6: 10 });
  expect(await rowsOf('G2')).toEqual({ B: 10, B4: 10, D: 10 });
  expect((await open('G2', 'B4'))[0]).toMatchObject({ unit: { code: 'c21' }, act: idOf('end of c11') });
  expect((await open('G1', 'C6'))[0]).toMatchObject({ unit: { code: 'c11' }, act: idOf('end of c11') });
});

test('members assigned elsewhere by a unit act are B4 and C6 too, with that act', async () => {
  await given((facts) => {
    staying(facts, allBut('m0'));
    facts.standing('m0', 'c11', '2023-01-01', '2024-08-01', { exit: 'assigned' });
    facts.standing('m0', 'c12', '2024-08-01', null, { entry: 'assigned' });
    facts.event('m0', '2024-08-01', 'assigned', 'c11', 'c12', { act_id: idOf('the split') });
  });
  expect(await rowsOf('G1')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('c11')).toEqual({ A: 10, C: 1, C6: 1, D: 9 });
  expect(await open('c12', 'B4')).toMatchObject([{ label: 'm0', act: idOf('the split') }]);
});

test('a superior that ends in between moves nobody (1/7/2025: communes come directly under the province)', async () => {
  const facts = handMadeFacts();
  facts.unit('P', 'provincial', '2020-01-01');
  facts.unit('D', 'district', '2020-01-01', { to: '2025-07-01', successor: 'P' });
  facts.unit('X', 'commune', '2020-01-01');
  facts.under('D', 'P', '2020-01-01', '2025-07-01');
  facts.under('X', 'D', '2020-01-01', '2025-07-01');
  facts.under('X', 'P', '2025-07-01');
  facts.person('m0');
  facts.event('m0', '2023-01-01', 'registered', null, 'X');
  facts.standing('m0', 'X', '2023-01-01', null);
  await write(facts);
  expect(await rowsOf('P', '2025-01-01', '2025-12-31')).toEqual({ A: 1, D: 1 });
  expect(await rowsOf('X', '2025-01-01', '2025-12-31')).toEqual({ A: 1, D: 1 });
  expect(await rowsOf('D', '2025-01-01', '2025-12-31')).toEqual({ A: 1, C: 1, C6: 1 });
  const { rows } = await report('X', '2025-01-01', '2025-12-31');
  expect(rows.find((row) => row.row === 'B2b')?.label).toBe('Xã, phường, đặc khu khác trong tỉnh chuyển đến');
});

test('whom a move brings in and who dies on that very day came and left: B4 and C1, with unit and act', async () => {
  await given((facts) => {
    moveG1(facts);
    staying(facts, allBut('m0'));
    facts.standing('m0', 'c11', '2023-01-01', '2024-07-01', { exit: 'died' });
    facts.event('m0', '2024-07-01', 'died', 'c11', null);
  });
  expect(await rowsOf('D2')).toEqual({ B: 10, B4: 10, C: 1, C1: 1, D: 9 });
  const came = (await open('D2', 'B4')).find((entry) => entry.label === 'm0');
  expect(came).toMatchObject({ unit: { code: 'c11' }, act: idOf('the move') });
});
