import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { nameKey } from '#/platform/names.ts';

/** After every text that begins with the same signs. */
export const LAST = '\u{10ffff}';

/** The day that numbers hold on; the people who were looked up by their names in an index, null: each name is looked at. */
interface Look {
  day: RawBuilder<unknown>;
  found: readonly string[] | null;
}

/**
 * Whether a text names the member (alias m: person_id, name_key): each word begins a word of the name; or it begins the
 * person's code or the number of the member's card. Names have no digits, so one look tells what is meant.
 */
export function saysWhom({ table }: FactSource, q: string, { day, found }: Look): RawBuilder<unknown> {
  const beginnings = [...new Set([q, q.toUpperCase()])];
  const begins = (column: RawBuilder<unknown>) =>
    sql`(${sql.join(
      beginnings.map((text) => sql`${column} collate "C" >= ${text} and ${column} collate "C" < ${text + LAST}`),
      sql` or `,
    )})`;
  const coded = sql`select p.person_id from ${table('person', 'p')} where ${begins(sql`p.code`)}`;
  if (/\d/.test(q))
    return sql`m.person_id in (${coded} union all select n.person_id from ${table('memberNumber', 'n')}
      where ${begins(sql`n.number`)} and n.scheme in ('card-12', 'card-8') and ${isOn(sql`n.valid`, day)})`;
  const named = wordsOf(q).map((word) => sql`strpos(' ' || m.name_key, ${` ${word}`}) > 0`);
  if (found !== null)
    return sql`(m.person_id in (select unnest(${[...found]}::uuid[]) union all ${coded}) and (${sql.join(named, sql` and `)} or m.person_id in (${coded})))`;
  return sql`((${sql.join(named, sql` and `)}) or m.person_id in (${coded}))`;
}

/** More than these are no few: who asks for so many looks at each name instead. */
const manyNamed = 8_000;

/** The word of the given name, as it is searched: in Vietnamese the last. */
export const givenOf = (q: string): string => nameKey(q).split(' ').at(-1) ?? '';

const wordsOf = (q: string): string[] => [...new Set(nameKey(q).split(' '))];

/** Whoever has or had such a name, in scope, by an index; null: too many, or it is a number that is asked for. */
export async function lookUp(db: Kysely<DB>, scope: string, q: string): Promise<string[] | null> {
  if (/\d/.test(q)) return null;
  const { rows } = await sql<{
    id: string;
  }>`select people_named(${scope}, ${wordsOf(q)}::text[], ${manyNamed}) as id`.execute(db);
  return rows.length < manyNamed ? rows.map(({ id }) => id) : null;
}
