import type { Pool } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lockAccount } from './accounts.ts';
import { writePassword } from './codes.ts';
import { asAccounts, noteEvent } from './events.ts';
import { hashPassword, isPassword } from './password.ts';
import { checkPassword } from './password-rules.ts';
import { endSessions, isFresh, noteProof } from './sessions.ts';
import type { Door } from './sign-in.ts';
import { forget, type Subject, takeTurn } from './throttle.ts';
import { useTotp, wrongCode } from './totp.ts';
import type { Visit } from './visit.ts';

/** Whoever works in a session, with its secret. */
export interface Own {
  accountId: string;
  login: string;
  session: string;
}

/** Throws `proof.needed` where neither password nor factor was shown a moment ago. */
export async function checkFresh(hall: Pool, { session }: Own, now: Date): Promise<void> {
  if (await isFresh(hall, session, now)) return;
  throw new Problem('proof.needed', 'Show your password or the code of your app first.', { status: 403 });
}

/** Shows the password again, or a code of the app. Throws `password.wrong`, `totp.wrong`, `sign-in.wait`. */
export async function prove(
  door: Door,
  own: Own,
  given: { password?: string; code?: string },
  visit: Visit,
  now: Date,
): Promise<void> {
  const { hall } = door;
  const { accountId, session } = own;
  const subjects = subjectsOf(own, visit);
  await takeTurn(hall, subjects, now);
  if (given.code !== undefined) {
    if (!(await useTotp(hall, await door.keeper(), { accountId, code: given.code }, now))) throw wrongCode();
  } else await checkOwnPassword(hall, accountId, given.password ?? '');
  await noteProof(hall, session, now);
  await forget(hall, subjects, now);
}

/** Another password; all other sessions end. Throws `password.wrong`, `password.short` …, `sign-in.wait`. */
export async function changePassword(
  { hall }: Door,
  own: Own,
  { current, password }: { current: string; password: string },
  visit: Visit,
  now: Date,
): Promise<void> {
  const { accountId, login, session } = own;
  const subjects = subjectsOf(own, visit);
  checkPassword(password, login);
  await takeTurn(hall, subjects, now);
  await checkOwnPassword(hall, accountId, current);
  const hash = await hashPassword(password);
  await inTransaction(hall, asAccounts, async ({ client }) => {
    await lockAccount(client, accountId); // whoever is signing in by the old one comes before or after
    await writePassword(client, accountId, hash, now);
    await noteProof(client, session, now);
    await endSessions(client, accountId, now, session);
    await noteEvent(client, accountId, 'password-changed', { actor: login, now });
  });
  await forget(hall, subjects, now);
}

async function checkOwnPassword(hall: Pool, accountId: string, password: string): Promise<void> {
  const { rows } = await hall.query<{ hash: string }>('select hash from account_password where account_id = $1', [
    accountId,
  ]);
  if (await isPassword(password, rows[0]?.hash ?? null)) return;
  const message = 'This is not your password.';
  const vi = 'Mật khẩu không đúng.';
  const fields = [{ field: 'current', code: 'password.wrong', message, vi }];
  throw new Problem('password.wrong', message, { vi, fields });
}

const subjectsOf = ({ login }: Own, { address }: Visit): Subject[] => [
  { kind: 'login', name: login },
  { kind: 'address', name: address },
];
