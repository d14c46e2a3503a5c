import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { openDatabase } from '#/platform/db/embedded.ts';
import { createTenant, migrate } from '#/platform/db/migrate.ts';
import { factColumnsText } from './fact-columns.ts';
import { schemaText } from './schema-text.ts';
import { typesText } from './types-text.ts';

// What follows from the migrations is made here, from a scratch database, and committed: reviews then show the net
// effect of a migration, and `--check` shows a file that was forgotten.

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUTPUTS: { file: string; text: (url: string, tenantSchema: string) => Promise<string> }[] = [
  { file: join(HERE, 'schema.sql'), text: schemaText },
  { file: join(HERE, '../src/platform/db/types.gen.ts'), text: typesText },
  { file: join(HERE, '../src/platform/db/fact-columns.gen.ts'), text: factColumnsText },
];

/** Runs the work on a new database with one tenant, and takes it away again. */
async function withScratchDatabase<T>(work: (url: string, tenantSchema: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sotay-codegen-'));
  const server = await openDatabase({ dataDir, url: process.env.DATABASE_URL, settings: { fsync: 'off' } });
  const name = `sotay_codegen_${randomUUID().slice(0, 8)}`;
  try {
    await execute(server.adminUrl, `create database ${name}`);
    const address = new URL(server.adminUrl);
    address.pathname = `/${name}`;
    await migrate(address.href);
    const tenant = await createTenant(address.href, { code: 'SCRATCH', name: 'Scratch' });
    return await work(address.href, tenant.schemaName);
  } finally {
    await execute(server.adminUrl, `drop database if exists ${name} with (force)`);
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const isCheck = process.argv.includes('--check');
const texts = await withScratchDatabase(async (url, schema) => {
  const made: string[] = [];
  for (const { text } of OUTPUTS) made.push(await text(url, schema));
  return made;
});
for (const [i, { file }] of OUTPUTS.entries()) {
  const text = texts[i] as string;
  const name = relative(process.cwd(), file);
  if (!isCheck) {
    writeFileSync(file, text);
    process.stdout.write(`${name}\n`);
  } else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${name} does not follow from the migrations: run npm run codegen\n`);
    process.exitCode = 1;
  }
}
