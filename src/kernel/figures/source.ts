import { type AliasedExpression, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import { factColumns } from '#/platform/db/fact-columns.gen.ts';
import type { DB } from '#/platform/db/types.gen.ts';

/** The names a rule may read: tables that have a twin. */
export type FactName = keyof typeof factColumns & keyof DB;

/** How a rule names facts: the table of current knowledge, or its union with the twin as believed at an instant. The rule is the same. */
export interface FactSource {
  db: Kysely<DB>;
  /** Days outside which no row will be looked at: a rule that counts out days or years need not go beyond. Null: unknown. */
  span: { from: Day; to: Day } | null;
  /** To be used in selectFrom() and joins: `facts.db.selectFrom(facts.table('standing', 's'))`. */
  table: <N extends FactName, A extends string>(name: N, alias: A) => AliasedExpression<DB[N], A>;
}

/** Facts as known at `knownAt` (an instant in the journal's form), or now when null. */
export function factSource(db: Kysely<DB>, knownAt: string | null, span: FactSource['span'] = null): FactSource {
  return {
    db,
    span,
    table: <N extends FactName, A extends string>(name: N, alias: A) =>
      (knownAt === null ? sql<DB[N]>`${sql.table(name)}` : asBelieved<DB[N]>(name, knownAt)).as<A>(alias),
  };
}

/**
 * What stood in the table at an instant: rows not replaced since, and rows replaced later. The instant is compared outside
 * the union, whose halves stay plain selects: only then does the planner look through it to the indexes of both tables.
 */
function asBelieved<Row>(name: FactName, knownAt: string): RawBuilder<Row> {
  // Named one by one: a column added by a migration has another place in the twin than in the table.
  const columns = sql.join(factColumns[name].map((column) => sql.ref(column)));
  return sql<Row>`(select ${columns} from (
      select ${columns}, 'infinity'::timestamptz as known_until from ${sql.table(name)}
      union all
      select ${columns}, known_until from ${sql.table(`${name}Twin`)}
    ) b where known_from <= ${knownAt}::timestamptz and ${knownAt}::timestamptz < known_until)`;
}
