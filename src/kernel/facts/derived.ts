import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#/platform/db/transaction.ts';
import { type FactSource, factSource } from '../figures/source.ts';

/**
 * A table kept beside the facts of persons so that what is asked all day need not be put together each time: made from the
 * facts as known now by one query, and from nothing else. It has no twin; what was known once is asked of the facts.
 */
export interface Derived {
  /** It has a column person_id. */
  name: string;
  columns: readonly string[];
  rows: (facts: FactSource) => RawBuilder<unknown>;
}

/** Makes the rows of some persons anew, or of all (null): called after their facts were written. */
export async function deriveFor(
  { db, client }: Tx,
  tables: readonly Derived[],
  personIds: readonly string[] | null,
): Promise<void> {
  for (const { name, columns, rows } of tables) {
    const text = statements.get(name) ?? insertFrom(columns, sql`${rows(factSource(db, null))}`.compile(db).sql, name);
    statements.set(name, text);
    if (personIds === null) {
      await client.query(text);
      continue;
    }
    // Named, since it takes longer to plan than to run for the one person of a screen. An array to be joined is what the
    // planner has an estimate of ahead of a policy.
    const whose = 'where person_id in (select unnest($1::uuid[]))';
    await client.query({ name: `leave ${name}`, text: `delete from ${name} ${whose}`, values: [personIds] });
    await client.query({ name: `derive ${name}`, text: `${text} ${whose}`, values: [personIds] });
  }
}

const statements = new Map<string, string>();

function insertFrom(columns: readonly string[], rows: string, name: string): string {
  const list = columns.join(', ');
  return `insert into ${name} (${list}) select ${list} from (${rows}) d`;
}
