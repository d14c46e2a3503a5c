import {
  closeAccount,
  createAccount,
  inviteAgain,
  listAccounts,
  lockAccount,
  reopenAccount,
  unknownAccount,
} from '#/platform/accounts/accounts.ts';
import * as contract from '#/platform/accounts/accounts-contract.ts';
import { asAccounts, noteEvent } from '#/platform/accounts/events.ts';
import { tieUnused } from '#/platform/accounts/identities.ts';
import { makeSheetFor } from '#/platform/accounts/make-sheet-for.ts';
import { providerOf } from '#/platform/accounts/provider-sign-in.ts';
import { approveRecovery, refuseRecovery, startRecovery } from '#/platform/accounts/recovery.ts';
import { endSessions } from '#/platform/accounts/sessions.ts';
import type { Route } from '#/platform/contract/route.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type Api, route } from '../api.ts';

const done = { done: true } as const;
const doing = ({ actor, now }: Api) => ({ actor, now: now() });

/** The id, if all that the account holds lies under the caller's place; to anybody else there is no such account. */
async function own(id: string, { liesWithin }: Api): Promise<string> {
  if (!(await liesWithin(id))) throw unknownAccount();
  return id;
}

const list = route(contract.listAccounts, async (_input, { door, isBeyond }) => {
  const beyond = await isBeyond();
  return { accounts: (await listAccounts(door.hall)).filter(({ id }) => !beyond.has(id)) };
});

const invite = route(contract.invite, (given, api) => createAccount(api.door.hall, given, doing(api)));

const again = route(contract.inviteAgain, async ({ id }, api) =>
  inviteAgain(api.door.hall, await own(id, api), doing(api)),
);

const tie = route(contract.tieAccount, async ({ id, subject }, api) => {
  const accountId = await own(id, api);
  const issuer = await providerOf(api.door).issuer();
  await tieUnused(api.door.hall, accountId, { issuer, subject }, doing(api));
  return done;
});

const sheet = route(contract.makeSheet, async ({ id }, api) =>
  makeSheetFor(api.door.hall, await own(id, api), doing(api)),
);

const close = route(contract.closeAccount, async ({ id, reason }, api) => {
  await closeAccount(api.door.hall, await own(id, api), reason, doing(api));
  return done;
});

const reopen = route(contract.reopenAccount, async ({ id, reason }, api) => {
  await reopenAccount(api.door.hall, await own(id, api), reason, doing(api));
  return done;
});

const endAll = route(contract.endSessionsOf, async ({ id: asked }, api) => {
  const id = await own(asked, api);
  return inTransaction(api.door.hall, asAccounts, async ({ client }) => {
    await lockAccount(client, id);
    const by = doing(api);
    const ended = await endSessions(client, id, by.now);
    if (ended > 0) await noteEvent(client, id, 'sessions-ended', by);
    return { ended };
  });
});

const recover = route(contract.startRecovery, async ({ id, ...why }, api) => {
  await startRecovery(api.door.hall, await own(id, api), why, doing(api));
  return done;
});

const approve = route(contract.approveRecovery, async ({ id }, api) =>
  approveRecovery(api.door.hall, await own(id, api), api.areTwo, doing(api)),
);

const refuse = route(contract.refuseRecovery, async ({ id }, api) => {
  await refuseRecovery(api.door.hall, await own(id, api), doing(api));
  return done;
});

/** The accounts of others. */
export const accountRoutes: readonly Route<Api>[] = [
  list,
  invite,
  again,
  tie,
  sheet,
  close,
  reopen,
  endAll,
  recover,
  approve,
  refuse,
];
