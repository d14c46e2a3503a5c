import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { to as copyTo } from 'pg-copy-streams';
import { asOwner, schemaOf } from '#/platform/db/migrate.ts';
import type { Stage } from './stage.ts';

const range = "coalesce(lower(valid), '0001-01-01') as valid_from, coalesce(upper(valid), '9999-12-31') as valid_to";
const instant = (column: string): string => `${column} at time zone 'UTC' as ${column}`;

/** What DuckDB gets of each table: ranges as two columns. */
const tables: Record<string, string> = {
  unit_line: `ancestor_id, unit_id, depth, ${range}, ${instant('known_from')}`,
  standing: `person_id, unit_id, status, ${range}, ${instant('known_from')}`,
  standing_twin: `person_id, unit_id, status, ${range}, ${instant('known_from')}, ${instant('known_until')}`,
  person_record: `person_id, sex, born_on, ${range}`,
  member_event: 'person_id, unit_id, from_unit_id, to_unit_id, event, on_day, decided_on',
};

const typeOf = (column: string): string => {
  if (column.endsWith('_id')) return 'uuid';
  if (column.startsWith('known_')) return 'timestamptz';
  return /^valid_|_on$|^on_day$/.test(column) ? 'date' : 'varchar';
};

export interface Duck {
  /** The first column of the first row, as a number. */
  count: (sql: string, values: readonly string[]) => Promise<number>;
  close: () => void;
}

/** The register's rows in DuckDB, in memory, sorted as they come. */
export async function openDuck(stage: Stage): Promise<Duck> {
  const folder = join(stage.options.dataDir, 'duck');
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await asOwner(stage.installation.adminUrl, async (client) => {
    for (const [table, columns] of Object.entries(tables)) {
      const file = join(folder, `${table}.csv`);
      const query = `copy (select ${columns} from ${schemaOf(stage.code)}.${table}) to stdout (format csv, header)`;
      await pipeline(client.query(copyTo(query)), createWriteStream(file));
      const reader = await connection.runAndReadAll(`select * from read_csv('${file}', all_varchar = true) limit 0`);
      const typed = reader.columnNames().map((name) => `try_cast(${name} as ${typeOf(name)}) as ${name}`);
      await connection.run(
        `create table ${table} as select ${typed.join(', ')} from read_csv('${file}', all_varchar = true)`,
      );
    }
  });
  rmSync(folder, { recursive: true });
  const prepared = new Map<string, ReturnType<typeof connection.prepare>>();
  return {
    count: async (sql, values) => {
      const made = prepared.get(sql) ?? connection.prepare(sql);
      prepared.set(sql, made);
      const statement = await made;
      for (const [i, value] of values.entries()) statement.bindVarchar(i + 1, value);
      const reader = await statement.runAndReadAll();
      return Number(reader.getRows()[0]?.[0]);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
