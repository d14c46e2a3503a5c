import type { PoolClient } from 'pg';
import { canonicalJson } from '#/platform/canonical-json.ts';
import type { FactRow, FactTable, FactValue } from './table.ts';

/** A fact as it stands in the database, with the columns that the writer added. */
export interface StoredRow {
  ordinal: number;
  scope: string | null;
  row: FactRow;
}

export interface TableDiff {
  table: FactTable;
  removed: StoredRow[];
  added: FactRow[];
  kept: StoredRow[];
}

/** Rows of one insert: large enough to spare round trips, small enough to keep memory flat. */
const chunkSize = 5_000;

/** The facts that the database holds about the subjects, by subject id. */
export async function loadFacts(
  client: PoolClient,
  table: FactTable,
  subjectIds: readonly string[],
): Promise<Map<string, StoredRow[]>> {
  const found = new Map<string, StoredRow[]>();
  if (subjectIds.length === 0) return found;
  const columns = ['act_id', ...Object.keys(table.columns)];
  const { rows } = await client.query(
    `select ordinal, ${table.scoped === false ? 'null' : 'scope'} as scope, ${columns.join(', ')} from ${table.name}
     where ${table.subjectColumn} = any($1::uuid[])`,
    [subjectIds],
  );
  for (const { ordinal, scope, ...row } of rows) {
    const id = row[table.subjectColumn] as string;
    const list = found.get(id);
    if (list === undefined) found.set(id, [{ ordinal, scope, row }]);
    else list.push({ ordinal, scope, row });
  }
  return found;
}

/** What has to change for the stored rows of a subject to become the wanted ones; equal rows stay as they are. */
export function diffFacts(table: FactTable, stored: readonly StoredRow[], wanted: readonly FactRow[]): TableDiff {
  const rest = new Map<string, StoredRow[]>();
  for (const one of stored) {
    const text = content(table, one.row);
    rest.set(text, [...(rest.get(text) ?? []), one]);
  }
  const added: FactRow[] = [];
  const kept: StoredRow[] = [];
  for (const row of wanted) {
    const same = stored.length === 0 ? undefined : rest.get(content(table, row))?.pop();
    if (same === undefined) added.push(row);
    else kept.push(same);
  }
  return { table, removed: [...rest.values()].flat(), added, kept };
}

/** A row's content in one spelling, every column of the table in its order; runs for each fact of everybody a batch touches. */
function content(table: FactTable, row: FactRow): string {
  let text = row.act_id;
  for (const column in table.columns) {
    const value = row[column] ?? null;
    const type = table.columns[column];
    text += `\u001f${value === null ? '\u0000' : spelt(value, type === 'numeric')}`;
  }
  return text;
}

function spelt(value: NonNullable<FactValue>, isNumeric: boolean): string {
  if (typeof value === 'object') return canonicalJson(value);
  return isNumeric ? String(Number(value)) : String(value);
}

/** Takes rows out; their twins keep them with the span in which they were believed. */
export async function removeFacts(
  client: PoolClient,
  table: FactTable,
  removed: readonly StoredRow[],
  recordedAt: string,
): Promise<void> {
  if (removed.length === 0) return;
  const columns = [
    ...Object.keys(table.columns),
    ...(table.scoped === false ? [] : ['scope']),
    'act_id',
    'ordinal',
    'known_from',
  ].join(', ');
  for (let i = 0; i < removed.length; i += chunkSize) {
    const part = removed.slice(i, i + chunkSize);
    await client.query(
      `with gone as (
         delete from ${table.name} where ${table.subjectColumn} = any($1::uuid[]) and ordinal = any($2::bigint[]) returning ${columns}
       ) insert into ${table.name}_twin (${columns}, known_until) select ${columns}, $3::timestamptz from gone where known_from < $3::timestamptz`,
      [
        [...new Set(part.map(({ row }) => row[table.subjectColumn] as string))],
        part.map(({ ordinal }) => ordinal),
        recordedAt,
      ],
    );
  }
}

/** Rows to be put into one table. */
export interface AddedRows {
  table: FactTable;
  added: readonly FactRow[];
}

/**
 * Puts rows in and uses them up; `scopeOf` gives the paths under which each may be seen. All tables in one statement:
 * a round trip instead of ten, and while the database works at it the caller can fold what comes next.
 */
export async function addFacts(
  client: PoolClient,
  parts: readonly AddedRows[],
  recordedAt: string,
  scopeOf: (table: FactTable, row: FactRow) => string,
): Promise<void> {
  const longest = Math.max(0, ...parts.map(({ added }) => added.length));
  for (let i = 0; i < longest; i += chunkSize) {
    const inserts: string[] = [];
    const values: string[] = [recordedAt];
    for (const { table, added } of parts) {
      const rows = added.slice(i, i + chunkSize);
      if (rows.length === 0) continue;
      makeReady(table, rows, scopeOf);
      values.push(JSON.stringify(rows));
      inserts.push(`added_${inserts.length} as (${insertInto(table, `$${values.length}`)})`);
    }
    await client.query(`with ${inserts.join(', ')} select`, values);
  }
}

/** In place: at half a million rows, copies of them are what the garbage collector is busy with. */
function makeReady(
  table: FactTable,
  rows: readonly FactRow[],
  scopeOf: (table: FactTable, row: FactRow) => string,
): void {
  const arrays = Object.keys(table.columns).filter((column) => table.columns[column]?.endsWith('[]'));
  for (const row of rows) {
    if (table.scoped !== false) row.scope = scopeOf(table, row);
    // json_to_recordset wants the literal of an array.
    for (const column of arrays) row[column] = arrayText((row[column] as string[] | null) ?? []);
  }
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function insertInto(table: FactTable, json: string): string {
  const types = { ...table.columns, ...(table.scoped === false ? {} : { scope: 'text' }), act_id: 'uuid' };
  const columns = Object.keys(types).join(', ');
  const definition = Object.entries(types)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ');
  return `insert into ${table.name} (${columns}, known_from)
    select ${columns}, $1::timestamptz from json_to_recordset(${json}::json) as fact (${definition})`;
}

/** Rows whose paths changed although they themselves did not. */
export async function rescope(
  client: PoolClient,
  table: FactTable,
  rows: readonly (StoredRow & { scope: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `update ${table.name} as f set scope = new.scope
     from json_to_recordset($1::json) as new (subject uuid, ordinal bigint, scope text)
     where f.${table.subjectColumn} = new.subject and f.ordinal = new.ordinal`,
    [JSON.stringify(rows.map(({ row, ordinal, scope }) => ({ subject: row[table.subjectColumn], ordinal, scope })))],
  );
}
