import * as contract from '#/platform/accounts/contract.ts';
import { leaveForProvider, returnFromProvider } from '#/platform/accounts/provider-sign-in.ts';
import { endSession, hasAccounts } from '#/platform/accounts/sessions.ts';
import {
  askPasskey,
  type Outcome,
  showCode,
  showCodeWithPassword,
  showPasskey,
  showPassword,
  showPrinted,
  showTotp,
} from '#/platform/accounts/sign-in.ts';
import { canHavePasskeys } from '#/platform/accounts/visit.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';

const howToSignIn = route(contract.howToSignIn, async (_input, { door, operator, visit }) => ({
  hasAccounts: await hasAccounts(door.hall),
  hasOperator: await operator.mayEnter(),
  canUsePasskeys: canHavePasskeys(visit.host),
  provider: door.provider?.name ?? null,
}));

const signIn = route(contract.signIn, async (given, api) =>
  told(await showPassword(api.door, given, api.visit, api.now()), api),
);

const signInByTotp = route(contract.signInByTotp, async (given, api) =>
  told(await showTotp(api.door, given, api.visit, api.now()), api),
);

const signInByPrinted = route(contract.signInByPrinted, async (given, api) =>
  told(await showPrinted(api.door, given, api.visit, api.now()), api),
);

const askForPasskey = route(contract.askForPasskey, ({ step }, { door, visit, now }) =>
  askPasskey(door, step, visit, now()),
);

const signInByPasskey = route(contract.signInByPasskey, async (given, api) =>
  told(await showPasskey(api.door, given, api.visit, api.now()), api),
);

const leaveFor = route(contract.leaveForProvider, ({ code }, { door, visit, now }) =>
  leaveForProvider(door, code, visit, now()),
);

const returnFrom = route(contract.returnFromProvider, async (given, api) =>
  told(await returnFromProvider(api.door, given, api.visit, api.now()), api),
);

const whoseCode = route(contract.showCode, async ({ code }, { door, visit, now }) =>
  showCode(door, code, visit, now()),
);

const setPasswordByCode = route(contract.setPasswordByCode, async (given, api) =>
  told(await showCodeWithPassword(api.door, given, api.visit, api.now()), api),
);

/** The secret goes into the cookie; no script ever sees it. The session that this browser had before is over. */
async function told(outcome: Outcome, { door, session, now, remember }: Api): Promise<contract.SignInOutcome> {
  if (outcome.next === 'second-factor') return { ...outcome, factors: [...outcome.factors] };
  if (session !== null) await endSession(door.hall, session, now());
  remember(outcome.secret);
  return { next: 'signed-in' };
}

/** Ways in. */
export const signInRoutes: readonly Route<Api>[] = [
  howToSignIn,
  signIn,
  signInByTotp,
  signInByPrinted,
  askForPasskey,
  signInByPasskey,
  leaveFor,
  returnFrom,
  whoseCode,
  setPasswordByCode,
];
