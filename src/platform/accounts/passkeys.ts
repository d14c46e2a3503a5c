import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Pool, PoolClient } from 'pg';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { type Doing, noteEvent } from './events.ts';
import type { Visit } from './visit.ts';

// The library checks signatures, origins and flags; what it sends to the browser and takes from it goes through as it is.

/** A document of WebAuthn, as the browser's script takes and gives it. */
export type WebAuthnJson = Record<string, unknown>;

export interface Passkey {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  host: string;
  name: string;
  addedAt: string;
  usedAt: string | null;
}

const columns = `passkey.id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
  counter, transports, host, passkey.name, added_at as "addedAt", used_at as "usedAt"`;

/** The passkeys of an account that were not removed, the oldest first. */
export async function listPasskeys(db: Pool | PoolClient, accountId: string): Promise<Passkey[]> {
  const { rows } = await db.query<Passkey>(
    `select ${columns} from account_passkey passkey where account_id = $1 and removed_at is null order by added_at, id`,
    [accountId],
  );
  return rows;
}

/** What the browser asks a passkey to sign. With an account only its own passkeys will do; without one, any that knows whose it is. */
export async function askForPasskey(
  hall: Pool,
  accountId: string | null,
  { host }: Visit,
): Promise<{ options: WebAuthnJson; challenge: string }> {
  const own = accountId === null ? [] : (await listPasskeys(hall, accountId)).filter((one) => one.host === host);
  const options = await generateAuthenticationOptions({
    rpID: host,
    userVerification: accountId === null ? 'required' : 'preferred',
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  return { options: options as unknown as WebAuthnJson, challenge: options.challenge };
}

/** Whose passkey has signed the challenge, and whether its holder was checked too. Throws `passkey.refused`. */
export async function usePasskey(
  hall: Pool,
  asked: { challenge: string; accountId: string | null },
  response: WebAuthnJson,
  visit: Visit,
  now: Date,
): Promise<{ accountId: string; isVerified: boolean }> {
  const passkey = await findPasskey(hall, response.id);
  const isAnothers = asked.accountId !== null && asked.accountId !== passkey?.accountId;
  if (passkey === null || isAnothers || passkey.host !== visit.host) throw refused();
  const { credentialId, publicKey, counter, transports } = passkey;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    expectedChallenge: asked.challenge,
    expectedOrigin: visit.origin,
    expectedRPID: visit.host,
    credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports },
    requireUserVerification: asked.accountId === null,
  }).catch((error: unknown) => {
    throw refused(error); // whatever was wrong with it: the caller can only try again
  });
  if (!verified) throw refused();
  await hall.query('update account_passkey set counter = greatest(counter, $2), used_at = $3 where id = $1', [
    passkey.id,
    authenticationInfo.newCounter,
    now,
  ]);
  return { accountId: passkey.accountId, isVerified: authenticationInfo.userVerified };
}

/** The passkey opens nothing any more. Throws `passkey.unknown`. */
export async function removePasskey(client: PoolClient, accountId: string, id: string, doing: Doing): Promise<void> {
  const { rows } = isUuid(id)
    ? await client.query<{ name: string }>(
        `update account_passkey set removed_at = $3 where account_id = $1 and id = $2 and removed_at is null returning name`,
        [accountId, id, doing.now],
      )
    : { rows: [] };
  if (rows[0] === undefined) throw new Problem('passkey.unknown', 'There is no such passkey.', { status: 404 });
  await noteEvent(client, accountId, 'passkey-removed', doing, rows[0].name);
}

async function findPasskey(hall: Pool, credentialId: unknown): Promise<Passkey | null> {
  if (typeof credentialId !== 'string' || !/^[\w-]+$/.test(credentialId)) return null;
  const { rows } = await hall.query<Passkey>(
    `select ${columns} from account_passkey passkey join account on account.id = passkey.account_id
     where credential_id = $1 and removed_at is null and closed_at is null`,
    [credentialId],
  );
  return rows[0] ?? null;
}

export function refused(cause?: unknown): Problem {
  return new Problem('passkey.refused', 'This passkey opens no account here.', {
    cause,
    vi: 'Khóa truy cập này không mở được tài khoản nào ở đây.',
  });
}
