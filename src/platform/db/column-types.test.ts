import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { instantFromSql } from './column-types.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
});
afterAll(() => database.close());

test('days and ranges stay text, and are never shifted by a time zone', async () => {
  const { rows } = await pool.query(`select date '2026-01-31' as day, daterange('2020-01-01', null) as period,
    array[date '0001-01-01', null] as days, array[daterange('2020-01-01', '2021-01-01')] as periods,
    timestamp '2026-01-01 10:00' as local, 1.50 as numeric, array[0.10] as numerics`);
  expect(rows).toEqual([
    {
      day: '2026-01-31',
      period: '[2020-01-01,)',
      days: ['0001-01-01', null],
      periods: ['[2020-01-01,2021-01-01)'],
      local: '2026-01-01 10:00:00',
      numeric: '1.50',
      numerics: ['0.10'],
    },
  ]);
});

test('an instant is UTC with its microseconds, whatever zone the connection speaks', async () => {
  const sql =
    "select timestamptz '2026-11-23T01:02:03.000120Z' as at, array[timestamptz '1970-01-01T00:00:00Z'] as all";
  const wanted = { at: '2026-11-23T01:02:03.000120Z', all: ['1970-01-01T00:00:00.000000Z'] };
  const client = await pool.connect();
  for (const zone of ['Asia/Ho_Chi_Minh', 'UTC', 'Asia/Kolkata', 'America/St_Johns']) {
    await client.query(`set timezone = '${zone}'`);
    expect((await client.query(sql)).rows).toEqual([wanted]);
  }
  client.release(true);
  expect(instantFromSql('infinity')).toBe('infinity');
});

test('for every instant, what was written is read back', async () => {
  const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(instants, fc.nat(999), async (date, micros) => {
      const text = `${date.toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
      expect((await pool.query('select $1::timestamptz as at', [text])).rows).toEqual([{ at: text }]);
    }),
  );
});

test('a bigint is a number, and an error where a number cannot hold it', async () => {
  const { rows } = await pool.query('select 9007199254740991::int8 as n, array[1::int8, null] as ns');
  expect(rows).toEqual([{ n: 9007199254740991, ns: [1, null] }]);
  await expect(pool.query('select 9007199254740992::int8 as n')).rejects.toThrow(RangeError);
});
