import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { sha256Hex } from '#/platform/canonical-json.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { FactTable } from '../facts/table.ts';
import { leafOf } from './line.ts';
import { readActs } from './read-acts.ts';

/** Equal digests, equal registers. Hex. */
export interface Digest {
  /** Every canonical line, in order of id. */
  journal: string;
  /** What is believed now, whenever it came to be believed: an act and its withdrawal leave it as it was. */
  facts: string;
  /** What was believed once, and from when until when. */
  twins: string;
  overall: string;
}

/** The digest of the register; give it every fact table, `unit_line` included. Run it in a transaction that sees one snapshot. */
export async function digest({ client }: Pick<Tx, 'client'>, tables: readonly FactTable[]): Promise<Digest> {
  await client.query("set local datestyle to 'ISO'"); // rows are hashed as the text PostgreSQL makes of them
  const journal = await digestJournal(client);
  const facts = await digestTables(client, tables, ({ name }) => ({ name, spans: [] }));
  const twins = await digestTables(client, tables, ({ name }) => ({
    name: `${name}_twin`,
    spans: ['known_from', 'known_until'],
  }));
  return { journal, facts, twins, overall: sha256Hex([journal, facts, twins].join('\n')) };
}

async function digestJournal(client: ClientBase): Promise<string> {
  const sum = createHash('sha256');
  for await (const act of readActs(client, { after: null, upto: null })) sum.update(leafOf(act));
  return sum.digest('hex');
}

type Source = (table: FactTable) => { name: string; spans: readonly string[] };

async function digestTables(client: ClientBase, tables: readonly FactTable[], source: Source): Promise<string> {
  const lines: string[] = [];
  for (const table of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, spans } = source(table);
    const { rows } = await client.query(sumOf(name, table, spans));
    // An empty table says nothing, so that a table added by a later version changes no digest.
    if (rows[0].rows > 0) lines.push(Object.values(rows[0]).join(' '));
  }
  return sha256Hex(lines.join('\n'));
}

/**
 * The sum of the rows' sha256, as four numbers each: rows may come in any order, by several workers, without a sort.
 * Left out is what does not belong to a fact: its handle, and who may see it.
 * `offset 0` keeps the planner from working out the hash once for each of the four.
 */
function sumOf(name: string, { columns }: FactTable, spans: readonly string[]): string {
  const values = [
    'act_id',
    ...Object.entries(columns)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([column, type]) => (type === 'numeric' ? `trim_scale(${column})` : column)),
    ...spans.map((span) => `${span} at time zone 'UTC'`),
  ];
  const lanes = [1, 9, 17, 25].map((at) => `coalesce(sum(substr(hash, ${at}, 8)::bigint), 0)::text as lane${at}`);
  return `select '${name}' as name, count(*) as rows, ${lanes.join(', ')}
    from (select sha256(convert_to(row(${values.join(', ')})::text, 'UTF8')) as hash from ${name} offset 0) as hashed`;
}
