import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Workplace } from '../workplace.ts';

/**
 * By person, the grassroots organisations above their cells that lie under a place: they decide what is asked about the
 * record, and so may whoever stands above them. Who is not in the answer is decided about elsewhere: an officer of a cell
 * sees the person, and not the organisation above.
 */
export async function decidersOf(
  { client }: Tx,
  persons: readonly string[],
  path: string,
  { clock, register }: Pick<Workplace, 'clock' | 'register'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (persons.length === 0) return new Map();
  const { rows } = await client.query<{ person: string; units: string[] }>(
    `select p.person_id as person, array_agg(u.unit_id order by length(u.path)) as units
     from unit_scope u join unit_kind k on k.unit_id = u.unit_id and k.valid @> $4::date
     join person p on strpos(p.scope, u.path) > 0
     where p.person_id = any($1::uuid[]) and k.kind = any($3) and strpos(u.path, nullif($2, '')) > 0
     group by p.person_id`,
    [[...new Set(persons)], path, [...register.grassrootsKinds], today(clock)],
  );
  return new Map(rows.map(({ person, units }) => [person, units]));
}
