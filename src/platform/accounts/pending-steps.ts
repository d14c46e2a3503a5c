import type { Pool, PoolClient } from 'pg';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';
import { networkOf } from '#/platform/server/network-of.ts';
import { newSecret, secretHash } from './secrets.ts';
import type { First } from './steps.ts';

// A signing in that is half done lies in the database, not in the browser: nothing that was shown can be claimed, and a
// challenge is answered once.

const MINUTE = 60_000;
const lasts = 10 * MINUTE;
/** Answers, and questions for a passkey, after which one begins again with the password. */
const mostTries = 10;
const mostOfAccount = 10;
/** A whole office may stand behind one address. */
const mostOfAddress = 100;

export interface PendingStep {
  accountId: string | null;
  purpose: 'second-factor' | 'passkey' | 'new-passkey' | 'provider' | 'provider-tie';
  /** What was shown first. */
  first: First | null;
  /** What a passkey has to sign; what a provider's answer has to fit. */
  challenge: string | null;
}

/**
 * Keeps it; what comes back names it to the server, once the browser goes on. Of an account, and of an address that has not
 * told whose it is, so many are kept: what was begun before them is over, so that nobody fills the table.
 */
export async function beginStep(
  client: Pool | PoolClient,
  step: PendingStep,
  address: string,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  const origin = sha256Hex(`address ${networkOf(address)}`);
  await client.query(
    `insert into sign_in_step (secret_hash, account_id, purpose, first, challenge, expires_at, origin)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[secretHash(secret), step.accountId, step.purpose, step.first, step.challenge],
      ...[new Date(now.getTime() + lasts), origin],
    ],
  );
  await client.query(
    `delete from sign_in_step where expires_at < $1 or secret_hash in (
       (select secret_hash from sign_in_step where account_id = $2 and secret_hash <> $4
        order by expires_at desc offset ${mostOfAccount - 1})
       union all (select secret_hash from sign_in_step where origin = $3 and account_id is null and secret_hash <> $4
        order by expires_at desc offset ${mostOfAddress - 1}))`,
    [now, step.accountId, origin, secretHash(secret)],
  );
  return secret;
}

/** The step, counted as tried once more. Throws `sign-in.begin-again` when it is over, or was tried too often. */
export async function tryStep(
  hall: Pool,
  secret: string,
  purposes: readonly PendingStep['purpose'][],
  now: Date,
): Promise<PendingStep> {
  const { rows } = await hall.query<PendingStep>(
    `update sign_in_step set tries = tries + 1
     where secret_hash = $1 and expires_at > $2 and tries < $3 and purpose = any($4)
     returning account_id as "accountId", purpose, first, challenge`,
    [secretHash(secret), now, mostTries, purposes],
  );
  return rows[0] ?? beginAgain();
}

/** Puts the challenge that a passkey has to sign into a step. */
export async function setChallenge(hall: Pool, secret: string, challenge: string): Promise<void> {
  await hall.query('update sign_in_step set challenge = $2 where secret_hash = $1', [secretHash(secret), challenge]);
}

/** Takes the challenge out of the step: it is answered once, rightly or wrongly. */
export async function takeChallenge(
  hall: Pool,
  secret: string,
  purposes: readonly PendingStep['purpose'][],
  now: Date,
): Promise<PendingStep & { challenge: string }> {
  const { rows } = await hall.query<PendingStep & { challenge: string }>(
    `with taken as (
       select secret_hash, challenge from sign_in_step
       where secret_hash = $1 and expires_at > $2 and tries < $3 and purpose = any($4) and challenge is not null for update)
     update sign_in_step step set challenge = null, tries = tries + 1 from taken
     where step.secret_hash = taken.secret_hash
     returning step.account_id as "accountId", step.purpose, step.first, taken.challenge`,
    [secretHash(secret), now, mostTries, purposes],
  );
  return rows[0] ?? beginAgain();
}

/** The step has led on. Throws `sign-in.begin-again` when another request was quicker with it. */
export async function endStep(client: PoolClient, secret: string): Promise<void> {
  const { rowCount } = await client.query('delete from sign_in_step where secret_hash = $1', [secretHash(secret)]);
  if (rowCount !== 1) beginAgain();
}

function beginAgain(): never {
  throw new Problem('sign-in.begin-again', 'This sign-in took too long or was tried too often: begin again.', {
    vi: 'Lần đăng nhập này đã quá lâu hoặc đã thử quá nhiều lần: hãy bắt đầu lại.',
  });
}
