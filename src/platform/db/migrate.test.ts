import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '#test/database.ts';
import { createTenant, listTenants, migrate, schemaOf } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

const SHARED = `create table tenant (code text primary key, schema_name text not null unique, name text not null);
grant select on tenant to sotay_app;`;
const TENANT =
  'create table thing (n integer primary key); insert into thing values (1); grant select on thing to sotay_app;';

let folder: string;
let database: TestDatabase;
const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
const run = (): Promise<void> => migrate(database.adminUrl, { folder });

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-migrations-'));
  write('0001_shared_base.sql', SHARED);
  write('0002_tenant_base.sql', TENANT);
  database = await emptyDatabase();
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('shared files run once, tenant files in every tenant, and the application may use what they grant', async () => {
  await run();
  const tenants = [
    await createTenant(database.adminUrl, { code: 'HN', name: 'Hà Nội' }, { folder }),
    await createTenant(database.adminUrl, { code: 'TP.HCM', name: 'TP. Hồ Chí Minh' }, { folder }),
  ];
  expect(tenants.map(({ schemaName }) => schemaName)).toEqual(['t_hn', 't_tp_hcm']);
  expect(await listTenants(database.adminUrl)).toEqual(tenants);
  write('0003_tenant_more.sql', 'alter table thing add column m integer default 7;');
  await run();
  await run();
  expect((await database.appPool('TP.HCM').query('select n, m from thing')).rows).toEqual([{ n: 1, m: 7 }]);
  const applied = await query('select schema, number from public.migration order by schema, number');
  expect(applied.map(({ schema, number }) => `${schema} ${number}`)).toEqual([
    'public 1',
    't_hn 2',
    't_hn 3',
    't_tp_hcm 2',
    't_tp_hcm 3',
  ]);
});

test('everything belongs to the role that nobody signs in as', async () => {
  await run();
  await createTenant(database.adminUrl, { code: 'T', name: 'T' }, { folder });
  const owners = await query(`select distinct relowner::regrole::text as owner from pg_class
    where relnamespace in ('public'::regnamespace, 't_t'::regnamespace) and relkind = 'r'`);
  expect(owners).toEqual([{ owner: 'sotay_owner' }]);
  const extensions = await query(
    "select extname from pg_extension where extnamespace = 'public'::regnamespace order by 1",
  );
  expect(extensions.map(({ extname }) => extname)).toEqual(['btree_gist', 'ltree', 'pg_trgm', 'unaccent']);
});

test('processes that start at once do not run a file twice', async () => {
  write('0003_shared_slow.sql', 'select pg_sleep(0.2); create table once (n integer);');
  await Promise.all(Array.from({ length: 5 }, run));
  expect(await query('select number from public.migration order by number')).toEqual([{ number: 1 }, { number: 3 }]);
});

test('a file that fails leaves nothing behind and is tried again once mended', async () => {
  await run();
  write('0003_shared_broken.sql', 'create table half (n integer); select nonsense;');
  await expect(run()).rejects.toThrow('0003_shared_broken.sql failed in schema public');
  expect(await query("select to_regclass('public.half') as half, max(number) as number from public.migration")).toEqual(
    [{ half: null, number: 1 }],
  );
  write('0003_shared_broken.sql', 'create table half (n integer);');
  await run();
  expect(await query('select max(number) as number from public.migration')).toEqual([{ number: 3 }]);
});

test('a file changed after it was applied, or unknown to this version, is an error', async () => {
  await run();
  write('0001_shared_base.sql', `${SHARED} -- changed`);
  await expect(run()).rejects.toMatchObject({ code: 'migration.changed' });
  rmSync(join(folder, '0001_shared_base.sql'));
  await expect(run()).rejects.toMatchObject({ code: 'migration.unknown' });
});

test('a tenant is made whole or not at all, and only once', async () => {
  await run();
  write('0002_tenant_base.sql', `${TENANT} select nonsense;`);
  await expect(createTenant(database.adminUrl, { code: 'T', name: 'T' }, { folder })).rejects.toThrow(
    '0002_tenant_base',
  );
  expect(await listTenants(database.adminUrl)).toEqual([]);
  write('0002_tenant_base.sql', TENANT);
  await createTenant(database.adminUrl, { code: 'T', name: 'T' }, { folder });
  for (const code of ['T', 't']) {
    await expect(createTenant(database.adminUrl, { code, name: 'T' }, { folder })).rejects.toMatchObject({
      code: 'tenant.exists',
      status: 409,
    });
  }
});

test('file names and tenant codes that cannot be told apart are refused', async () => {
  write('0002_shared_again.sql', '');
  await expect(readMigrations(folder)).rejects.toThrow('two migrations have the number');
  write('3_wrong.sql', '');
  await expect(readMigrations(folder)).rejects.toThrow('is not named');
  expect(() => schemaOf('')).toThrow('a tenant code has');
  expect(() => schemaOf('x'.repeat(62))).toThrow('a tenant code has');
});
