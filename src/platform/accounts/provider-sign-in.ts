import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { readCode, useInvitation } from './codes.ts';
import { asAccounts } from './events.ts';
import { accountOf, tieIdentity } from './identities.ts';
import type { Own } from './own-account.ts';
import { beginStep, takeChallenge } from './pending-steps.ts';
import type { Away, Identity, Provider } from './provider.ts';
import { codeHash } from './secrets.ts';
import { holdSession } from './sessions.ts';
import { type Door, goOn, type Outcome, ofAddress } from './sign-in.ts';
import { giveBack, takeTurn } from './throttle.ts';
import type { Visit } from './visit.ts';

// Nobody gets an account by coming from the provider. What is tied is (issuer, subject), by a code that was handed over, by
// an administrator, or by the owner who is signed in: never by a login or an e-mail that the provider tells.

/** The page that the provider sends the browser back to. */
export const backPath = '/sign-in/provider';

/** What is kept of a sign-in while the browser is at the provider. */
interface Kept extends Away {
  /** Of the invitation that ties the account, if there was one: the code itself is kept nowhere. */
  invitation: string | null;
}

export interface Leaving {
  /** Names this sign-in to the server; the browser's tab keeps it, so an answer sent to another browser is none. */
  step: string;
  address: string;
}

/** Where the browser goes; with a code, the account of the invitation will be tied. Throws `provider.none`, `code.wrong`, `provider.down`. */
export async function leaveForProvider(
  door: Door,
  code: string | undefined,
  visit: Visit,
  now: Date,
): Promise<Leaving> {
  const provider = providerOf(door);
  let invitation: string | null = null;
  if (code !== undefined) {
    const subjects = [ofAddress(visit)];
    await takeTurn(door.hall, subjects, now);
    await readCode(door.hall, code, now);
    await giveBack(door.hall, subjects, now);
    invitation = codeHash(code);
  }
  return leave(door, provider, { purpose: 'provider', accountId: null, invitation }, visit, now);
}

/** The answer that the browser has brought back. Throws `provider.unknown`, `provider.…`, `sign-in.begin-again`, `sign-in.wait`. */
export async function returnFromProvider(
  door: Door,
  { step, answer }: { step: string; answer: string },
  visit: Visit,
  now: Date,
): Promise<Outcome> {
  const provider = providerOf(door);
  const subjects = [ofAddress(visit)];
  await takeTurn(door.hall, subjects, now);
  const kept: Kept = JSON.parse((await takeChallenge(door.hall, step, ['provider'], now)).challenge);
  const identity = await provider.finish(kept, answer);
  if (kept.invitation !== null) await tieByInvitation(door, kept.invitation, identity, now);
  const account = await accountOf(door.hall, identity, now);
  if (account === null) throw unknownPerson(identity);
  const proof = { provider: identity.isStrong ? 'strong' : 'plain' } as const;
  return goOn(door, { account, stage: { at: 'start' }, proof, subjects, step }, visit, now);
}

/** Whoever is signed in goes to the provider to tie their own account. Throws `provider.none`, `provider.down`. */
export async function leaveToTie(door: Door, { accountId }: Own, visit: Visit, now: Date): Promise<Leaving> {
  return leave(door, providerOf(door), { purpose: 'provider-tie', accountId, invitation: null }, visit, now);
}

/** And comes back. Throws `provider.…`, `sign-in.begin-again`. */
export async function returnToTie(
  door: Door,
  { accountId, login, session }: Own,
  { step, answer }: { step: string; answer: string },
  now: Date,
): Promise<void> {
  const provider = providerOf(door);
  const pending = await takeChallenge(door.hall, step, ['provider-tie'], now);
  if (pending.accountId !== accountId) throw new Problem('provider.answer', 'Somebody else began this: begin again.');
  const identity = await provider.finish(JSON.parse(pending.challenge), answer);
  await inTransaction(door.hall, asAccounts, async ({ client }) => {
    await holdSession(client, session);
    await tieIdentity(client, accountId, identity, { actor: login, now });
  });
}

/** Throws `provider.none`. */
export function providerOf({ provider }: Door): Provider {
  if (provider !== null) return provider;
  throw new Problem('provider.none', 'There is no identity provider here.', { status: 404 });
}

async function leave(
  { hall }: Door,
  provider: Provider,
  {
    purpose,
    accountId,
    invitation,
  }: { purpose: 'provider' | 'provider-tie'; accountId: string | null } & Pick<Kept, 'invitation'>,
  { origin, address: from }: Visit,
  now: Date,
): Promise<Leaving> {
  const { address, away } = await provider.begin(origin + backPath);
  const challenge = JSON.stringify({ ...away, invitation } satisfies Kept);
  return { step: await beginStep(hall, { accountId, purpose, first: null, challenge }, from, now), address };
}

async function tieByInvitation({ hall }: Door, invitation: string, identity: Identity, now: Date): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const { accountId, login } = await useInvitation(client, invitation, now);
    await tieIdentity(client, accountId, identity, { actor: login, now });
  });
}

/** They may see who they are there: it is what an administrator needs. */
function unknownPerson({ subject, name }: Identity): Problem {
  const called = name === null ? subject : `${name} (${subject})`;
  return new Problem(
    'provider.unknown',
    `Nobody here is tied to ${called} at the provider: ask for an invitation code.`,
    {
      status: 403,
      vi: `Ở đây chưa có tài khoản nào gắn với ${called} của nhà cung cấp: hãy xin mã mời.`,
    },
  );
}
