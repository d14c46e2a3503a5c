import type { Pool, PoolClient } from 'pg';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { asAccounts } from './events.ts';

/** Whose guesses are counted: a login, whoever guesses at it, and an address, whatever it guesses at. */
export interface Subject {
  kind: 'login' | 'address';
  name: string;
}

const SECOND = 1_000;
/** The longest wait: somebody who only wants to keep another one out must not be able to do so for a day. */
const longestWait = 15 * 60 * SECOND;
/** After so long without a guess the earlier ones are forgotten. */
const quiet = 24 * 3_600 * SECOND;
/** Guesses that cost no wait: a whole office may stand behind one address. */
const free: Record<Subject['kind'], number> = { login: 5, address: 30 };

/** Milliseconds until the next guess may be made: none for the first, then one second, doubled each time. */
export function waitAfter(failures: number, freeGuesses: number): number {
  const beyond = failures - freeGuesses;
  return beyond < 0 ? 0 : Math.min(2 ** Math.min(beyond, 20) * SECOND, longestWait);
}

/**
 * Counts a guess as failed before it is judged, so that guesses made at the same moment cost as much as one after the
 * other. Whoever was right gives it back. Throws `sign-in.wait`, for known and unknown logins alike.
 */
export async function takeTurn(hall: Pool, subjects: readonly Subject[], now: Date): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const taken = [];
    for (const subject of inOrder(subjects)) taken.push({ subject, ...(await lock(client, subject, now)) });
    const wait = Math.max(...taken.map(({ freeAt }) => freeAt - now.getTime()));
    if (wait > 0) throw mustWait(wait);
    for (const { subject, failures } of taken) await write(client, subject, failures + 1, now);
  });
}

/** Takes the guess back: what was shown was right, though perhaps not all that is needed. */
export async function giveBack(hall: Pool, subjects: readonly Subject[], now: Date): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    for (const subject of inOrder(subjects)) {
      const { failures } = await lock(client, subject, now);
      await write(client, subject, Math.max(0, failures - 1), now);
    }
  });
}

/** Somebody has signed in: the guesses at that login are forgotten, those of the address are not. */
export async function forget(hall: Pool, subjects: readonly Subject[], now: Date): Promise<void> {
  const [logins, addresses] = [subjects.filter(isLogin), subjects.filter((subject) => !isLogin(subject))];
  await giveBack(hall, addresses, now);
  await hall.query('delete from sign_in_failure where subject = any($1) or last_at < $2', [
    logins.map(keyOf),
    new Date(now.getTime() - quiet),
  ]);
}

const isLogin = ({ kind }: Subject): boolean => kind === 'login';

/** Always the same order, so that two who take the same turns never wait for each other. */
const inOrder = (subjects: readonly Subject[]): Subject[] =>
  subjects.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = ({ kind, name }: Subject): string => sha256Hex(`${kind} ${name}`);

async function lock(client: PoolClient, subject: Subject, now: Date): Promise<{ failures: number; freeAt: number }> {
  const key = keyOf(subject);
  await client.query(
    'insert into sign_in_failure (subject, failures, last_at, free_at) values ($1, 0, $2, $2) on conflict do nothing',
    [key, now],
  );
  const { rows } = await client.query<{ failures: number; lastAt: string; freeAt: string }>(
    'select failures, last_at as "lastAt", free_at as "freeAt" from sign_in_failure where subject = $1 for update',
    [key],
  );
  const [row] = rows;
  if (row === undefined || now.getTime() - Date.parse(row.lastAt) > quiet) return { failures: 0, freeAt: 0 };
  return { failures: row.failures, freeAt: Date.parse(row.freeAt) };
}

async function write(client: PoolClient, subject: Subject, failures: number, now: Date): Promise<void> {
  const freeAt = new Date(now.getTime() + waitAfter(failures, free[subject.kind]));
  await client.query('update sign_in_failure set failures = $2, last_at = $3, free_at = $4 where subject = $1', [
    keyOf(subject),
    failures,
    now,
    freeAt,
  ]);
}

function mustWait(wait: number): Problem {
  const seconds = Math.ceil(wait / SECOND);
  return new Problem('sign-in.wait', `Too many wrong tries: wait ${seconds} s, then try again.`, {
    status: 429,
    vi: `Đã thử sai quá nhiều lần: hãy đợi ${seconds} giây rồi thử lại.`,
  });
}
