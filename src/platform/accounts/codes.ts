import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { asAccounts, type Doing, noteEvent } from './events.ts';
import { hashPassword } from './password.ts';
import { checkPassword } from './password-rules.ts';
import { readSheet, removeSheet } from './printed-codes.ts';
import { removeIdentity } from './remove-identity.ts';
import { codeHash, newCode } from './secrets.ts';
import { endSessions } from './sessions.ts';
import { removeTotp } from './totp.ts';

const DAY = 86_400_000;
const lasts = 7 * DAY;

/** A one-time code: shown once, to whoever prints or tells it. */
export interface IssuedCode {
  code: string;
  expiresAt: string;
}

export interface CodeUse {
  accountId: string;
  login: string;
  name: string;
  purpose: 'invitation' | 'recovery';
  dropsFactors: boolean;
}

/** A new code for the account; an earlier one that was not used is no longer good. */
export async function issueCode(
  client: PoolClient,
  accountId: string,
  { purpose, dropsFactors }: Pick<CodeUse, 'purpose' | 'dropsFactors'>,
  { actor, now }: Doing,
): Promise<IssuedCode> {
  await cancelCodes(client, accountId, now);
  const code = newCode();
  const expiresAt = new Date(now.getTime() + lasts);
  await client.query(
    `insert into account_code (account_id, hash, purpose, drops_factors, made_at, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [accountId, codeHash(code), purpose, dropsFactors, now, actor, expiresAt],
  );
  return { code, expiresAt: expiresAt.toISOString() };
}

/** Codes of the account that were not used open nothing any more. */
export async function cancelCodes(client: PoolClient, accountId: string, now: Date): Promise<void> {
  await client.query(
    'update account_code set cancelled_at = $2 where account_id = $1 and used_at is null and cancelled_at is null',
    [accountId, now],
  );
}

const stillGood = `account_code.used_at is null and cancelled_at is null and expires_at > $2 and closed_at is null`;
const told = `account.id as "accountId", login, account.name, purpose, drops_factors as "dropsFactors"`;

/** Whose code it is, without using it. Throws `code.wrong`. */
export async function readCode(hall: Pool, code: string, now: Date): Promise<CodeUse> {
  const { rows } = await hall.query<CodeUse>(
    `select ${told} from account_code join account on account.id = account_id where hash = $1 and ${stillGood}`,
    [codeHash(code), now],
  );
  return rows[0] ?? wrongCode();
}

/**
 * Sets the password by the code, which is used up by that. All sessions end; when the second factors were lost, they go.
 * Throws `code.wrong` and what `checkPassword` throws.
 */
export async function setPasswordByCode(hall: Pool, code: string, password: string, now: Date): Promise<CodeUse> {
  const { accountId, login } = await readCode(hall, code, now);
  checkPassword(password, login);
  const hash = await hashPassword(password);
  return inTransaction(hall, asAccounts, async ({ client }) => {
    await client.query('select from account where id = $1 for no key update', [accountId]);
    const { rows } = await client.query<CodeUse>(
      `update account_code set used_at = $2 from account
       where account.id = account_id and hash = $1 and ${stillGood} returning ${told}`,
      [codeHash(code), now],
    );
    const use = rows[0] ?? wrongCode();
    const doing = { actor: use.login, now };
    await writePassword(client, use.accountId, hash, now);
    await noteEvent(client, use.accountId, 'code-used', doing, use.purpose);
    if (use.dropsFactors) await dropFactors(client, use.accountId, doing);
    await endSessions(client, use.accountId, now); // last, as wherever a factor changes: the same order deadlocks with nobody
    return use;
  });
}

/** Uses an invitation up by its hash, without a password. Throws `code.wrong`. */
export async function useInvitation(client: PoolClient, hash: string, now: Date): Promise<CodeUse> {
  const { rows } = await client.query<CodeUse>(
    `update account_code set used_at = $2 from account
     where account.id = account_id and hash = $1 and purpose = 'invitation' and ${stillGood} returning ${told}`,
    [hash, now],
  );
  const use = rows[0] ?? wrongCode();
  await noteEvent(client, use.accountId, 'code-used', { actor: use.login, now }, use.purpose);
  return use;
}

/** Keeps the hash of a new password; the old one is gone. */
export async function writePassword(client: PoolClient, accountId: string, hash: string, now: Date): Promise<void> {
  await client.query(
    `insert into account_password (account_id, hash, set_at) values ($1, $2, $3)
     on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at`,
    [accountId, hash, now],
  );
}

async function dropFactors(client: PoolClient, accountId: string, doing: Doing): Promise<void> {
  const { rowCount } = await client.query('select from account_totp where account_id = $1', [accountId]);
  if (rowCount !== 0) await removeTotp(client, accountId, doing);
  if ((await readSheet(client, accountId)) !== null) await removeSheet(client, accountId, doing);
  const { rows } = await client.query<{ name: string }>(
    'update account_passkey set removed_at = $2 where account_id = $1 and removed_at is null returning name',
    [accountId, doing.now],
  );
  for (const { name } of rows) await noteEvent(client, accountId, 'passkey-removed', doing, name);
  // Whoever had the account in hand may have tied themselves to it: they would come in again by the provider.
  await removeIdentity(client, accountId, doing);
}

function wrongCode(): never {
  const message = 'This code is none, was used, or is older than seven days.';
  const vi = 'Mã này không đúng, đã dùng rồi, hoặc đã quá bảy ngày.';
  throw new Problem('code.wrong', message, { vi, fields: [{ field: 'code', code: 'code.wrong', message, vi }] });
}
