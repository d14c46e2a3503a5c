import type { z } from 'zod';
import type { Desk } from '#/exchange/intake/desk.ts';
import type { Contract, FileOutput } from '#/platform/contract/contract.ts';
import { bind, type Route } from '#/platform/contract/route.ts';
import type { Exports } from '#/platform/files/exports.ts';
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
}

/** Answers a contract of this API. */
export function route<I extends z.ZodObject, O extends z.ZodType | FileOutput>(
  contract: Contract<I, O>,
  handler: Route<Api, I, O>['handler'],
): Route<Api> {
  return bind(contract, handler);
}
