import type { z } from 'zod';
import type { Desk } from '#/exchange/intake/desk.ts';
import type { Door } from '#/platform/accounts/sign-in.ts';
import type { Visit } from '#/platform/accounts/visit.ts';
import type { Contract, FileOutput } from '#/platform/contract/contract.ts';
import { bind, type Route } from '#/platform/contract/route.ts';
import type { Exports } from '#/platform/files/exports.ts';
import type { Operator } from './accounts/operator.ts';
import type { Installation } from './installation.ts';
import type { Sessions } from './sessions.ts';

/** What the handlers of the API get. */
export interface Api {
  installation: Installation;
  sessions: Sessions;
  /** Imports as sessions. */
  desk: Desk;
  /** Lists on their way into files. */
  exports: Exports;
  /** Who calls; on a public route it may be nobody. */
  actor: string;
  /** The secret of the session that carries the request; null where a token does. */
  session: string | null;
  /** The moment at which it is asked. */
  now: () => Date;
  /** What signing in works with. */
  door: Door;
  /** Whoever started the server, as long as links and the token let them in. */
  operator: Operator;
  /** Where the request comes from. */
  visit: Visit;
  /** Gives the browser the cookie of a session, or takes it away (null). */
  remember: (secret: string | null) => void;
}

/** Answers a contract of this API. */
export function route<I extends z.ZodObject, O extends z.ZodType | FileOutput>(
  contract: Contract<I, O>,
  handler: Route<Api, I, O>['handler'],
): Route<Api> {
  return bind(contract, handler);
}
