import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Pool } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { asAccounts, type Doing, noteEvent } from './events.ts';
import { listPasskeys, refused, type WebAuthnJson } from './passkeys.ts';
import { beginStep, takeChallenge } from './pending-steps.ts';
import { noteProof } from './sessions.ts';
import { checkHost, type Visit } from './visit.ts';

/** EdDSA, ES256, RS256: what all makers have. Without the list the library asks Node for an experimental one, which warns. */
const algorithms = [-8, -7, -257];

/** Ways to reach a passkey; what the browser says beyond them is left out. */
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

interface Owner {
  accountId: string;
  login: string;
  name: string;
}

/** What the browser needs to make a passkey. Throws `passkey.host`. */
export async function beginPasskey(
  hall: Pool,
  { accountId, login, name }: Owner,
  visit: Visit,
  now: Date,
): Promise<{ step: string; options: WebAuthnJson }> {
  checkHost(visit);
  const own = await listPasskeys(hall, accountId);
  const options = await generateRegistrationOptions({
    rpName: 'Sổ Tay',
    rpID: visit.host,
    userName: login,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    supportedAlgorithmIDs: algorithms,
    // It has to know whose it is, and to check its holder, so that it can open the account by itself.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const step = await beginStep(
    hall,
    { accountId, purpose: 'new-passkey', first: null, challenge: options.challenge },
    visit.address,
    now,
  );
  return { step, options: options as unknown as WebAuthnJson };
}

interface Made {
  accountId: string;
  step: string;
  name: string;
  response: WebAuthnJson;
  session: string;
}

/** Keeps the passkey that the browser has made. Throws `passkey.refused`, `sign-in.begin-again`. */
export async function addPasskey(hall: Pool, made: Made, visit: Visit, doing: Doing): Promise<void> {
  const { accountId, name, session } = made;
  const asked = await takeChallenge(hall, made.step, ['new-passkey'], doing.now);
  if (asked.accountId !== accountId) throw refused();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: made.response as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge: asked.challenge,
    expectedOrigin: visit.origin,
    expectedRPID: visit.host,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((error: unknown) => {
    throw refused(error);
  });
  if (!verified) throw refused();
  const { credential } = registrationInfo;
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const { rowCount } = await client.query(
      `insert into account_passkey (account_id, credential_id, public_key, counter, transports, host, name, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`,
      [
        accountId,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        transports.filter((one) => (credential.transports ?? []).includes(one)),
        visit.host,
        name,
        doing.now,
      ],
    );
    if (rowCount !== 1) throw refused();
    await noteProof(client, session, doing.now, 'passkey');
    await noteEvent(client, accountId, 'passkey-added', doing, name);
  });
}
