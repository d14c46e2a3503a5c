import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { Day } from '#/platform/day.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { nameKey } from '#/platform/names.ts';

/** After every text that begins with the same signs. */
export const LAST = '\u{10ffff}';

/** The day that numbers hold on; the people who were looked up by their names in an index, null: each name is looked at. */
interface Look {
  day: RawBuilder<unknown>;
  found: readonly string[] | null;
}

/** What begins with the text as it is, or in capitals: codes and numbers are written so. */
function begins(column: RawBuilder<unknown>, q: string): RawBuilder<unknown> {
  const beginnings = [...new Set([q, q.toUpperCase()])];
  return sql`(${sql.join(
    beginnings.map((text) => sql`${column} collate "C" >= ${text} and ${column} collate "C" < ${text + LAST}`),
    sql` or `,
  )})`;
}

const coded = ({ table }: FactSource, q: string) =>
  sql`select p.person_id from ${table('person', 'p')} where ${begins(sql`p.code`, q)}`;

/**
 * Whether a text names the member (alias m: person_id, name_key): each word begins a word of the name; or it begins the
 * person's code or the number of the member's card. Names have no digits, so one look tells what is meant.
 */
export function saysWhom(facts: FactSource, q: string, { day, found }: Look): RawBuilder<unknown> {
  const byCode = coded(facts, q);
  if (isNumber(q))
    return sql`m.person_id in (${byCode} union all select n.person_id from ${facts.table('memberNumber', 'n')}
      where ${begins(sql`n.number`, q)} and n.scheme in ('card-12', 'card-8') and ${isOn(sql`n.valid`, day)})`;
  const named = wordsOf(q).map((word) => sql`strpos(' ' || m.name_key, ${` ${word}`}) > 0`);
  if (found !== null)
    return sql`(m.person_id in (select unnest(${[...found]}::uuid[]) union all ${byCode}) and (${sql.join(named, sql` and `)} or m.person_id in (${byCode})))`;
  return sql`((${sql.join(named, sql` and `)}) or m.person_id in (${byCode}))`;
}

const isNumber = (q: string) => /\d/.test(q);

/** More than these are no few: who asks for so many looks at each name instead. */
const manyNamed = 8_000;

/** The word of the given name, as it is searched: in Vietnamese the last. */
export const givenOf = (q: string): string => nameKey(q).split(' ').at(-1) ?? '';

const wordsOf = (q: string): string[] => [...new Set(nameKey(q).split(' '))];

/** Where and when one looks. */
interface Seen {
  scope: string;
  on: Day;
}

/** Whoever has such a name on the day, in scope, by an index: alias n (person_id, name_key, name_order). No more than `manyNamed`. */
const peopleNamed = ({ scope, on }: Seen, q: string) =>
  sql`people_named(${scope}, ${wordsOf(q)}::text[], ${on}::date, ${manyNamed}) n`;

/** The ids of all of them; null: too many, or it is a number that is asked for. */
export async function lookUp(db: Kysely<DB>, seen: Seen, q: string): Promise<string[] | null> {
  if (isNumber(q)) return null;
  const { rows } = await sql<{ id: string }>`select n.person_id as id from ${peopleNamed(seen, q)}`.execute(db);
  return rows.length < manyNamed ? rows.map(({ id }) => id) : null;
}

/** Of those that a name finds, which come first: after a place in an order, of m (person_id, name_key, name_order). */
interface First {
  after: RawBuilder<unknown>;
  by: RawBuilder<unknown>;
  most: number;
}

/** The first of them, put in order where they are found; null: too many, or whom the text names by a code or number. */
export async function firstNamed(
  facts: FactSource,
  seen: Seen,
  q: string,
  { after, by, most }: First,
): Promise<{ ids: string[]; isAll: boolean } | null> {
  if (isNumber(q)) return null;
  const { rows } = await sql<{ named: number; byCode: boolean; ids: string[] }>`
    with named as materialized (select n.* from ${peopleNamed(seen, q)})
    select (select count(*) from named)::int as named, exists (${coded(facts, q)}) as by_code,
      array(select m.person_id from named m where ${after} order by ${by} limit ${most}) as ids`.execute(facts.db);
  const [{ named, byCode, ids }] = rows as [(typeof rows)[number]];
  return named === manyNamed || byCode ? null : { ids, isAll: ids.length < most };
}
