import type { z } from 'zod';
import type { Desk } from '#/exchange/intake/desk.ts';
import type { Contract, FileOutput } from '#/platform/contract/contract.ts';
import { bind, type Route } from '#/platform/contract/route.ts';
import type { Exports } from '#/platform/files/exports.ts';
import type { Capacity, Person, Seat } from './capacity.ts';
import type { Sessions } from './sessions.ts';
import type { Workplace } from './workplace.ts';

/** What the handlers of the API get. */
export interface Api {
  /** The installation as the caller may use it: nothing wider can be reached from it. */
  installation: Workplace;
  /** Who calls, in which capacity; nobody's on a public route that nobody signed in to. */
  seat: Seat;
  /** Whether the caller's capacity holds a permission that only a part of an answer needs. */
  may: (permission: string) => boolean;
  /** Throws `permission.missing`. */
  must: (permission: string) => void;
  /** The capacities that an account holds today, in every tenant. */
  capacities: (person: Person) => Promise<Capacity[]>;
  /** The account of a login; null: there is none. */
  accountNamed: (login: string) => Promise<{ id: string; login: string } | null>;
  /** Whether all that an account holds lies under the caller's place: only then may the caller manage it. */
  liesWithin: (accountId: string) => Promise<boolean>;
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
