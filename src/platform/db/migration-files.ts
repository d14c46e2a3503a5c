import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '#/platform/canonical-json.ts';

/** One plain SQL file: `0001_shared_base.sql` runs once in `public`, `0002_tenant_base.sql` in every tenant's schema. */
export interface Migration {
  number: number;
  scope: 'shared' | 'tenant';
  name: string;
  sql: string;
  sha256: string;
}

const FOLDER = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

/** The migrations of a folder (the package's own unless told), in order. */
export async function readMigrations(folder: string = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    names.map(async (name): Promise<Migration> => {
      const parts = /^(\d{4})_(shared|tenant)_[a-z0-9_-]+\.sql$/.exec(name);
      if (parts === null) throw new Error(`${name} is not named NNNN_shared_… or NNNN_tenant_…`);
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { number: Number(parts[1]), scope: parts[2] as Migration['scope'], name, sql, sha256: sha256Hex(sql) };
    }),
  );
  const twice = migrations.find((migration, i) => migration.number === migrations[i - 1]?.number);
  if (twice) throw new Error(`two migrations have the number of ${twice.name}`);
  return migrations;
}
