import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { makeKysely, makePool } from './pool.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the application works as a role that owns nothing and cannot pass row-level security, in its tenant’s schema', async () => {
  const { rows } = await database.appPool().query(`select current_user as role, current_schema as schema,
    (select rolsuper or rolbypassrls or rolcanlogin from pg_roles where rolname = current_user) as mighty,
    (select count(*) from pg_class where relowner = current_user::regrole) as owned,
    current_setting('TimeZone') as zone`);
  expect(rows).toEqual([{ role: 'sotay_app', schema: 't_t', mighty: false, owned: 0, zone: 'Asia/Ho_Chi_Minh' }]);
  await expect(database.appPool().query('create table mine (n integer)')).rejects.toThrow('permission denied');
});

test('options already in the address are kept', async () => {
  const url = `${database.adminUrl}?options=${encodeURIComponent('-c statement_timeout=1234')}`;
  const pool = makePool({ url, schema: 't_t', max: 1 });
  const { rows } = await pool.query("select current_setting('statement_timeout') as ms, current_user as role");
  await pool.end();
  expect(rows).toEqual([{ ms: '1234ms', role: 'sotay_app' }]);
});

test('names are camelCase here and snake_case there; keys inside JSON are left alone', async () => {
  const db = makeKysely<{ tenant: { code: string; schemaName: string } }>(database.appPool());
  expect(await db.selectFrom('tenant').select(['code', 'schemaName']).execute()).toEqual([
    { code: 'T', schemaName: 't_t' },
  ]);
  const { rows } = await sql`select jsonb_build_object('issued_on', 1) as some_paper`.execute(db);
  expect(rows).toEqual([{ somePaper: { issued_on: 1 } }]);
});
