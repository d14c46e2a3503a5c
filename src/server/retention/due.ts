import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { dueBefore, dueSince, type Kept } from './rules.ts';

export interface DuePerson {
  person: string;
  name: string;
  leftOn: Day;
  dueOn: Day;
  valueCount: number;
  erasure: string | null;
}

// Whoever stands nowhere, of the register and not only of the asker's place: moved out of it by letter counts from the letter.
const gone = 'select person_id, left_on from persons_gone($1::date)';

export const mostDue = 200;

/** Whose sensitive values are due, longest gone first; of one person where told. */
export async function duePersons(
  { client }: Tx,
  kept: Kept,
  on: Day,
  person: string | null = null,
): Promise<DuePerson[]> {
  const before = dueBefore(kept, on);
  if (before === null) return [];
  const { rows } = await client.query<Omit<DuePerson, 'dueOn'>>(
    `with gone as (${gone})
     select g.person_id as person, coalesce(r.name, '') as name, g.left_on as "leftOn", v.count as "valueCount", e.id as erasure
     from gone g
     join lateral (select count(*)::int as count from sensitive_value s where s.subject_id = g.person_id and s.cipher is not null) v on v.count > 0
     left join lateral (select name from person_record p where p.person_id = g.person_id order by valid desc limit 1) r on true
     left join erasure e on e.person_id = g.person_id and e.decided_at is null
     where $2::uuid is null or g.person_id = $2
     order by g.left_on, g.person_id limit ${mostDue}`,
    [before, person],
  );
  return rows.map((row) => ({ ...row, dueOn: dueSince(kept, row.leftOn) }));
}

/** How much is due of what a rule speaks of; null: it is not counted here. */
export async function dueCount({ client }: Tx, key: string, before: Day): Promise<number | null> {
  const text = counts[key];
  if (text === undefined) return null;
  const { rows } = await client.query<{ count: number }>(text, [before]);
  return rows[0]?.count ?? 0;
}

const counts: Readonly<Record<string, string>> = {
  'retention.sensitive-after-leaving': `with gone as (${gone}) select count(*)::int as count from gone g
    where exists (select from sensitive_value s where s.subject_id = g.person_id and s.cipher is not null)`,
  'retention.attachments-after-leaving': `with gone as (${gone}) select count(*)::int as count from gone g
    join attachment a on a.person_id = g.person_id and a.removed_at is null`,
};
