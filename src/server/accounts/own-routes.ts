import { lockAccount } from '#/platform/accounts/accounts.ts';
import { asAccounts } from '#/platform/accounts/events.ts';
import { untieIdentity } from '#/platform/accounts/identities.ts';
import { addPasskey, beginPasskey } from '#/platform/accounts/new-passkey.ts';
import { changePassword, checkFresh, type Own, prove } from '#/platform/accounts/own-account.ts';
import * as contract from '#/platform/accounts/own-contract.ts';
import { removePasskey } from '#/platform/accounts/passkeys.ts';
import { makeSheet, removeSheet } from '#/platform/accounts/printed-codes.ts';
import { leaveToTie, returnToTie } from '#/platform/accounts/provider-sign-in.ts';
import { readOwnAccount } from '#/platform/accounts/read-own-account.ts';
import { refuseOwnRecovery } from '#/platform/accounts/recovery.ts';
import { endOneSession, endSessions, findSession, holdSession, type SignedIn } from '#/platform/accounts/sessions.ts';
import { beginTotp, confirmTotp, removeTotp } from '#/platform/accounts/totp.ts';
import { canHavePasskeys } from '#/platform/accounts/visit.ts';
import type { Route } from '#/platform/contract/route.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { type Api, route } from '../api.ts';

type Mine = Own & SignedIn & { now: Date };

/** The account whose session carries the request; null: the operator's. */
async function find({ door, session, now }: Api): Promise<Mine | null> {
  const at = now();
  const signedIn = session === null ? null : await findSession(door.hall, session, at);
  return signedIn === null || session === null ? null : { ...signedIn, session, now: at };
}

/** Throws `account.none`. */
async function mine(api: Api): Promise<Mine> {
  const own = await find(api);
  if (own !== null) return own;
  throw new Problem('account.none', 'You work here without an account: there is nothing to change.', { status: 409 });
}

/** The same, with the password or a factor shown a moment ago. Throws `proof.needed`. */
async function mineProved(api: Api): Promise<Mine> {
  const own = await mine(api);
  await checkFresh(api.door.hall, own, own.now);
  return own;
}

const doing = ({ login, now }: Mine) => ({ actor: login, now });
const done = { done: true } as const;

const read = route(contract.readOwnAccount, async (_input, api) => {
  const own = await find(api);
  const account = own === null ? null : await readOwnAccount(api.door.hall, own, own.now);
  return { account, canUsePasskeys: canHavePasskeys(api.visit.host), provider: api.door.provider?.name ?? null };
});

const proveIt = route(contract.prove, async (given, api) => {
  const own = await mine(api);
  await prove(api.door, own, given, api.visit, own.now);
  return done;
});

const password = route(contract.changePassword, async (given, api) => {
  const own = await mine(api);
  await changePassword(api.door, own, given, api.visit, own.now);
  return done;
});

const newTotp = route(contract.beginTotp, async (_input, api) => {
  const own = await mineProved(api);
  return beginTotp(api.door.hall, await api.door.keeper(), own, own.now);
});

const confirmNewTotp = route(contract.confirmTotp, async ({ code }, api) => {
  const own = await mineProved(api);
  await confirmTotp(api.door.hall, await api.door.keeper(), { ...own, code }, doing(own));
  return done;
});

const dropTotp = route(contract.removeTotp, async (_input, api) => {
  const own = await mineProved(api);
  await inTransaction(api.door.hall, asAccounts, ({ client }) => removeTotp(client, own.accountId, doing(own)));
  return done;
});

const newSheet = route(contract.makeOwnSheet, async (_input, api) => {
  const own = await mineProved(api);
  return inTransaction(api.door.hall, asAccounts, async ({ client }) => {
    await lockAccount(client, own.accountId); // one sheet at a time
    await holdSession(client, own.session);
    return { codes: await makeSheet(client, own.accountId, doing(own)) };
  });
});

const dropSheet = route(contract.removeOwnSheet, async (_input, api) => {
  const own = await mineProved(api);
  await inTransaction(api.door.hall, asAccounts, ({ client }) => removeSheet(client, own.accountId, doing(own)));
  return done;
});

const newPasskey = route(contract.beginPasskey, async (_input, api) => {
  const own = await mineProved(api);
  return beginPasskey(api.door.hall, own, api.visit, own.now);
});

const keepPasskey = route(contract.addPasskey, async (made, api) => {
  const own = await mineProved(api);
  await addPasskey(api.door.hall, { ...own, ...made }, api.visit, doing(own));
  return done;
});

const dropPasskey = route(contract.removePasskey, async ({ id }, api) => {
  const own = await mineProved(api);
  await inTransaction(api.door.hall, asAccounts, ({ client }) => removePasskey(client, own.accountId, id, doing(own)));
  return done;
});

const leave = route(contract.leaveToTie, async (_input, api) => {
  const own = await mineProved(api);
  return leaveToTie(api.door, own, api.visit, own.now);
});

const comeBack = route(contract.returnToTie, async (given, api) => {
  const own = await mineProved(api);
  await returnToTie(api.door, own, given, own.now);
  return done;
});

const untie = route(contract.untie, async (_input, api) => {
  const own = await mineProved(api);
  await untieIdentity(api.door.hall, own.accountId, doing(own));
  return done;
});

const endOne = route(contract.endOwnSession, async ({ id }, api) => {
  const own = await mine(api);
  if (!(await endOneSession(api.door.hall, own.accountId, id, own.now)))
    throw new Problem('session.unknown', 'You have no such session.', { status: 404 });
  return done;
});

const endOthers = route(contract.endOtherSessions, async (_input, api) => {
  const own = await mine(api);
  return { ended: await endSessions(api.door.hall, own.accountId, own.now, own.session) };
});

const refuse = route(contract.refuseOwnRecovery, async (_input, api) => {
  const own = await mine(api);
  await refuseOwnRecovery(api.door.hall, own.accountId, doing(own));
  return done;
});

/** One's own account. */
export const ownRoutes: readonly Route<Api>[] = [
  read,
  proveIt,
  password,
  newTotp,
  confirmNewTotp,
  dropTotp,
  newSheet,
  dropSheet,
  newPasskey,
  keepPasskey,
  dropPasskey,
  leave,
  comeBack,
  untie,
  refuse,
  endOthers,
  endOne,
];
