import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lockAccount, tidyLogin } from './accounts.ts';
import { type CodeUse, readCode, setPasswordByCode } from './codes.ts';
import { asAccounts, noteEvent } from './events.ts';
import { askForPasskey, listPasskeys, refused, usePasskey, type WebAuthnJson } from './passkeys.ts';
import { isPassword } from './password.ts';
import { beginStep, endStep, setChallenge, takeChallenge, tryStep } from './pending-steps.ts';
import { readSheet, usePrinted, wrongPrinted } from './printed-codes.ts';
import type { Provider } from './provider.ts';
import { openSession } from './sessions.ts';
import { advance, type Factor, type First, type Proof, type Stage } from './steps.ts';
import { forget, giveBack, type Subject, takeTurn } from './throttle.ts';
import { type SecretKeeper, useTotp, wrongCode } from './totp.ts';
import { checkHost, type Visit } from './visit.ts';

/** What signing in works with. */
export interface Door {
  /** The shared tables, as the application. */
  hall: Pool;
  /** Opens the key of the register, when it is needed. */
  keeper: () => Promise<SecretKeeper>;
  /** Null: nobody signs in by a provider here. */
  provider: Provider | null;
}

/** Where a step of signing in has led: in, with the secret of the session, or on to the second factor. */
export type Outcome =
  | { next: 'signed-in'; secret: string }
  | { next: 'second-factor'; step: string; factors: readonly Factor[] };

interface Account {
  id: string;
  login: string;
}

/** Shows login and password. Throws `sign-in.wrong`, whatever of them was wrong, and `sign-in.wait`. */
export async function showPassword(
  door: Door,
  given: { login: string; password: string },
  visit: Visit,
  now: Date,
): Promise<Outcome> {
  const { hall } = door;
  const login = tidyLogin(given.login);
  const subjects = subjectsOf(login, visit);
  await takeTurn(hall, subjects, now);
  const { rows } = await hall.query<Account & { hash: string }>(
    `select account.id, login, hash from account join account_password on account_id = account.id
     where login = $1 and closed_at is null`,
    [login],
  );
  const [account] = rows;
  const isRight = await isPassword(given.password, account?.hash ?? null);
  if (account === undefined || !isRight) throw wrong();
  const shown = { account, stage: { at: 'start' }, proof: 'password', subjects, hash: account.hash } as const;
  return goOn(door, shown, visit, now);
}

/** Whose code it is. Throws `code.wrong`, `sign-in.wait`. */
export async function showCode({ hall }: Door, code: string, visit: Visit, now: Date): Promise<CodeUse> {
  const subjects = [ofAddress(visit)];
  await takeTurn(hall, subjects, now);
  const use = await readCode(hall, code, now);
  await giveBack(hall, subjects, now);
  return use;
}

/** Sets a password by a code, and goes on from there. Throws `code.wrong`, `password.…`, `sign-in.wait`. */
export async function showCodeWithPassword(
  door: Door,
  given: { code: string; password: string },
  visit: Visit,
  now: Date,
): Promise<Outcome> {
  await showCode(door, given.code, visit, now);
  const { accountId, login } = await setPasswordByCode(door.hall, given.code, given.password, now);
  const account = { id: accountId, login };
  const subjects = subjectsOf(login, visit);
  return goOn(door, { account, stage: { at: 'start' }, proof: 'code', subjects }, visit, now);
}

/** Shows the code of an authenticator app, as second factor. Throws `totp.wrong`, `sign-in.begin-again`, `sign-in.wait`. */
export async function showTotp(door: Door, given: TypedCode, visit: Visit, now: Date): Promise<Outcome> {
  const isRight = async (accountId: string) =>
    useTotp(door.hall, await door.keeper(), { accountId, code: given.code }, now);
  return showTyped(door, given, { proof: 'totp', isRight, wrong: wrongCode }, visit, now);
}

/** Shows a code of the printed sheet, as second factor. Throws `printed.wrong`, `sign-in.begin-again`, `sign-in.wait`. */
export async function showPrinted(door: Door, given: TypedCode, visit: Visit, now: Date): Promise<Outcome> {
  const isRight = (accountId: string) => usePrinted(door.hall, accountId, given.code, now);
  return showTyped(door, given, { proof: 'printed', isRight, wrong: wrongPrinted }, visit, now);
}

interface TypedCode {
  step: string;
  code: string;
}

interface Judged {
  proof: 'totp' | 'printed';
  /** Uses the code up. */
  isRight: (accountId: string) => Promise<boolean>;
  wrong: () => Problem;
}

async function showTyped(
  door: Door,
  { step }: TypedCode,
  { proof, isRight, wrong: refuse }: Judged,
  visit: Visit,
  now: Date,
): Promise<Outcome> {
  const pending = await tryStep(door.hall, step, ['second-factor'], now);
  const account = await findAccount(door.hall, pending.accountId);
  const subjects = subjectsOf(account.login, visit);
  await takeTurn(door.hall, subjects, now);
  if (!(await isRight(account.id))) throw refuse();
  const stage = await secondStage(door.hall, account.id, pending.first);
  return goOn(door, { account, stage, proof, subjects, step }, visit, now);
}

