import { Client } from 'pg';
import { loadRulebook, readRules } from '#/kernel/rulebook/load.ts';
import type { Rule } from '#/kernel/rulebook/rulebook.ts';
import { syncRulebook } from '#/kernel/rulebook/sync.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { types } from '#/platform/db/column-types.ts';
import { migrate } from '#/platform/db/migrate.ts';
import { type Migration, readMigrations } from '#/platform/db/migration-files.ts';
import { Problem } from '#/platform/errors.ts';

/**
 * Migrates and brings the rulebook up to date where that is needed. Two reads tell that it is not, as at nearly every
 * start: the migrations themselves would take a transaction for each file and tenant.
 */
export async function makeReady(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, types, application_name: 'sotay start' });
  await connect(client);
  try {
    if (!(await isMigrated(client, await readMigrations()))) await migrate(adminUrl);
    const rules = await readRules();
    if (!(await hasRules(client, rules))) await syncRulebook(client, rules);
  } finally {
    await client.end();
  }
}

async function connect(client: Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    // 28: who you are; 3D: no such database; 53: no connection left. The rest are the system's words for "cannot be reached".
    if (/^(28|3D|53|57P0|08)/.test(code) || /^E[A-Z]/.test(code))
      throw new Problem('database.unreachable', `The database cannot be reached: ${message || code}.`, {
        status: 503,
        cause: error,
      });
    throw error;
  }
}

async function isMigrated(client: Client, migrations: readonly Migration[]): Promise<boolean> {
  const { rows: ready } = await client.query(
    `select to_regclass('public.migration') is not null and to_regclass('public.tenant') is not null
       and (select count(*) = 2 and bool_and(pg_has_role(oid, 'set')) from pg_roles where rolname in ('sotay_owner', 'sotay_app')) as yes`,
  );
  if (!ready[0].yes) return false;
  const { rows: applied } = await client.query('select schema, number, sha256 from public.migration');
  const { rows: tenants } = await client.query('select schema_name from public.tenant');
  const done = new Set(applied.map((row) => `${row.schema} ${row.number} ${row.sha256}`));
  const wanted = migrations.flatMap(({ scope, number, sha256 }) =>
    (scope === 'shared' ? ['public'] : tenants.map((row) => row.schema_name)).map(
      (schema) => `${schema} ${number} ${sha256}`,
    ),
  );
  const numbers = new Set(migrations.map(({ number }) => number));
  return wanted.every((one) => done.has(one)) && applied.every((row) => numbers.has(row.number));
}

async function hasRules(client: Client, wanted: readonly Rule[]): Promise<boolean> {
  const stored = (await loadRulebook({ client }, null)).all();
  const texts = new Set(stored.map((rule) => canonicalJson(rule)));
  return texts.size === wanted.length && wanted.every((rule) => texts.has(canonicalJson(rule)));
}
