import type { Pool, PoolClient } from 'pg';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { newSecret, secretHash } from './secrets.ts';

/** Whose session a request carries. */
export interface SignedIn {
  accountId: string;
  login: string;
  name: string;
  /** A second factor was shown when the session was opened, or since. */
  hasSecondFactor: boolean;
  /** The capacity that the session works in, as the grants name it (tenant and grant); null: none was chosen yet. */
  capacityId: string | null;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A session that nobody used for so long is over. */
const idleTime = 12 * HOUR;
/** Any session is over after so long. */
const wholeTime = 7 * 24 * HOUR;
/** For so long after a password or a factor was shown they may be changed. */
const freshTime = 10 * MINUTE;

const isOpen = (alias: string) =>
  `${alias}.ended_at is null and ${alias}.used_at > $2::timestamptz - interval '${idleTime} milliseconds'
     and ${alias}.opened_at > $2::timestamptz - interval '${wholeTime} milliseconds'`;

/** Whether somebody may sign in here at all: without an open account the machine's own user works by a link. */
export async function hasAccounts(hall: Pool): Promise<boolean> {
  const { rows } = await hall.query<{ has: boolean }>(
    'select exists (select from account where closed_at is null) as has',
  );
  return rows[0]?.has === true;
}

/** Whose session it is; null when it has ended, its account was closed, or there is none. Counts as a use of it. */
export async function findSession(hall: Pool, secret: string, now: Date): Promise<SignedIn | null> {
  const { rows } = await hall.query<SignedIn & { usedAt: string }>(
    `select account.id as "accountId", login, name, has_second_factor as "hasSecondFactor",
       capacity_id as "capacityId", used_at as "usedAt"
     from account_session session join account on account.id = session.account_id
     where secret_hash = $1 and account.closed_at is null and ${isOpen('session')}`,
    [secretHash(secret), now],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { usedAt, ...signedIn } = row;
  // Not at every request: a page asks ten things at once.
  if (now.getTime() - Date.parse(usedAt) > MINUTE)
    await hall.query('update account_session set used_at = $2 where secret_hash = $1 and used_at < $2', [
      secretHash(secret),
      now,
    ]);
  return signedIn;
}

/** Whether the session still goes on; asked by nobody who works, so that its idle hours go on. */
export async function isStillOpen(hall: Pool, secret: string, now: Date): Promise<boolean> {
  const { rows } = await hall.query(
    `select from account_session session join account on account.id = session.account_id
     where secret_hash = $1 and account.closed_at is null and ${isOpen('session')}`,
    [secretHash(secret), now],
  );
  return rows.length > 0;
}

/** From now on the session works in this capacity; whether it may is for the caller to say. */
export async function chooseCapacity(hall: Pool, secret: string, capacityId: string | null): Promise<void> {
  await hall.query('update account_session set capacity_id = $2 where secret_hash = $1', [
    secretHash(secret),
    capacityId,
  ]);
}

interface Opening {
  accountId: string;
  /** How: password, code+totp, passkey … */
  method: string;
  hasSecondFactor: boolean;
  device: string;
}

/** A new session; its secret goes into the cookie, and nowhere else. */
export async function openSession(
  client: PoolClient,
  { accountId, method, hasSecondFactor, device }: Opening,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await client.query(
    `insert into account_session (account_id, secret_hash, method, has_second_factor, device, opened_at, used_at, proved_at)
     values ($1, $2, $3, $4, $5, $6, $6, $6)`,
    [accountId, secretHash(secret), method, hasSecondFactor, device, now],
  );
  return secret;
}

/** One session of an account, as its owner sees it. */
export interface SessionLine {
  id: string;
  device: string;
  method: string;
  openedAt: string;
  usedAt: string;
  isThis: boolean;
}

/** The open sessions of an account, the one used last first. */
export async function listSessions(hall: Pool, accountId: string, secret: string, now: Date): Promise<SessionLine[]> {
  const { rows } = await hall.query<SessionLine>(
    `select id, device, method, opened_at as "openedAt", used_at as "usedAt", secret_hash = $3 as "isThis"
     from account_session session where account_id = $1 and ${isOpen('session')} order by used_at desc, id desc`,
    [accountId, now, secretHash(secret)],
  );
  return rows;
}

/** Ends the session of a cookie; how it was opened, or null: there was none. */
export async function endSession(hall: Pool, secret: string, now: Date): Promise<string | null> {
  const { rows } = await hall.query<{ method: string }>(
    'update account_session set ended_at = $2 where secret_hash = $1 and ended_at is null returning method',
    [secretHash(secret), now],
  );
  return rows[0]?.method ?? null;
}

/** Ends one session of the account, by its id; whether there was one. */
export async function endOneSession(hall: Pool, accountId: string, id: string, now: Date): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rowCount } = await hall.query(
    'update account_session set ended_at = $3 where account_id = $1 and id = $2 and ended_at is null',
    [accountId, id, now],
  );
  return rowCount === 1;
}

/** Ends all sessions of the account but the one that asks, if one is told, and signing in that is half done; how many sessions. */
export async function endSessions(
  client: Pool | PoolClient,
  accountId: string,
  now: Date,
  exceptSecret: string | null = null,
): Promise<number> {
  await client.query(`delete from sign_in_step where account_id = $1 and purpose = 'second-factor'`, [accountId]);
  const { rowCount } = await client.query(
    'update account_session set ended_at = $2 where account_id = $1 and ended_at is null and secret_hash is distinct from $3',
    [accountId, now, exceptSecret === null ? null : secretHash(exceptSecret)],
  );
  return rowCount ?? 0;
}

/** Whether a password or factor was shown in this session a moment ago: what opens the account may be changed then. */
export async function isFresh(hall: Pool, secret: string, now: Date): Promise<boolean> {
  const { rows } = await hall.query<{ provedAt: string }>(
    'select proved_at as "provedAt" from account_session where secret_hash = $1',
    [secretHash(secret)],
  );
  return rows[0] !== undefined && now.getTime() - Date.parse(rows[0].provedAt) <= freshTime;
}

/**
 * A password or factor was shown in this session just now; a new second factor counts for the session as well. Throws
 * `sign-in.needed` where the session was ended meanwhile: what it was about to change stays as it is.
 */
export async function noteProof(
  client: Pool | PoolClient,
  secret: string,
  now: Date,
  factor: 'totp' | 'passkey' | null = null,
): Promise<void> {
  const { rowCount } = await client.query(
    `update account_session set proved_at = $2, has_second_factor = has_second_factor or $3::text is not null,
       method = case when $3::text is null or has_second_factor then method else method || '+' || $3 end
     where secret_hash = $1 and ended_at is null`,
    [secretHash(secret), now, factor],
  );
  if (rowCount === 0) throw ended();
}

/** Holds the session to the end of the transaction: whoever ends it waits, and what it does is done before. Throws `sign-in.needed`. */
export async function holdSession(client: PoolClient, secret: string): Promise<void> {
  const { rowCount } = await client.query(
    'select from account_session where secret_hash = $1 and ended_at is null for no key update',
    [secretHash(secret)],
  );
  if (rowCount === 0) throw ended();
}

function ended(): Problem {
  return new Problem('sign-in.needed', 'This session has been ended: sign in again.', { status: 401 });
}