/** What a passkey is asked to sign: as second factor of a step, or, without one, by itself. */
export async function askPasskey(
  { hall }: Door,
  step: string | undefined,
  visit: Visit,
  now: Date,
): Promise<{ step: string; options: WebAuthnJson }> {
  checkHost(visit);
  const accountId = step === undefined ? null : (await tryStep(hall, step, ['second-factor'], now)).accountId;
  const { options, challenge } = await askForPasskey(hall, accountId, visit);
  if (step === undefined)
    return {
      step: await beginStep(hall, { accountId, purpose: 'passkey', first: null, challenge }, visit.address, now),
      options,
    };
  await setChallenge(hall, step, challenge);
  return { step, options };
}

/** Shows a passkey. Throws `passkey.refused`, `sign-in.begin-again`, `sign-in.wait`. */
export async function showPasskey(
  door: Door,
  { step, response }: { step: string; response: WebAuthnJson },
  visit: Visit,
  now: Date,
): Promise<Outcome> {
  const { hall } = door;
  await takeTurn(hall, [ofAddress(visit)], now);
  const pending = await takeChallenge(hall, step, ['second-factor', 'passkey'], now);
  const { accountId, isVerified } = await usePasskey(hall, pending, response, visit, now);
  const account = await findAccount(hall, accountId);
  const stage: Stage =
    pending.purpose === 'passkey' ? { at: 'start' } : await secondStage(hall, accountId, pending.first);
  const proof: Proof = { passkey: isVerified ? 'verified' : 'present' };
  // Guesses at the login's password go on counting: whoever guesses has nothing of this.
  const subjects = pending.purpose === 'passkey' ? [ofAddress(visit)] : subjectsOf(account.login, visit);
  return goOn(door, { account, stage, proof, subjects, step }, visit, now);
}

/** The second factors that an account has. */
export async function factorsOf(hall: Pool, accountId: string): Promise<Factor[]> {
  const { rowCount } = await hall.query('select from account_totp where account_id = $1 and confirmed_at is not null', [
    accountId,
  ]);
  const hasPasskey = (await listPasskeys(hall, accountId)).length > 0;
  const hasSheet = (await readSheet(hall, accountId)) !== null;
  return [
    ...(rowCount === 0 ? [] : ['totp' as const]),
    ...(hasPasskey ? ['passkey' as const] : []),
    ...(hasSheet ? ['printed' as const] : []),
  ];
}

interface Shown {
  account: Account;
  stage: Stage;
  proof: Proof;
  subjects: readonly Subject[];
  /** The step that has brought it here. */
  step?: string;
  /** Of the password that was shown. */
  hash?: string;
}

/** Where what was shown leads: in, or on to the second factor. */
export async function goOn({ hall }: Door, shown: Shown, visit: Visit, now: Date): Promise<Outcome> {
  const { account, stage, proof, subjects } = shown;
  const factors = await factorsOf(hall, account.id);
  const next = advance(stage, proof, factors);
  if (next === null || next.at === 'start') throw refused();
  if (next.at === 'second-factor') {
    const pending = { accountId: account.id, purpose: 'second-factor', first: next.first, challenge: null } as const;
    const step = await whileItHolds(hall, shown, (client) => beginStep(client, pending, visit.address, now));
    await giveBack(hall, subjects, now);
    return { next: 'second-factor', step, factors };
  }
  const secret = await whileItHolds(hall, shown, async (client) => {
    const { method, hasSecondFactor } = next;
    await noteEvent(client, account.id, 'signed-in', { actor: account.login, now }, method);
    return openSession(client, { accountId: account.id, method, hasSecondFactor, device: visit.device }, now);
  });
  await forget(hall, subjects, now);
  return { next: 'signed-in', secret };
}

/**
 * Goes on only if what was shown still opens the account: judging it takes a while, and whoever changes the password, ends the
 * sessions or closes the account meanwhile ends only what they find. So both hold the account.
 */
async function whileItHolds<T>(
  hall: Pool,
  { account, step, hash }: Shown,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(hall, asAccounts, async ({ client }) => {
    const { closedAt } = await lockAccount(client, account.id);
    if (closedAt !== null) throw wrong();
    if (step !== undefined) await endStep(client, step);
    if (hash !== undefined) {
      const { rowCount } = await client.query('select from account_password where account_id = $1 and hash = $2', [
        account.id,
        hash,
      ]);
      if (rowCount === 0) throw wrong();
    }
    return work(client);
  });
}

async function secondStage(hall: Pool, accountId: string, first: First | null): Promise<Stage> {
  if (first === null) return { at: 'start' };
  return { at: 'second-factor', first, factors: await factorsOf(hall, accountId) };
}

async function findAccount(hall: Pool, id: string | null): Promise<Account> {
  const { rows } = await hall.query<Account>('select id, login from account where id = $1 and closed_at is null', [id]);
  if (rows[0] === undefined) throw wrong();
  return rows[0];
}

export const ofAddress = ({ address }: Visit): Subject => ({ kind: 'address', name: address });

const subjectsOf = (login: string, visit: Visit): Subject[] => [{ kind: 'login', name: login }, ofAddress(visit)];

function wrong(): Problem {
  return new Problem('sign-in.wrong', 'Login or password is wrong.', {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
  });
}
