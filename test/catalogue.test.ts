import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from './database.ts';

// What the application's role reaches in the database, read off the catalogue: what comes new stands here with its reason, or is
// under a policy that asks for the scope.

let database: TestDatabase;
let admin: Client;
beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await database?.close();
});

const names = async (sql: string): Promise<string[]> => (await admin.query(sql)).rows.map(({ name }) => name);
const reached = `c.relkind in ('r', 'p', 'v', 'm', 'f') and (has_table_privilege('sotay_app', c.oid, 'select, insert, update, delete, truncate')
  or has_any_column_privilege('sotay_app', c.oid, 'select, insert, update'))`;
const relations = (
  where: string,
) => `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema') and ${reached} and ${where} order by 1`;

test('no policy holds the shared tables: those that there are hold accounts, rules and codes of units, and no person', async () => {
  expect(await names(relations('not c.relrowsecurity'))).toEqual([
    ...['account', 'account_code', 'account_event', 'account_head', 'account_identity', 'account_passkey'],
    ...[
      'account_password',
      'account_printed_code',
      'account_recovery',
      'account_seal',
      'account_session',
      'account_totp',
    ],
    ...['rule', 'rule_twin'],
    ...['sign_in_failure', 'sign_in_step'],
    'tenant',
    'unit_directory', // which code lies in which register, for the search of a code
  ]);
  expect(await names(relations(`n.nspname = 't_t' and (not c.relrowsecurity or c.relkind <> 'r')`))).toEqual([]);
});

test('every policy asks for the scope of the transaction, or for the actor it was begun for', async () => {
  const asks = (what: string) => `coalesce(${what}, '') ~ 'sotay\\.(scope|actor)'`;
  expect(
    await names(`select tablename || '.' || policyname as name from pg_policies where schemaname = 't_t'
      and permissive = 'PERMISSIVE' -- one that restricts only takes away from what the others show
      and not case cmd when 'INSERT' then ${asks('with_check')} else ${asks('qual')} end`),
  ).toEqual([]);
  // Who is granted what is judged by the path of the unit; the rest is no person's, or lies beside what has a scope.
  const judged = `coalesce(qual, '') ~ 'strpos|EXISTS|actor' or coalesce(qual, '') ~ $$'\\|'$$`;
  expect(
    await names(`select distinct tablename as name from pg_policies where schemaname = 't_t' and cmd in ('ALL', 'SELECT')
      and permissive = 'PERMISSIVE' and not (${judged}) order by 1`),
  ).toEqual([
    ...['access_head', 'access_log_person', 'access_notice', 'access_seal'], // beside lines that have a scope
    'act_subject', // beside acts, which have one
    'grant_request', // judged by the path of the unit
    'import_mapping', // which column is which field
    'journal_head',
    ...['office_template', 'paper_signature'],
    'role_grant', // as grant_request
    'seal',
    'tally', // numbers
    ...['unit_code', 'unit_code_twin', 'unit_event', 'unit_event_twin', 'unit_kind', 'unit_kind_twin', 'unit_life'],
    ...['unit_life_twin', 'unit_line', 'unit_line_twin', 'unit_name', 'unit_name_twin', 'unit_parent'],
    ...['unit_parent_twin', 'unit_scope'], // the tree is no secret in its register
  ]);
});

test('without a scope nothing of a register is seen, and nothing is written', async () => {
  const tables = await names(relations(`n.nspname = 't_t' and has_table_privilege('sotay_app', c.oid, 'select')`));
  expect(tables.length).toBeGreaterThan(100);
  await inTransaction(database.appPool(), { actor: 'x', scope: '' }, async ({ client }) => {
    for (const table of tables) expect((await client.query(`select from ${table} limit 1`)).rowCount, table).toBe(0);
  });
});

test('what looks as the owner is known by name, is nobody’s but the application’s, and reads no table of a caller', async () => {
  const { rows } = await admin.query(
    `select p.proname as name, array_to_string(p.proconfig, '; ') as config, has_function_privilege('public', p.oid, 'execute') as "isPublic"
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('public', 't_t') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'account_event_recorded', // a trigger: takes the time of an event
    'act_is_hidden', // tells yes or no
    'acts_gathered', // by the scope of the transaction
    ...['bulk_begin', 'bulk_end'], // in an empty register only
    'one_person', // tells yes or no
    'papers_issued', // by the scope of the transaction
    'people_named', // by a scope within that of the transaction
    'persons_gone', // by the scope of the transaction
    'sweep_drafts', // tells a number
  ]);
  for (const { name, config, isPublic } of rows)
    expect([name, isPublic, /search_path=.*\bpg_temp\b(;|$)/.test(config)], `${name}: ${config}`).toEqual([
      name,
      false,
      true,
    ]);
});

test('a caller’s own table does not tell the owner’s functions that a register is empty', async () => {
  await admin.query(
    `insert into t_t.act (id, kind, effective_on, actor, body, recorded_at, recorded_by, source, content_key, scope)
     values (uuidv7(), 'x', '2026-01-01', '{}', '{}', now(), 'x', '{}', '', '|')`,
  );
  const begun = inTransaction(database.appPool(), { actor: 'x', scope: '|' }, async ({ client }) => {
    await client.query('create temporary table act (id uuid) on commit drop');
    await client.query('grant select on pg_temp.act to sotay_owner');
    await client.query('select bulk_begin()');
    throw new Error('it took the constraints down');
  });
  await expect(begun).rejects.toThrow(/not empty/);
});

test('people are named to nobody who asks beyond the scope of the transaction', async () => {
  const person = '01890000-0000-7000-8000-000000000001';
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `insert into t_t.person_record (person_id, name, name_key, name_order, valid, scope, details, act_id, known_from)
     values ('${person}', 'Lý Thị Xa', 'ly thi xa', 'xa ly thi', '[2020-01-01,)', '|2.1.', '{}', '${person}', now())`,
  );
  const named = (scope: string, asked: string) =>
    inTransaction(database.appPool(), { actor: 'x', scope, readOnly: true }, async ({ client }) => {
      const sql = `select from people_named($1, array['xa'], '2026-01-01', 10)`;
      return (await client.query(sql, [asked])).rowCount;
    });
  expect(await named('|', '|')).toBe(1);
  for (const [scope, asked] of [
    ['|1.', '|'],
    ['|2.1.4.', '|'],
    ['', '|'],
  ] as const)
    expect(await named(scope, asked), `${asked} under "${scope}"`).toBe(0);
});
