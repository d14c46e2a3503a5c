import { factWords, recordWords } from '#/domain/words/fact-words.ts';
import { tableWords } from '#/domain/words/table-words.ts';
import { type FactRow, type FactTable, parseRange } from '#/kernel/facts/table.ts';
import type { Subject } from '#/kernel/journal/act.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** A fact of an act, with what stood in its place until then. */
export interface Laid {
  table: FactTable;
  subjectId: string;
  row: FactRow;
  before: FactRow | undefined;
}

/** The facts that an act lays down today about these subjects, in the order of the tables. */
export async function laidFacts(
  { client }: Tx,
  { tables }: Register,
  actId: string,
  subjects: readonly Subject[],
): Promise<Laid[]> {
  const found: Laid[] = [];
  for (const table of tables) {
    const ids = subjects.flatMap(({ type, id }) => (type === table.subject ? [id] : []));
    // The tree for queries is derived from lives and parents, which are told.
    if (ids.length === 0 || table.name === 'unit_line') continue;
    const { name, subjectColumn } = table;
    const columns = ['act_id', ...Object.keys(table.columns)].join(', ');
    const { rows } = await client.query<FactRow>(
      `select ${columns} from ${name} t where t.${subjectColumn} = any($1::uuid[]) and exists (
         select from ${name} own where own.act_id = $2 and own.${subjectColumn} = t.${subjectColumn}) order by t.ordinal`,
      [ids, actId],
    );
    for (const row of rows)
      if (row.act_id === actId)
        found.push({ table, subjectId: row[subjectColumn] as string, row, before: beforeOf(table, row, rows) });
  }
  return found;
}

/** The spell that ends where this one begins, of the same subject and, where facts have one, the same scheme. */
function beforeOf({ subjectColumn }: FactTable, row: FactRow, rows: readonly FactRow[]): FactRow | undefined {
  if (typeof row.valid !== 'string') return undefined;
  const { from } = parseRange(row.valid);
  return rows.find(
    (other) =>
      other[subjectColumn] === row[subjectColumn] &&
      other.scheme === row.scheme &&
      parseRange(other.valid as string).to === from &&
      from !== null,
  );
}

/** Units that the facts name, to be called by their names. */
export function unitsOf(facts: readonly Laid[]): string[] {
  return facts.flatMap(({ table, row, before }) =>
    Object.entries(table.columns).flatMap(([column, type]) =>
      type === 'uuid' && /unit|parent/.test(column)
        ? [row[column], before?.[column]].filter((id): id is string => typeof id === 'string')
        : [],
    ),
  );
}

/** A fact in words, and what was there before. */
export function laidWords({ table, row, before }: Laid, unitNamed: (id: string) => string | null) {
  const isRecord = table.name === 'person_record';
  const say = (one: FactRow, other: FactRow | undefined) =>
    isRecord ? recordWords(one, other) : factWords(table.name, one, unitNamed);
  return {
    table: table.name,
    title: tableWords[table.name] ?? { vi: table.name, en: table.name },
    says: say(row, before),
    before: before === undefined ? null : say(before, isRecord ? row : undefined),
  };
}
