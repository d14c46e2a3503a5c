import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { concealedTables } from '#/kernel/journal/vault.ts';
import type { Clock } from '#/platform/clock.ts';
import { asOwner } from '#/platform/db/migrate.ts';
import { Problem } from '#/platform/errors.ts';
import { type Frame, writeContainer } from './container.ts';
import type { Lock } from './lock.ts';
import { directorySection, type Manifest } from './manifest.ts';
import { columnList, sequencesOf, tablesOf } from './tables.ts';

interface BackupOptions {
  adminUrl: string;
  /** The tenant's code. */
  tenant: string;
  file: string;
  clock: Clock;
  /** What encrypts it; without one it lies in plain. */
  lock?: Lock | null;
  /** Called after each table, with the rows written so far. */
  progress?: (table: string, rows: number) => void;
}

export interface BackupReport {
  tenant: string;
  rows: number;
  /** The keys without which the sensitive values of this backup cannot be read: keep their file too, elsewhere. */
  keyIds: string[];
}

/** Writes all of one tenant, as of one moment, while others go on working. The key file is not in it. */
export async function backup({ adminUrl, tenant, file, clock, lock, progress }: BackupOptions): Promise<BackupReport> {
  let report: BackupReport | undefined;
  await asOwner(adminUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    // Row-level security must not thin out a backup: rather an error than rows left out.
    await client.query('set local row_security to off');
    await client.query("set local datestyle to 'ISO'");
    const { manifest, schema } = await describe(client, tenant, clock);
    const total = { rows: 0 };
    await writeContainer(file, frames(client, manifest, schema, total, progress), lock);
    await client.query('commit');
    report = { tenant, rows: total.rows, keyIds: manifest.keyIds };
  });
  return report as BackupReport;
}

async function describe(client: Client, code: string, clock: Clock): Promise<{ manifest: Manifest; schema: string }> {
  const found = await client.query(
    'select code, name, created_at as "createdAt", schema_name as schema from public.tenant where code = $1',
    [code],
  );
  if (found.rows.length === 0) throw new Problem('tenant.unknown', `There is no tenant ${code}.`, { status: 404 });
  const { schema, ...tenant } = found.rows[0];
  const migrations = await client.query(
    'select number, name, sha256 from public.migration where schema = $1 order by number',
    [schema],
  );
  const keys = await client.query(
    `${concealedTables
      .map((table) => `select key_id from ${escapeIdentifier(schema)}.${table} where cipher is not null`)
      .join(' union ')} order by key_id`,
  );
  const manifest: Manifest = {
    format: 1,
    tenant,
    takenAt: clock.now().toISOString(),
    migrations: migrations.rows,
    keyIds: keys.rows.map((row) => row.key_id),
    sections: [...(await tablesOf(client, schema)), directorySection],
    sequences: await sequencesOf(client, schema),
  };
  return { manifest, schema };
}

async function* frames(
  client: Client,
  manifest: Manifest,
  schema: string,
  total: { rows: number },
  progress: BackupOptions['progress'],
): AsyncGenerator<Frame> {
  yield { type: 'json', json: manifest };
  for (const { table, columns } of manifest.sections) {
    yield { type: 'json', json: { section: table } };
    const source =
      table === directorySection.table
        ? `(select ${columnList(columns)} from public.unit_directory where tenant = ${escapeLiteral(manifest.tenant.code)} order by unit_id, valid)`
        : `${escapeIdentifier(schema)}.${escapeIdentifier(table)} (${columnList(columns)})`;
    const hash = createHash('sha256');
    let rows = 0;
    for await (const chunk of client.query(copyTo(`copy ${source} to stdout`)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      rows += linesIn(chunk);
      yield { type: 'rows', rows: chunk };
    }
    total.rows += rows;
    yield { type: 'json', json: { end: table, rows, sha256: hash.digest('hex') } };
    progress?.(table, total.rows);
  }
  yield { type: 'json', json: { sections: manifest.sections.length } };
}

/** COPY writes a row a line; a line break inside a value is written \n. */
export function linesIn(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
}
