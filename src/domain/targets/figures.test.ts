import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factSource } from '#/kernel/figures/source.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { target } from './figures.ts';

let database: TestDatabase;
const unit = uuidv7();
beforeAll(async () => {
  database = await testDatabase();
  await within(async ({ client }) => {
    const assign = (value: number, assignedOn: string, figure = 'admissions', args = {}) =>
      client.query(
        `insert into target (unit_id, figure, args, valid, value, measure, at_least, assigned_on, scope, act_id, known_from)
         values ($1, $2, $3, '[2020-01-01,2021-01-01)', $4, 'count', true, $5, '|', $6, '2020-01-01')`,
        [unit, figure, args, value, assignedOn, uuidv7()],
      );
    await assign(1500, '2019-12-20');
    await assign(1600, '2020-07-01');
    await assign(1650, '2021-01-15');
    await assign(40, '2020-01-05', 'units-classified', { level: 'excellent' });
    await assign(90, '2020-01-05', 'units-classified');
  });
});
afterAll(() => database.close());

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  inTransaction(database.appPool(), { actor: 'test', scope: wholeTenant }, work);

async function inForce(on: string, args: Record<string, string>): Promise<number[]> {
  return within(async ({ db }) => {
    const rule = target.rows(factSource(db, null), args);
    const query = sql<{ value: number; assignedOn: string; atLeast: boolean }>`
      select r.* from ${rule} r where r.valid @> ${on}::date order by r.assigned_on desc`;
    const { rows } = await query.execute(db);
    for (const row of rows) expect(row.atLeast).toBe(true);
    return rows.map(({ value }) => value);
  });
}

test('a target holds for its period; an adjustment within it only from its day of effect', async () => {
  expect(await inForce('2020-06-30', { of: 'admissions' })).toEqual([1650, 1500]);
  expect(await inForce('2020-12-31', { of: 'admissions' })).toEqual([1650, 1600, 1500]);
  expect(await inForce('2021-01-01', { of: 'admissions' })).toEqual([]);
});

test('a target is that of its figure with exactly the same args', async () => {
  expect(await inForce('2020-12-31', { of: 'units-classified' })).toEqual([90]);
  expect(await inForce('2020-12-31', { of: 'units-classified', level: 'excellent' })).toEqual([40]);
  expect(await inForce('2020-12-31', { of: 'units-classified', level: 'good' })).toEqual([]);
});
