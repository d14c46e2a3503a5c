import {
  closeAccount,
  createAccount,
  inviteAgain,
  listAccounts,
  lockAccount,
  reopenAccount,
} from '#/platform/accounts/accounts.ts';
import * as contract from '#/platform/accounts/accounts-contract.ts';
import { asAccounts, noteEvent } from '#/platform/accounts/events.ts';
import { approveRecovery, refuseRecovery, startRecovery } from '#/platform/accounts/recovery.ts';
import { endSessions } from '#/platform/accounts/sessions.ts';
import type { Route } from '#/platform/contract/route.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type Api, route } from '../api.ts';

const done = { done: true } as const;
const doing = ({ actor, now }: Api) => ({ actor, now: now() });

const list = route(contract.listAccounts, async (_input, { door }) => ({ accounts: await listAccounts(door.hall) }));

const invite = route(contract.invite, (given, api) => createAccount(api.door.hall, given, doing(api)));

const again = route(contract.inviteAgain, ({ id }, api) => inviteAgain(api.door.hall, id, doing(api)));

const close = route(contract.closeAccount, async ({ id, reason }, api) => {
  await closeAccount(api.door.hall, id, reason, doing(api));
  return done;
});

const reopen = route(contract.reopenAccount, async ({ id, reason }, api) => {
  await reopenAccount(api.door.hall, id, reason, doing(api));
  return done;
});

const endAll = route(contract.endSessionsOf, ({ id }, api) =>
  inTransaction(api.door.hall, asAccounts, async ({ client }) => {
    await lockAccount(client, id);
    const by = doing(api);
    const ended = await endSessions(client, id, by.now);
    if (ended > 0) await noteEvent(client, id, 'sessions-ended', by);
    return { ended };
  }),
);

const recover = route(contract.startRecovery, async ({ id, ...why }, api) => {
  await startRecovery(api.door.hall, id, why, doing(api));
  return done;
});

const approve = route(contract.approveRecovery, ({ id }, api) => approveRecovery(api.door.hall, id, doing(api)));

const refuse = route(contract.refuseRecovery, async ({ id }, api) => {
  await refuseRecovery(api.door.hall, id, doing(api));
  return done;
});

/** The accounts of others. */
export const accountRoutes: readonly Route<Api>[] = [
  list,
  invite,
  again,
  close,
  reopen,
  endAll,
  recover,
  approve,
  refuse,
];
