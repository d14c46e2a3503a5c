import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { z } from 'zod';
import { applyMigration, asOwner, layTenant, migrate, schemaOf } from '#/platform/db/migrate.ts';
import { type Migration, readMigrations } from '#/platform/db/migration-files.ts';
import { Problem } from '#/platform/errors.ts';
import { linesIn } from './backup.ts';
import { checkContainer, damaged, type Frame, readContainer } from './container.ts';
import type { Lock } from './lock.ts';
import {
  directorySection,
  type Manifest,
  manifestSchema,
  type Section,
  sectionEnd,
  sectionStart,
  trailerSchema,
} from './manifest.ts';
import { columnList, tablesOf } from './tables.ts';

interface RestoreOptions {
  adminUrl: string;
  file: string;
  /** The key this installation has, if any, to tell whether it opens the backup's sensitive values. */
  keyId?: string | null;
  /** What opens it, if it is encrypted. */
  lock?: Lock | null;
  progress?: (table: string, rows: number) => void;
}

export interface RestoreReport {
  tenant: string;
  takenAt: string;
  rows: number;
  /** Keys that the sensitive values need and this installation does not have. */
  missingKeyIds: string[];
}

/**
 * Brings a tenant back from a backup, into an installation that has no such tenant, or one that holds no act yet.
 * All or nothing; a file that is not whole is refused before anything is written. Runs as the owner of the tables:
 * PostgreSQL refuses COPY FROM to a role under row-level security.
 */
export async function restore({ adminUrl, file, keyId, lock, progress }: RestoreOptions): Promise<RestoreReport> {
  await checkContainer(file, lock);
  await migrate(adminUrl);
  let report: RestoreReport | undefined;
  await asOwner(adminUrl, async (client) => {
    const frames = readContainer(file, lock);
    try {
      await client.query('begin');
      const manifest = await nextJson(manifestSchema, frames, file);
      const rows = await load(client, manifest, frames, file, progress);
      const missingKeyIds = manifest.keyIds.filter((id) => id !== keyId);
      report = { tenant: manifest.tenant.code, takenAt: manifest.takenAt, rows, missingKeyIds };
      await client.query('commit');
    } finally {
      await frames.return(undefined);
    }
  });
  return report as RestoreReport;
}

