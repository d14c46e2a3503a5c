import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { Problem } from '#/platform/errors.ts';
import { bootstrap } from './bootstrap.ts';
import { types } from './column-types.ts';
import { type Migration, readMigrations } from './migration-files.ts';

interface MigrateOptions {
  /** Where the SQL files are; the package's own unless told. */
  folder?: string;
}

export interface Tenant {
  code: string;
  name: string;
  schemaName: string;
}

/** Brings the shared tables and every tenant's schema up to date; any number of processes may do so at once. */
export async function migrate(adminUrl: string, { folder }: MigrateOptions = {}): Promise<void> {
  const migrations = await readMigrations(folder);
  await asOwner(adminUrl, async (client) => {
    await checkApplied(client, migrations);
    for (const migration of migrations) {
      const schemas = migration.scope === 'shared' ? ['public'] : (await tenantsOf(client)).map((t) => t.schemaName);
      for (const schema of schemas) await inTransaction(client, () => applyMigration(client, migration, schema));
    }
  });
}

/** Adds a tenant with its schema and tables, or nothing at all; the database must be migrated. */
export async function createTenant(
  adminUrl: string,
  { code, name }: { code: string; name: string },
  { folder }: MigrateOptions = {},
): Promise<Tenant> {
  const tenant: Tenant = { code, name, schemaName: schemaOf(code) };
  const migrations = (await readMigrations(folder)).filter(({ scope }) => scope === 'tenant');
  await asOwner(adminUrl, (client) => inTransaction(client, () => layTenant(client, tenant, migrations))).catch(
    (error: unknown) => {
      const isTaken = error instanceof DatabaseError && (error.code === '42P06' || error.table === 'tenant');
      if (!isTaken || (error.code !== '23505' && error.code !== '42P06')) throw error;
      throw new Problem('tenant.exists', `there is a tenant ${code} already`, { status: 409, cause: error });
    },
  );
  return tenant;
}

/** The tenant's row, and its schema at the level of the given migrations; inside the caller's transaction. */
export async function layTenant(client: Client, tenant: Tenant, migrations: readonly Migration[]): Promise<void> {
  const { code, name, schemaName } = tenant;
  const schema = escapeIdentifier(schemaName);
  await client.query('insert into public.tenant (code, name, schema_name) values ($1, $2, $3)', [
    code,
    name,
    schemaName,
  ]);
  await client.query(`create schema ${schema}`);
  await client.query(`grant usage on schema ${schema} to sotay_app`);
  for (const migration of migrations) await applyMigration(client, migration, schemaName);
}

/** The schema of a tenant: the code in lower case, everything but a–z and 0–9 made '_'. */
export function schemaOf(code: string): string {
  const schema = `t_${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}`;
  if (code === '' || schema.length > 63) throw new Problem('tenant.code', 'a tenant code has 1 to 61 characters');
  return schema;
}

/** The tenants, by code. */
export async function listTenants(adminUrl: string): Promise<Tenant[]> {
  return withClient(adminUrl, tenantsOf);
}

async function tenantsOf(client: Client): Promise<Tenant[]> {
  const { rows: exists } = await client.query("select to_regclass('public.tenant') is not null as yes");
  if (!exists[0].yes) return [];
  const sql = 'select code, name, schema_name as "schemaName" from public.tenant order by code';
  return (await client.query<Tenant>(sql)).rows;
}

/**
 * Applies a migration in a schema, once. The first statement takes the number: a second process waits on it until the
 * first has committed, and then finds nothing to do.
 */
export async function applyMigration(
  client: Client,
  { number, name, sql, sha256 }: Migration,
  schema: string,
): Promise<void> {
  const taken = await client.query(
    'insert into public.migration (schema, number, name, sha256) values ($1, $2, $3, $4) on conflict do nothing',
    [schema, number, name, sha256],
  );
  if (taken.rowCount === 0) return;
  const path = schema === 'public' ? 'public' : `${escapeIdentifier(schema)}, public`;
  await client.query(`set local search_path to ${path}`);
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`${name} failed in schema ${schema}: ${(error as Error).message}`, { cause: error });
  }
}

async function checkApplied(client: Client, migrations: Migration[]): Promise<void> {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const { rows } = await client.query('select distinct number, name, sha256 from public.migration order by number');
  for (const { number, name, sha256 } of rows) {
    const file = known.get(number);
    if (file === undefined) throw new Problem('migration.unknown', `the database knows ${name}, this version does not`);
    if (file.sha256 !== sha256) throw new Problem('migration.changed', `${name} was changed after it was applied`);
  }
}

/** Work on a connection as the role that owns everything. */
export async function asOwner(adminUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await bootstrap(client);
    await client.query('set role sotay_owner');
    await work(client);
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, types, application_name: 'sotay migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
