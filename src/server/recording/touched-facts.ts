import { type FactRow, type FactTable, rowText } from '#/kernel/facts/table.ts';
import type { SubjectType } from '#/kernel/journal/act.ts';
import type { Touched } from '#/kernel/journal/rehearse-post.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** A fact with the table it stands in. */
export interface TableRow {
  table: string;
  row: FactRow;
  /** The batch that is rehearsed lays it. */
  isNew: boolean;
}

/** Facts by the subject's id. */
export type SubjectFacts = Map<string, TableRow[]>;

/** Columns that the writer adds; the act says where a fact comes from and stays. */
const notContent = ['scope', 'ordinal', 'known_from'];

interface Wanted {
  type: SubjectType;
  ids: readonly string[];
  recordedAt: string;
}

/** All facts about some subjects, in one statement: a rehearsal asks for thirty tables of two or three people. */
export async function factsOf(
  { client }: Tx,
  tables: readonly FactTable[],
  { type, ids, recordedAt }: Wanted,
): Promise<SubjectFacts> {
  const found: SubjectFacts = new Map();
  if (ids.length === 0) return found;
  const parts = distinct(tables, type).map(
    ({ name, subjectColumn }) =>
      `select '${name}' as table, ${subjectColumn} as id, known_from = $2::timestamptz as "isNew", to_jsonb(f) - $3::text[] as row
       from ${name} f where ${subjectColumn} = any($1::uuid[])`,
  );
  const { rows } = await client.query(parts.join(' union all '), [ids, recordedAt, notContent]);
  for (const { id, ...one } of rows) found.set(id, [...(found.get(id) ?? []), one]);
  return found;
}

/** The tables from which the batch took facts of these subjects. */
export async function tablesTakenFrom(
  { client }: Tx,
  tables: readonly FactTable[],
  { persons, units }: { persons: readonly string[]; units: readonly string[] },
  recordedAt: string,
): Promise<string[]> {
  const parts = (['person', 'unit'] as const).flatMap((type) =>
    distinct(tables, type).map(
      ({ name, subjectColumn }) =>
        `select '${name}' as table where exists (select from ${name}_twin where known_until = $1::timestamptz and ${subjectColumn} = any($2::uuid[]))`,
    ),
  );
  const { rows } = await client.query(parts.join(' union all '), [recordedAt, [...persons, ...units]]);
  return rows.map(({ table }) => table);
}

function distinct(tables: readonly FactTable[], type: SubjectType): FactTable[] {
  return [...new Map(tables.filter(({ subject }) => subject === type).map((one) => [one.name, one])).values()];
}

/** Rows that stand on one side only, whichever act they come from: a correction that says the same changes nothing. */
export function differing(before: readonly TableRow[], after: readonly TableRow[]): [TableRow[], TableRow[]] {
  const count = (rows: readonly TableRow[]) => {
    const times = new Map<string, number>();
    for (const one of rows) times.set(textOf(one), (times.get(textOf(one)) ?? 0) + 1);
    return times;
  };
  const only = (rows: readonly TableRow[], others: Map<string, number>) =>
    rows.filter((one) => {
      const left = others.get(textOf(one)) ?? 0;
      if (left > 0) others.set(textOf(one), left - 1);
      return left === 0;
    });
  return [only(before, count(after)), only(after, count(before))];
}

function textOf({ table, row: { act_id: _act, ...content } }: TableRow): string {
  return `${table} ${rowText(content as FactRow)}`;
}

/** So many persons and units are told of in full; a merger touches thousands. */
const toldAtMost = 60;

export function toldOf({ personIds, unitIds }: Touched): { persons: string[]; units: string[]; more: number } {
  const persons = personIds.slice(0, toldAtMost);
  const units = unitIds.slice(0, toldAtMost);
  return { persons, units, more: personIds.length + unitIds.length - persons.length - units.length };
}
