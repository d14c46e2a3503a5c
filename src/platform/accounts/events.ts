import type { PoolClient } from 'pg';
import type { Context } from '#/platform/db/transaction.ts';

/** Accounts belong to no part of the tree: under this context no row of a tenant is seen. */
export const asAccounts: Context = { actor: 'accounts', scope: '-' };

/** What can happen to an account. */
export type AccountEvent =
  | 'invited'
  | 'code-used'
  | 'password-changed'
  | 'totp-added'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'printed-made'
  | 'printed-removed'
  | 'provider-tied'
  | 'provider-untied'
  | 'signed-in'
  | 'sessions-ended'
  | 'closed'
  | 'reopened'
  | 'recovery-started'
  | 'recovery-approved'
  | 'recovery-refused'
  | 'role-asked'
  | 'role-granted'
  | 'role-approved'
  | 'role-refused'
  | 'role-passed-on'
  | 'role-ended';

/** Who did it, and when. */
export interface Doing {
  actor: string;
  now: Date;
}

/** Keeps what was done with an account, in the transaction that does it. */
export async function noteEvent(
  client: PoolClient,
  accountId: string,
  event: AccountEvent,
  { actor, now }: Doing,
  note: string | null = null,
): Promise<void> {
  await client.query('insert into account_event (account_id, at, actor, event, note) values ($1, $2, $3, $4, $5)', [
    accountId,
    now,
    actor,
    event,
    note,
  ]);
}
