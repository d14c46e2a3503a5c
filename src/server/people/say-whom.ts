import { type RawBuilder, sql } from 'kysely';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { nameKey } from '#/platform/names.ts';

/** After every text that begins with the same signs. */
const LAST = '\u{10ffff}';

/**
 * Whether a text names the member (alias m: person_id, name_key): each word begins a word of the name; or it begins the
 * person's code or the number of the member's card. Names have no digits, so one look tells what is meant.
 */
export function saysWhom({ table }: FactSource, q: string, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const beginnings = [...new Set([q, q.toUpperCase()])];
  const begins = (column: RawBuilder<unknown>) =>
    sql`(${sql.join(
      beginnings.map((text) => sql`${column} collate "C" >= ${text} and ${column} collate "C" < ${text + LAST}`),
      sql` or `,
    )})`;
  const coded = sql`select p.person_id from ${table('person', 'p')} where ${begins(sql`p.code`)}`;
  if (!/\d/.test(q)) return sql`((${named(q)}) or m.person_id in (${coded}))`;
  return sql`m.person_id in (${coded} union all select n.person_id from ${table('memberNumber', 'n')}
    where ${begins(sql`n.number`)} and n.scheme in ('card-12', 'card-8') and ${isOn(sql`n.valid`, day)})`;
}

function named(q: string): RawBuilder<unknown> {
  const words = nameKey(q)
    .split(' ')
    .filter((word) => word !== '');
  return sql.join(
    words.map((word) => sql`strpos(' ' || m.name_key, ${` ${word}`}) > 0`),
    sql` and `,
  );
}
