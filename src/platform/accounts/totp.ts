import { Secret, TOTP } from 'otpauth';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Cipher } from '#/platform/keys/cipher.ts';
import { asAccounts, type Doing, noteEvent } from './events.ts';
import { noteProof } from './sessions.ts';

/** What the secrets of authenticator apps are sealed with. */
export interface SecretKeeper {
  keyId: string;
  cipher: Cipher;
}

const PERIOD = 30;
/** A clock that is half a minute off is let pass. */
const window = 1;

/** What an authenticator app reads: as a QR code, or typed. */
export interface NewTotp {
  uri: string;
  secret: string;
}

const nameOf = (accountId: string): string => `totp ${accountId}`;

/** A new secret, which asks for nothing until a code proves that an app has it. Throws `totp.exists`. */
export async function beginTotp(
  hall: Pool,
  { keyId, cipher }: SecretKeeper,
  { accountId, login }: { accountId: string; login: string },
  now: Date,
): Promise<NewTotp> {
  const secret = new Secret({ size: 20 });
  const sealed = cipher.seal(secret.bytes, nameOf(accountId));
  const { rowCount } = await hall.query(
    `insert into account_totp (account_id, cipher, key_id, made_at) values ($1, $2, $3, $4)
     on conflict (account_id) do update set cipher = excluded.cipher, key_id = excluded.key_id, made_at = excluded.made_at
     where account_totp.confirmed_at is null`,
    [accountId, sealed, keyId, now],
  );
  if (rowCount === 0)
    throw new Problem('totp.exists', 'There is an authenticator app already: remove it first.', { status: 409 });
  return { uri: totpOf(secret, login).toString(), secret: secret.base32 };
}

/** The app has the secret: from now on it is asked for. Throws `totp.wrong`, `totp.unknown`. */
export async function confirmTotp(
  hall: Pool,
  keeper: SecretKeeper,
  { accountId, code, session }: { accountId: string; code: string; session: string },
  doing: Doing,
): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const row = await readRow(client, accountId);
    if (row === null || row.confirmedAt !== null)
      throw new Problem('totp.unknown', 'Begin with a new QR code.', { status: 409 });
    const step = stepOf(keeper, accountId, row, code, doing.now);
    if (step === null) throw wrongCode();
    await client.query('update account_totp set confirmed_at = $2, used_step = $3 where account_id = $1', [
      accountId,
      doing.now,
      step,
    ]);
    await noteProof(client, session, doing.now, 'totp');
    await noteEvent(client, accountId, 'totp-added', doing);
  });
}

/** Whether the code is right, and was not used before; it is used by that. */
export async function useTotp(
  hall: Pool,
  keeper: SecretKeeper,
  { accountId, code }: { accountId: string; code: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(hall, asAccounts, async ({ client }) => {
    const row = await readRow(client, accountId);
    if (row === null || row.confirmedAt === null) return false;
    const step = stepOf(keeper, accountId, row, code, now);
    if (step === null) return false;
    await client.query('update account_totp set used_step = $2 where account_id = $1', [accountId, step]);
    return true;
  });
}

/** The app is no longer asked for, and its secret is gone. Throws `totp.unknown`. */
export async function removeTotp(client: PoolClient, accountId: string, doing: Doing): Promise<void> {
  const { rows } = await client.query<{ confirmedAt: string | null }>(
    'delete from account_totp where account_id = $1 returning confirmed_at as "confirmedAt"',
    [accountId],
  );
  if (rows[0] === undefined)
    throw new Problem('totp.unknown', 'There is no authenticator app to remove.', { status: 404 });
  if (rows[0].confirmedAt !== null) await noteEvent(client, accountId, 'totp-removed', doing);
}

export function wrongCode(): Problem {
  const message = 'This is not the code that the app shows now; each code works once.';
  const vi = 'Không phải mã ứng dụng đang hiện; mỗi mã chỉ dùng được một lần.';
  return new Problem('totp.wrong', message, { vi, fields: [{ field: 'code', code: 'totp.wrong', message, vi }] });
}

interface Row {
  cipher: Buffer;
  keyId: string;
  confirmedAt: string | null;
  usedStep: number | null;
}

async function readRow(client: PoolClient, accountId: string): Promise<Row | null> {
  const { rows } = await client.query<Row>(
    `select cipher, key_id as "keyId", confirmed_at as "confirmedAt", used_step as "usedStep"
     from account_totp where account_id = $1 for update`,
    [accountId],
  );
  return rows[0] ?? null;
}

/** The step of 30 seconds whose code it is; null: of none near, or of one already used. */
function stepOf({ keyId, cipher }: SecretKeeper, accountId: string, row: Row, code: string, now: Date): number | null {
  if (row.keyId !== keyId)
    throw new Problem('key.wrong', `The secret of this authenticator app needs key ${row.keyId}.`, { status: 500 });
  const secret = new Secret({ buffer: new Uint8Array(cipher.open(row.cipher, nameOf(accountId))).buffer });
  const token = code.replaceAll(/\s/g, '');
  const delta = totpOf(secret, '').validate({ token, timestamp: now.getTime(), window });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1_000 / PERIOD) + delta;
  return row.usedStep !== null && step <= row.usedStep ? null : step;
}

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'Sổ Tay', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret });
}
