import type { Pool } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lockAccount, ownAccount } from './accounts.ts';
import { asAccounts, type Doing } from './events.ts';
import { makeSheet } from './printed-codes.ts';

/**
 * A sheet for somebody else, who has no other second factor: whoever has one makes a sheet of their own, and nobody weakens it
 * from outside. Throws `account.unknown`, `account.own`, `account.closed`, `printed.has-factor`.
 */
export async function makeSheetFor(
  hall: Pool,
  accountId: string,
  doing: Doing,
): Promise<{ login: string; codes: string[] }> {
  return inTransaction(hall, asAccounts, async ({ client }) => {
    const { login, closedAt } = await lockAccount(client, accountId);
    // One's own page asks for a proof first: a session that was left open makes no codes.
    if (login === doing.actor) throw ownAccount();
    if (closedAt !== null)
      throw new Problem('account.closed', 'The account is closed: reopen it first.', { status: 409 });
    const { rowCount } = await client.query(
      `select from account_totp where account_id = $1 and confirmed_at is not null
       union all select from account_passkey where account_id = $1 and removed_at is null`,
      [accountId],
    );
    if (rowCount !== 0)
      throw new Problem('printed.has-factor', 'This account has an app or a passkey: its owner makes the sheet.', {
        status: 409,
      });
    return { login, codes: await makeSheet(client, accountId, doing) };
  });
}
