import { loginsOfOne } from '#/kernel/access/second-person.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Seat } from '../capacity.ts';
import { areInOneName } from '../proposals/two-persons.ts';
import type { Row } from './rows.ts';

/**
 * Of requests, those that the caller does not decide: who asks does not, by whichever account, nor whoever works in their
 * name, nor in whose name it was asked.
 */
export async function ownAsking(
  tx: Tx,
  rows: readonly Row[],
  { actor, person, capacity }: Seat,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const ownLogins = await loginsOfOne(
    tx,
    rows.map(({ askedBy }) => askedBy),
    actor,
  );
  const decider = { account: person?.accountId ?? null, grant: capacity?.grant.id ?? null };
  const askers = rows.map(({ askedAccount, askedGrant }) => ({ account: askedAccount, grant: askedGrant }));
  const inOneName = await areInOneName(tx, askers, decider);
  return new Set(rows.filter(({ askedBy }, at) => ownLogins.has(askedBy) || inOneName[at]).map(({ id }) => id));
}
