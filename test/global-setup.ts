import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../src/platform/db/embedded.ts';
import { liveLeases } from '../src/platform/db/lease.ts';
import { createTenant, migrate } from '../src/platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    /** Migrated, with no tenant yet. */
    bareTemplate: string;
    /** Where the key of the ward's demo lies, for those who copy it. */
    wardKeyFile: string;
    /** The same with the one tenant `T`. */
    templateDatabase: string;
  }
}

const PREFIX = 'sotay-test-';
const BARE_TEMPLATE = 'sotay_bare';
const TEMPLATE = 'sotay_template';
// A test server has nothing worth keeping over a power cut.
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '256MB' };

/** One server for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove); // also when the server did not start
  const { adminUrl, close } = await openDatabase({ dataDir: join(folder, 'data'), settings: SETTINGS });
  const teardown = async (): Promise<void> => {
    await close();
    remove();
  };
  try {
    await makeTemplates(adminUrl);
  } catch (error) {
    await teardown(); // vitest calls no teardown of a setup that failed
    throw error;
  }
  project.provide('adminUrl', adminUrl);
  project.provide('bareTemplate', BARE_TEMPLATE);
  project.provide('templateDatabase', TEMPLATE);
  project.provide('wardKeyFile', join(folder, 'ward-key'));
  return teardown;
}

async function makeTemplates(adminUrl: string): Promise<void> {
  const urlOf = (database: string): string => Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${BARE_TEMPLATE}`);
  await migrate(urlOf(BARE_TEMPLATE));
  await client.query(`create database ${TEMPLATE} template ${BARE_TEMPLATE} owner sotay_owner`);
  await client.end();
  await createTenant(urlOf(TEMPLATE), { code: 'T', name: 'Tỉnh ủy Thử' });
}

/** Stops and removes the servers of runs that were killed, once they are surely nobody's. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const dataDir = join(folder, 'data');
    try {
      if (Date.now() - statSync(folder).mtimeMs < 600_000 || liveLeases(dataDir).length > 0) continue;
      if (existsSync(join(dataDir, 'postgres'))) await (await openDatabase({ dataDir, settings: SETTINGS })).close();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // somebody else's, or broken beyond starting: not this run's business
    }
  }
}
