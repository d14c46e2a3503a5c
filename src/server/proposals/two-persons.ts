import { isOnePerson } from '#/kernel/access/second-person.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Seat } from '../capacity.ts';
import type { ProposalRow } from './rows.ts';

/**
 * Two people decide, or nobody: who proposed does not record, in whatever capacity, and neither does who works by a grant
 * that the proposer has passed on, nor who has passed on the grant by which it was proposed. Accounts that are tied to one
 * person of the register are one. Throws `proposal.same-person`.
 */
export async function requireTwoPersons(tx: Tx, row: ProposalRow, { actor, person, capacity }: Seat): Promise<void> {
  const account = person?.accountId ?? null;
  // Without an account it is the operator, by whichever door: one person.
  if (row.proposerAccount === account || (await isOnePerson(tx, row.proposedBy, actor))) throw samePerson();
  const asker = { account: row.proposerAccount, grant: row.proposerGrant };
  if (await isInOneName(tx, asker, { account, grant: capacity?.grant.id ?? null })) throw samePerson();
}

interface Working {
  account: string | null;
  grant: string | null;
}

/** Whether one of two works by a grant that the other has passed on: then what both do is done in one name. */
export async function isInOneName(tx: Tx, asker: Working, decider: Working): Promise<boolean> {
  const [isOne] = await areInOneName(tx, [asker], decider);
  return isOne === true;
}

/** The same of each of several. */
export async function areInOneName({ client }: Tx, askers: readonly Working[], decider: Working): Promise<boolean[]> {
  const { rows } = await client.query<{ id: string; giver: string }>(
    `select g.id, d.account_id as giver from role_grant g join role_grant d on d.id = g.delegated_from where g.id = any($1::uuid[])`,
    [[...new Set([...askers, decider].map(({ grant }) => grant).filter((id) => id !== null))]],
  );
  const givers = new Map(rows.map(({ id, giver }) => [id, giver]));
  const passedOn = (by: Working, to: Working) =>
    by.account !== null && to.grant !== null && givers.get(to.grant) === by.account;
  return askers.map((asker) => passedOn(asker, decider) || passedOn(decider, asker));
}

function samePerson(): Problem {
  const message = 'Who proposed an act does not decide on it, nor does anybody in their name.';
  return new Problem('proposal.same-person', message, { status: 403 });
}
