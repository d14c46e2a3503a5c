import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isInUse, lockAccount } from './accounts.ts';
import { cancelCodes } from './codes.ts';
import { asAccounts, type Doing, noteEvent } from './events.ts';
import type { Identity } from './provider.ts';
import { removeIdentity } from './remove-identity.ts';

/** Who an account is at the provider, as its owner sees it. */
export interface TiedIdentity {
  name: string | null;
  subject: string;
  tiedAt: string;
}

/** The open account of somebody at the provider; null: none is tied to them. Their name is only kept to be shown. */
export async function accountOf(
  hall: Pool,
  { issuer, subject, name }: Identity,
  now: Date,
): Promise<{ id: string; login: string } | null> {
  const { rows } = await hall.query<{ id: string; login: string }>(
    `update account_identity identity set used_at = $3, name = coalesce($4, identity.name) from account
     where account.id = account_id and issuer = $1 and subject = $2 and removed_at is null and closed_at is null
     returning account.id, login`,
    [issuer, subject, now, name],
  );
  return rows[0] ?? null;
}

/** From now on that person at the provider signs in to this account. Throws `provider.tied`. */
export async function tieIdentity(
  client: PoolClient,
  accountId: string,
  { issuer, subject, name }: Omit<Identity, 'isStrong'>,
  doing: Doing,
): Promise<void> {
  try {
    await client.query(
      `insert into account_identity (account_id, issuer, subject, name, tied_at, tied_by) values ($1, $2, $3, $4, $5, $6)`,
      [accountId, issuer, subject, name, doing.now, doing.actor],
    );
  } catch (error) {
    if (error instanceof DatabaseError && error.table === 'account_identity' && error.code === '23505')
      throw new Problem('provider.tied', 'This account, or that person at the provider, is tied already.', {
        status: 409,
        cause: error,
      });
    throw error;
  }
  await noteEvent(client, accountId, 'provider-tied', doing, name ?? subject);
}

/**
 * An administrator ties an account before anybody uses it; afterwards only its owner does, for otherwise one person alone
 * could take over what is in use. Throws `account.unknown`, `account.in-use`, `provider.tied`.
 */
export async function tieUnused(
  hall: Pool,
  accountId: string,
  identity: { issuer: string; subject: string },
  doing: Doing,
): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const { closedAt } = await lockAccount(client, accountId);
    if (closedAt !== null || (await isInUse(client, accountId)))
      throw new Problem('account.in-use', 'This account is in use or closed: only its owner ties it to the provider.', {
        status: 409,
      });
    // The invitation lies with whoever made it: from now on the account is in use, and by it one person would get in alone.
    await cancelCodes(client, accountId, doing.now);
    await tieIdentity(client, accountId, { ...identity, name: null }, doing);
  });
}

/** The owner signs in by the provider no more. Throws `provider.only-way`, `provider.not-tied`. */
export async function untieIdentity(hall: Pool, accountId: string, doing: Doing): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    await lockAccount(client, accountId);
    const { rowCount: hasPassword } = await client.query('select from account_password where account_id = $1', [
      accountId,
    ]);
    if (hasPassword === 0)
      throw new Problem('provider.only-way', 'The account has no password: it would open by nothing any more.', {
        status: 409,
      });
    if (!(await removeIdentity(client, accountId, doing)))
      throw new Problem('provider.not-tied', 'The account is not tied to a provider.', { status: 404 });
  });
}

/** Who the account is at the provider; null: it is not tied. */
export async function readIdentity(hall: Pool, accountId: string): Promise<TiedIdentity | null> {
  const { rows } = await hall.query<TiedIdentity>(
    'select name, subject, tied_at as "tiedAt" from account_identity where account_id = $1 and removed_at is null',
    [accountId],
  );
  return rows[0] ?? null;
}
