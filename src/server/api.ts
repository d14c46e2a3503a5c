import type { z } from 'zod';
import type { Desk } from '#/exchange/intake/desk.ts';
import type { Door } from '#/platform/accounts/sign-in.ts';
import type { Visit } from '#/platform/accounts/visit.ts';
import type { Contract, FileOutput } from '#/platform/contract/contract.ts';
import { bind, type Route } from '#/platform/contract/route.ts';
import type { Exports } from '#/platform/files/exports.ts';
import type { Operator } from './accounts/operator.ts';
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
  accountNamed: (login: string) => Promise<{ id: string; login: string; name: string } | null>;
  /** Whether all that an account holds lies under the caller's place: only then may the caller manage it. */
  liesWithin: (accountId: string) => Promise<boolean>;
  /** Whether two logins are two people, by whom their accounts belong to and by whom they were made. */
  areTwo: (a: string, b: string) => Promise<boolean>;
  /** The accounts that hold something beyond the caller's place. */
  isBeyond: () => Promise<ReadonlySet<string>>;
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
