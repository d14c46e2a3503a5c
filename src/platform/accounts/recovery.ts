import type { Pool } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lockAccount } from './accounts.ts';
import { cancelCodes, type IssuedCode, issueCode } from './codes.ts';
import { asAccounts, type Doing, noteEvent } from './events.ts';
import { decideRecovery } from './recovery-decision.ts';

// Whoever lost the password or the second factor comes back by two people: one starts it, another one approves it, and
// neither of them is the one who comes back. So no administrator alone gets into somebody's account.

/** Starts it; a code comes when another person approves. Throws `account.unknown`, `recovery.own`, `recovery.open`. */
export async function startRecovery(
  hall: Pool,
  accountId: string,
  { reason, dropsFactors }: { reason: string; dropsFactors: boolean },
  doing: Doing,
): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const { login, closedAt } = await lockAccount(client, accountId);
    if (login === doing.actor) throw ownRecovery();
    if (closedAt !== null)
      throw new Problem('account.closed', 'The account is closed: reopen it first.', { status: 409 });
    const { rowCount } = await client.query(
      `insert into account_recovery (account_id, reason, drops_factors, started_at, started_by)
       values ($1, $2, $3, $4, $5) on conflict (account_id) where decided_at is null do nothing`,
      [accountId, reason, dropsFactors, doing.now, doing.actor],
    );
    if (rowCount === 0)
      throw new Problem('recovery.open', 'A recovery of this account waits for a second person already.', {
        status: 409,
      });
    await noteEvent(client, accountId, 'recovery-started', doing, reason);
  });
}

/**
 * A second person approves: gives the one-time code. Whether two logins are two people is for the caller to say: grants and ties
 * lie with the tenants. Throws `recovery.unknown`, `recovery.own`, `recovery.same-person`.
 */
export async function approveRecovery(
  hall: Pool,
  accountId: string,
  areTwo: (a: string, b: string) => Promise<boolean>,
  doing: Doing,
): Promise<IssuedCode> {
  return inTransaction(hall, asAccounts, async ({ client }) => {
    const { login } = await lockAccount(client, accountId);
    if (login === doing.actor) throw ownRecovery();
    const { rows } = await client.query<{ startedBy: string; dropsFactors: boolean }>(
      `select started_by as "startedBy", drops_factors as "dropsFactors" from account_recovery
       where account_id = $1 and decided_at is null for update`,
      [accountId],
    );
    const [open] = rows;
    if (open === undefined) throw unknownRecovery();
    if (open.startedBy === doing.actor || !(await areTwo(open.startedBy, doing.actor)))
      throw new Problem(
        'recovery.same-person',
        'Whoever started this recovery does not approve it, nor an account that comes from them: another person has to.',
        { status: 403 },
      );
    await decideRecovery(client, accountId, true, doing);
    await noteEvent(client, accountId, 'recovery-approved', doing);
    return issueCode(client, accountId, { purpose: 'recovery', dropsFactors: open.dropsFactors }, doing);
  });
}

/** Takes it back, or refuses it; whoever started it may do so as well. Throws `recovery.unknown`. */
export async function refuseRecovery(hall: Pool, accountId: string, doing: Doing): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    await lockAccount(client, accountId);
    if (!(await decideRecovery(client, accountId, false, doing))) throw unknownRecovery();
    await noteEvent(client, accountId, 'recovery-refused', doing);
  });
}

/** A recovery of an account that has not come to its end: it waits, or its code was not used yet. */
export interface OwnRecovery {
  startedBy: string;
  startedAt: string;
  reason: string;
  approvedBy: string | null;
}

/** What is under way to bring somebody else into the account: its owner, who needs no bringing back, should know. */
export async function readOwnRecovery(hall: Pool, accountId: string, now: Date): Promise<OwnRecovery | null> {
  const { rows } = await hall.query<OwnRecovery>(
    `select started_by as "startedBy", started_at as "startedAt", reason,
       case when is_approved then decided_by end as "approvedBy"
     from account_recovery recovery where account_id = $1 and (decided_at is null or is_approved and exists (
       select from account_code code where code.account_id = recovery.account_id and purpose = 'recovery'
         and made_at >= decided_at and used_at is null and cancelled_at is null and expires_at > $2))
     order by started_at desc limit 1`,
    [accountId, now],
  );
  return rows[0] ?? null;
}

/** The owner was not lost: nothing of it goes on, and its code opens nothing. Throws `recovery.unknown`. */
export async function refuseOwnRecovery(hall: Pool, accountId: string, doing: Doing): Promise<void> {
  if ((await readOwnRecovery(hall, accountId, doing.now)) === null) throw unknownRecovery();
  await inTransaction(hall, asAccounts, async ({ client }) => {
    await lockAccount(client, accountId);
    await decideRecovery(client, accountId, false, doing);
    await cancelCodes(client, accountId, doing.now);
    await noteEvent(client, accountId, 'recovery-refused', doing);
  });
}

function ownRecovery(): Problem {
  return new Problem('recovery.own', 'Nobody starts or approves the recovery of their own account.', { status: 403 });
}

function unknownRecovery(): Problem {
  return new Problem('recovery.unknown', 'No recovery of this account waits to be approved.', { status: 404 });
}
