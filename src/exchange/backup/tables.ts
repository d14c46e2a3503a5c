import { type ClientBase, escapeIdentifier } from 'pg';
import type { Manifest, Section } from './manifest.ts';

/** Every table of a schema with its columns, each behind those that it refers to, else by name. */
export async function tablesOf(client: ClientBase, schema: string): Promise<Section[]> {
  const { rows } = await client.query(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
    [escapeIdentifier(schema)],
  );
  const names = new Set(rows.map(({ name }) => name));
  const ordered: Section[] = [];
  const done = new Set<string>();
  const waiting = [...rows];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ needs }) => needs.every((need: string) => done.has(need) || !names.has(need)));
    const [next] = waiting.splice(Math.max(at, 0), 1); // a ring of references is deferred, or no order would help
    done.add(next.name);
    ordered.push({ table: next.name, columns: next.columns });
  }
  return ordered;
}

/** The sequences of a schema and where they stand. */
export async function sequencesOf(client: ClientBase, schema: string): Promise<Manifest['sequences']> {
  const { rows } = await client.query(
    'select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = $2 order by relname',
    [escapeIdentifier(schema), 'S'],
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query(
      `select last_value as "lastValue", is_called as "isCalled" from ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
    );
    sequences.push({ name, ...state.rows[0] });
  }
  return sequences;
}

/** The identifiers, quoted, with commas. */
export function columnList(columns: readonly string[]): string {
  return columns.map(escapeIdentifier).join(', ');
}
