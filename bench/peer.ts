import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { asOwner, createTenant, schemaOf } from '#/platform/db/migrate.ts';
import type { Stage } from './stage.ts';
import { dropTenant, settle } from './tenants.ts';

// The same rows in identical tables (a tenant of their own, from the same migrations) without our path: what PostgreSQL
// itself takes for them. Tallies, the directory and the scopes of units are not among the rows.

const PEER = 'BENCH-PEER';
const peerSchema = escapeIdentifier(schemaOf(PEER));

/** How the rows are brought in. */
type Way = 'copy' | 'copy-then-keys' | 'insert';

const rowsOfStatement = 5_000;

/** Every table that the first load fills row by row, referenced ones first. */
export function rowTables({ installation }: Stage): string[] {
  // A table that holds facts about both kinds of subject is declared for each.
  const facts = new Set(installation.register.tables.map(({ name }) => name));
  return ['act', 'act_subject', 'sensitive_value', ...facts, 'unit_line'];
}

/** The register's rows as files of PostgreSQL's binary format, one a table, and their number. */
export async function exportRows(stage: Stage): Promise<{ folder: string; rows: number }> {
  const folder = join(stage.options.dataDir, 'rows');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  let rows = 0;
  await asOwner(stage.installation.adminUrl, async (client) => {
    for (const table of rowTables(stage)) {
      const source = copyTo(`copy ${schemaOf(stage.code)}.${table} to stdout (format binary)`);
      await pipeline(client.query(source), createWriteStream(join(folder, table)));
      rows += source.rowCount;
    }
  });
  return { folder, rows };
}

/** Brings the rows in, in one transaction; returns the milliseconds. */
export async function loadPeer(stage: Stage, way: Way, folder: string): Promise<number> {
  const { adminUrl } = stage.installation;
  await dropTenant(adminUrl, PEER);
  await createTenant(adminUrl, { code: PEER, name: PEER });
  let ms = 0;
  await asOwner(adminUrl, async (client) => {
    await client.query(`set search_path to ${peerSchema}, public`);
    if (way === 'insert') ms = await insertAll(stage, client);
    else ms = await copyAll(stage, client, folder, way === 'copy-then-keys');
  });
  return ms;
}

async function copyAll(stage: Stage, client: Client, folder: string, isWithoutKeys: boolean): Promise<number> {
  const start = performance.now();
  await client.query('begin');
  if (isWithoutKeys) await client.query('select bulk_begin()');
  for (const table of rowTables(stage))
    await pipeline(
      createReadStream(join(folder, table), { highWaterMark: 1 << 18 }),
      client.query(copyFrom(`copy ${table} from stdin (format binary)`)),
    );
  if (isWithoutKeys) {
    await client.query('set constraints all immediate');
    await client.query('select bulk_end()');
  }
  await client.query('commit');
  return performance.now() - start;
}

/** Statements are made by another connection while the clock stands still. */
async function insertAll(stage: Stage, client: Client): Promise<number> {
  let ms = 0;
  const run = async (statement: string) => {
    const start = performance.now();
    await client.query(statement);
    ms += performance.now() - start;
  };
  await run('begin');
  await asOwner(stage.installation.adminUrl, async (source) => {
    await source.query('begin');
    for (const table of rowTables(stage)) {
      const from = `${schemaOf(stage.code)}.${table}`;
      await source.query(`declare rows no scroll cursor for ${await literals(source, from)}`);
      for (;;) {
        const { rows } = await source.query(`fetch ${rowsOfStatement} from rows`);
        if (rows.length === 0) break;
        await run(insertStatement(table, rows));
      }
      await source.query('close rows');
    }
    await source.query('commit');
  });
  await run('commit');
  return ms;
}

/** A query that gives each row of a table as the text of a tuple. */
export async function literals(client: Pick<Client, 'query'>, table: string): Promise<string> {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns, count(*) as count
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const { columns, count } = rows[0];
  const form = Array(Number(count)).fill('%L').join(',');
  return `select format('(${form})', ${columns}) as tuple from ${table}`;
}

export function insertStatement(table: string, rows: readonly { tuple: string }[]): string {
  return `insert into ${table} values ${rows.map(({ tuple }) => tuple).join(',')}`;
}

/** The schema of a peer that holds what the register held when it was loaded. */
export async function peerOf(stage: Stage): Promise<string> {
  const tenants = await stage.installation.tenants();
  if (!tenants.some(({ code }) => code === PEER)) {
    const { folder } = await exportRows(stage);
    await loadPeer(stage, 'copy-then-keys', folder);
    rmSync(folder, { recursive: true });
    await settle(stage.installation.adminUrl, PEER);
  }
  return peerSchema;
}
