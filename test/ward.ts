import { Client } from 'pg';
import { inject } from 'vitest';
import { loadDemo } from '#/server/demos.ts';
import { openInstallation } from '#/server/installation.ts';
import { alone } from './browser/once.ts';
import { copyOf, type TestDatabase } from './database.ts';

/** A database with the demo of a ward of 500 members, and the file of the key that its sensitive values lie under. */
export interface Ward extends TestDatabase {
  keyFile: string;
}

const template = 'sotay_ward';

/** A copy of its own; the ward is loaded once a run, by the first test that asks. */
export async function wardDatabase(): Promise<Ward> {
  const keyFile = inject('wardKeyFile');
  await alone('ward', () => makeTemplate(keyFile));
  return { ...(await copyOf(template)), keyFile };
}

async function makeTemplate(keyFile: string): Promise<void> {
  const admin = new Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  try {
    const there = await admin.query('select from pg_database where datname = $1', [template]);
    if (there.rowCount !== 0) return;
    const half = `${template}_half`;
    await admin.query(`drop database if exists ${half} with (force)`);
    await admin.query(`create database ${half} template ${inject('bareTemplate')} owner sotay_owner`);
    const url = Object.assign(new URL(inject('adminUrl')), { pathname: `/${half}` }).href;
    const env = { DATABASE_URL: url, SOTAY_DATA: `${keyFile}.data`, SOTAY_KEY_FILE: keyFile };
    const installation = await openInstallation({ env });
    try {
      await loadDemo(installation, 'ward', { members: 500, actor: 'journeys' });
    } finally {
      await installation.close();
    }
    await admin.query(`alter database ${half} rename to ${template}`);
  } finally {
    await admin.end();
  }
}
