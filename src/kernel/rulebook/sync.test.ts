import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { types } from '#/platform/db/column-types.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { loadRulebook, readRules } from './load.ts';
import type { Rule } from './rulebook.ts';
import { syncRulebook } from './sync.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.adminUrl, types });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const age: Rule = {
  key: 'admission.age.least',
  from: null,
  to: '2025-07-01',
  value: 18,
  effect: 'block',
  instrument: 'Điều lệ Đảng',
  issuedOn: '2011-01-19',
  article: 'Đ.1',
  confidence: 'K',
  note: null,
};
const later: Rule = { ...age, from: '2025-07-01', to: null, value: { years: 18, countedBy: 'month' } };

async function instant(): Promise<string> {
  return (await client.query('select clock_timestamp() as now')).rows[0].now;
}

test('the table says what the files say; a changed rule moves to the twin, an unchanged one is not touched', async () => {
  expect(await syncRulebook(client, [age, later])).toEqual({ added: 2, replaced: 0, unchanged: 0 });
  const before = await client.query('select * from public.rule order by valid');
  expect(await syncRulebook(client, [age, later])).toEqual({ added: 0, replaced: 0, unchanged: 2 });

  const whileFirst = await instant();
  const corrected = { ...later, value: { years: 18, countedBy: 'day' } };
  expect(await syncRulebook(client, [age, corrected])).toEqual({ added: 1, replaced: 1, unchanged: 1 });
  const after = await client.query('select * from public.rule order by valid');
  expect(after.rows[0]).toEqual(before.rows[0]);
  expect(after.rows[1].value).toEqual(corrected.value);

  const now = await loadRulebook({ client }, null);
  expect(now.all()).toHaveLength(2);
  expect(now.rule(age.key, '2025-06-30')).toEqual(age);
  expect(now.rule(age.key, '2026-01-01')).toEqual(corrected);
  const then = await loadRulebook({ client }, whileFirst);
  expect(then.rule(age.key, '2026-01-01')).toEqual(later);
  expect(then.all()).toHaveLength(2);
});

test('the first rules are known since ever, so that a journal older than the installation is counted by them', async () => {
  const past = await loadRulebook({ client }, '2021-03-01T00:00:00.000000Z');
  expect(past.rule(age.key, '2021-03-01')).toEqual(age);
});

test('a rule that leaves the files leaves the table; two syncs at once do the work once', async () => {
  const other = new Client({ connectionString: database.adminUrl, types });
  await other.connect();
  const changes = await Promise.all([syncRulebook(client, [age]), syncRulebook(other, [age])]);
  await other.end();
  expect(changes.map((change) => change.replaced).toSorted()).toEqual([0, 1]);
  expect((await loadRulebook({ client }, null)).rule(age.key, '2026-01-01')).toBeNull();
});

test('the application reads the rules of the package and cannot change them', async () => {
  await syncRulebook(client);
  const pool = database.appPool();
  const app = await pool.connect();
  expect((await loadRulebook({ client: app }, null)).all()).toHaveLength((await readRules()).length);
  await expect(app.query("update public.rule set value = '1'")).rejects.toThrow(/permission denied/);
  app.release();
});