async function load(
  client: Client,
  manifest: Manifest,
  frames: AsyncGenerator<Frame>,
  file: string,
  progress: RestoreOptions['progress'],
): Promise<number> {
  const { code, name, createdAt } = manifest.tenant;
  const schema = schemaOf(code);
  const { level, later } = await migrationsOf(manifest);
  await clearEmpty(client, code, schema);
  await layTenant(client, { code, name, schemaName: schema }, level);
  await client.query('update public.tenant set created_at = $2 where code = $1', [code, createdAt]);
  await client.query(`set local search_path to ${escapeIdentifier(schema)}, public`);
  await client.query("set local datestyle to 'ISO'");
  await emptyTables(client, manifest, schema);
  let total = 0;
  for (const section of manifest.sections) {
    total += await loadSection(client, section, code, frames, file);
    progress?.(section.table, total);
  }
  const trailer = await nextJson(trailerSchema, frames, file);
  if (trailer.sections !== manifest.sections.length || !(await frames.next()).done) throw damaged(file);
  for (const { name: sequence, lastValue, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [escapeIdentifier(sequence), lastValue, isCalled]);
  for (const migration of later) await applyMigration(client, migration, schema);
  for (const { table } of await tablesOf(client, schema)) await client.query(`analyze ${escapeIdentifier(table)}`);
  return total;
}

/** The migrations that the backup had, and those that came after; a backup of a version we do not know is refused. */
async function migrationsOf(manifest: Manifest): Promise<{ level: Migration[]; later: Migration[] }> {
  const ours = (await readMigrations()).filter(({ scope }) => scope === 'tenant');
  const had = new Map(manifest.migrations.map((migration) => [migration.number, migration]));
  for (const { number, name, sha256 } of had.values())
    if (ours.find((migration) => migration.number === number)?.sha256 !== sha256)
      throw new Problem(
        'backup.version',
        `The backup was taken by a version with ${name}, which this one does not know. Restore it with that version or a later one.`,
      );
  return { level: ours.filter(({ number }) => had.has(number)), later: ours.filter(({ number }) => !had.has(number)) };
}

/** Makes room: a tenant without any act may be replaced, any other may not. */
async function clearEmpty(client: Client, code: string, schema: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from public.tenant where code = $1 for update', [code]);
  if (rowCount === 0) return;
  const name = escapeIdentifier(schema);
  await client.query(`lock table ${name}.act in access exclusive mode`);
  const { rows } = await client.query(`select exists (select from ${name}.act) as "hasActs"`);
  if (rows[0].hasActs)
    throw new Problem('restore.not-empty', `The register ${code} holds acts already. Restore into an empty one.`, {
      status: 409,
    });
  await client.query(`drop schema ${name} cascade`);
  await client.query('delete from public.unit_directory where tenant = $1', [code]);
  await client.query('delete from public.migration where schema = $1', [schema]);
  await client.query('delete from public.tenant where code = $1', [code]);
}

/** A fresh schema holds a first row or two of its own. Afterwards the backup has to fill every table, and no other. */
async function emptyTables(client: Client, manifest: Manifest, schema: string): Promise<void> {
  const tables = await tablesOf(client, schema);
  const text = (sections: readonly Section[]) =>
    sections
      .map(({ table, columns }) => `${table} ${columns.toSorted().join(' ')}`)
      .toSorted()
      .join('\n');
  if (text([...tables, directorySection]) !== text(manifest.sections))
    throw new Problem('backup.version', 'The backup does not hold the tables that its migrations make.');
  await client.query(`truncate ${columnList(tables.map(({ table }) => table))}`);
}

async function loadSection(
  client: Client,
  { table, columns }: Section,
  tenant: string,
  frames: AsyncGenerator<Frame>,
  file: string,
): Promise<number> {
  if ((await nextJson(sectionStart, frames, file)).section !== table) throw damaged(file);
  const isDirectory = table === directorySection.table;
  const target = isDirectory ? 'public.unit_directory' : escapeIdentifier(table);
  // The tables were made in this transaction, so their rows may be written as seen by all from the start.
  const freeze = isDirectory ? '' : ' with (freeze)';
  const count = { rows: 0 };
  const rows = rowsOf(table, frames, file, count);
  await pipeline(rows, client.query(copyFrom(`copy ${target} (${columnList(columns)}) from stdin${freeze}`)));
  if (isDirectory) {
    const strange = await client.query('select count(*) as n from public.unit_directory where tenant = $1', [tenant]);
    if (strange.rows[0].n !== count.rows) throw damaged(file);
  }
  return count.rows;
}

/** The rows of the section that has begun; an error at its end when they are not those that were written. */
async function* rowsOf(
  table: string,
  frames: AsyncGenerator<Frame>,
  file: string,
  count: { rows: number },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done) throw damaged(file);
    if (frame.type === 'json') {
      const { end, rows, sha256 } = parsed(sectionEnd, frame.json, file);
      if (end !== table || rows !== count.rows || sha256 !== hash.digest('hex')) throw damaged(file);
      return;
    }
    hash.update(frame.rows);
    count.rows += linesIn(frame.rows);
    yield frame.rows;
  }
}

async function nextJson<T>(schema: z.ZodType<T>, frames: AsyncGenerator<Frame>, file: string): Promise<T> {
  const { value, done } = await frames.next();
  return parsed(schema, done || value.type !== 'json' ? null : value.json, file);
}

function parsed<T>(schema: z.ZodType<T>, json: unknown, file: string): T {
  const result = schema.safeParse(json);
  if (!result.success) throw damaged(file, result.error);
  return result.data;
}
