import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';

/** The paths that a person's record carries, in today's tree. Outside the scope of the transaction there is no such person: throws `person.unknown`. */
export async function scopeOfPerson({ client }: Tx, person: string): Promise<string> {
  const { rows } = await client.query<{ scope: string }>('select scope from person where person_id = $1', [person]);
  if (rows[0] === undefined) throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
  return rows[0].scope;
}

/** Where a unit lies in today's tree; null: it was taken back. Whether the caller may see it, `findUnit` has judged. */
export async function pathOfUnit({ client }: Tx, unitId: string): Promise<string | null> {
  const { rows } = await client.query<{ path: string }>('select path from unit_scope where unit_id = $1', [unitId]);
  return rows[0]?.path ?? null;
}

/** The paths of the units that an act concerns, in today's tree. Throws `act.unknown` where it is not in sight. */
export async function scopeOfAct({ client }: Tx, act: string): Promise<string> {
  const { rows } = await client.query<{ scope: string }>('select scope from act where id = $1', [act]);
  if (rows[0] === undefined) throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
  return rows[0].scope;
}
