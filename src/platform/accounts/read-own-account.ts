import type { Pool } from 'pg';
import { readIdentity } from './identities.ts';
import type { Own } from './own-account.ts';
import type { OwnAccount } from './own-contract.ts';
import { listPasskeys } from './passkeys.ts';
import { readSheet } from './printed-codes.ts';
import { readOwnRecovery } from './recovery.ts';
import { isFresh, listSessions, type SignedIn } from './sessions.ts';

/** The account of a session as its owner sees it: what opens it, and where it is open. */
export async function readOwnAccount(hall: Pool, own: Own & SignedIn, now: Date): Promise<OwnAccount> {
  const { accountId, session, login, name, hasSecondFactor } = own;
  const { rows } = await hall.query<{ passwordSetAt: string | null; totpSince: string | null }>(
    `select (select set_at from account_password where account_id = $1) as "passwordSetAt",
       (select confirmed_at from account_totp where account_id = $1) as "totpSince"`,
    [accountId],
  );
  const { passwordSetAt = null, totpSince = null } = rows[0] ?? {};
  const passkeys = await listPasskeys(hall, accountId);
  const [sessions, fresh] = [await listSessions(hall, accountId, session, now), await isFresh(hall, session, now)];
  const printed = await readSheet(hall, accountId);
  const provider = await readIdentity(hall, accountId);
  const recovery = await readOwnRecovery(hall, accountId, now);
  return {
    login,
    name,
    hasSecondFactor,
    isFresh: fresh,
    passwordSetAt,
    totpSince,
    passkeys,
    printed,
    provider,
    sessions,
    recovery,
  };
}
