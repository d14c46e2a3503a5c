import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import { schemaOf } from '../src/platform/db/migrate.ts';
import { makePool } from '../src/platform/db/pool.ts';

export interface TestDatabase {
  /** Connects as the administrator of the copy. */
  adminUrl: string;
  /** Connects as the application, in the schema of the tenant (`T` is there already). */
  appPool(tenant?: string): Pool;
  /** Ends the pools and drops the copy. */
  close(): Promise<void>;
}

/** A database of this test file's own: a copy of the migrated template with the one tenant `T`. */
export async function testDatabase(): Promise<TestDatabase> {
  return copyOf(inject('templateDatabase'));
}

/** A migrated database without a tenant, for an installation of the test's own. */
export async function bareDatabase(): Promise<TestDatabase> {
  return copyOf(inject('bareTemplate'));
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return copyOf('template0');
}

/** A copy of any database that nobody is connected to. */
export async function copyOf(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Rights on the database itself are not copied, so the copy belongs to the owner of what is in it.
  const owner = template === 'template0' ? '' : ' owner sotay_owner';
  await asAdmin(`create database ${name} template ${template}${owner}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  const pools = new Map<string, Pool>();
  return {
    adminUrl: url.href,
    appPool(tenant = 'T') {
      const pool = pools.get(tenant) ?? makePool({ url: url.href, schema: schemaOf(tenant), max: 4 });
      pools.set(tenant, pool);
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
