import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { derivedId } from '#/platform/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { actId, asSuperuser, recordBatch, recordedAt } from '#test/plain-acts.ts';
import { factTable } from '../facts/table.ts';
import { type Digest, digest } from './digest.ts';

const unitName = factTable({
  name: 'unit_name',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange', name: 'text' },
  scoped: false,
});
const target = factTable({
  name: 'target',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', figure: 'text', value: 'numeric', args: 'jsonb' },
  scoped: { unitColumns: ['unit_id'] },
});
const tables = [unitName, target];
const [unitA, unitB] = [derivedId('a'), derivedId('b')];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await recordBatch(database.appPool(), 1, [1, 2, 3]);
  await asSuperuser(database.adminUrl, async (client) => {
    for (const unit of [unitA, unitB]) {
      await client.query(
        `insert into unit_life (unit_id, valid, act_id, known_from) values ($1, '[2000-01-01,)', $2, $3)`,
        [unit, actId(1), recordedAt(1)],
      );
      await insertName(client, unit, `Chi bộ ${unit}`);
    }
    await client.query(
      `insert into target (unit_id, figure, args, valid, value, measure, at_least, assigned_on, scope, act_id, known_from)
       values ($1, 'members', '{}', '[2024-01-01,2025-01-01)', 80, 'count', true, '2024-01-01', '|1.', $2, $3)`,
      [unitA, actId(2), recordedAt(1)],
    );
    await client.query(
      `insert into unit_name_twin (unit_id, valid, name, act_id, ordinal, known_from, known_until) values ($1, '[2000-01-01,)', 'x', $2, 1, $3, $4)`,
      [unitA, actId(1), recordedAt(1), recordedAt(2)],
    );
  });
});
afterAll(() => database.close());

const insertName = (client: Client, unit: string, name: string) =>
  client.query(
    `insert into unit_name (unit_id, valid, name, act_id, known_from) values ($1, '[2000-01-01,)', $2, $3, $4)`,
    [unit, name, actId(1), recordedAt(1)],
  );

/** Which parts of the digest change when this is done; nothing of it stays. */
async function changedBy(change: (client: Client) => Promise<unknown>): Promise<string[]> {
  return asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    const before = await digest({ client: client as never }, tables);
    await change(client);
    const after = await digest({ client: client as never }, tables);
    await client.query('rollback');
    return (Object.keys(before) as (keyof Digest)[]).filter((key) => before[key] !== after[key]);
  });
}
const sql = (text: string) => changedBy((client) => client.query(text));

test('the application sees the same digest as the administrator', async () => {
  const read = (order: typeof tables) =>
    inTransaction(database.appPool(), { actor: 'a', scope: wholeTenant, readOnly: true }, (tx) => digest(tx, order));
  const seen = await read(tables);
  expect(
    await asSuperuser(database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query("set local timezone to 'America/Lima'");
      return digest({ client: client as never }, tables);
    }),
  ).toEqual(seen);
  expect(await read(tables.toReversed())).toEqual(seen);
});

test('a changed line changes the journal’s digest alone', async () => {
  expect(await sql(`update act set note = 'x' where id = '${actId(2)}'`)).toEqual(['journal', 'overall']);
  expect(await sql(`delete from act where id = '${actId(2)}'`)).toEqual(['journal', 'overall']);
});

test('every column of a fact counts', async () => {
  for (const change of [
    `update unit_name set name = name || ' '`,
    `update unit_name set valid = '[2000-01-02,)' where unit_id = '${unitB}'`,
    `update unit_name set act_id = '${actId(3)}'`,
    `delete from unit_name where unit_id = '${unitA}'`,
    `update target set value = 80.01`,
    `update target set args = '{"a":1}'`,
  ])
    expect(await sql(change), change).toEqual(['facts', 'overall']);
});

test('a fact is the same whatever its handle, the day it was learnt, who may see it, and how its number is written', async () => {
  for (const change of [
    `update unit_name set ordinal = ordinal + 1000`,
    `update unit_name set known_from = known_from + interval '1 day'`,
    `update target set scope = '|9.'`,
    `update target set value = 80.00`,
  ])
    expect(await sql(change), change).toEqual([]);
});

test('the order of rows does not matter, their number does', async () => {
  expect(
    await changedBy(async (client) => {
      await client.query('set constraints all immediate');
      const { rows } = await client.query('delete from unit_name returning unit_id, name');
      for (const { unit_id, name } of rows.toReversed()) await insertName(client, unit_id, name);
    }),
  ).toEqual([]);
  const columns = 'unit_id, valid, name, act_id, known_from, known_until';
  expect(
    await sql(`insert into unit_name_twin (${columns}, ordinal) select ${columns}, ordinal + 1 from unit_name_twin`),
  ).toEqual(['twins', 'overall']);
});

test('a twin counts with the span in which it was believed', async () => {
  expect(await sql(`update unit_name_twin set known_until = known_until + interval '1 microsecond'`)).toEqual([
    'twins',
    'overall',
  ]);
  expect(await sql(`update unit_name_twin set ordinal = 7`)).toEqual([]);
});

test('exchanging a value between two facts is not the same as leaving them', async () => {
  const swap = `update unit_name set name = case unit_id when '${unitA}' then 'Chi bộ ${unitB}' else 'Chi bộ ${unitA}' end`;
  expect(await sql(swap)).toEqual(['facts', 'overall']);
});
