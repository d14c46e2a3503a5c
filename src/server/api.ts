import type { z } from 'zod';
import { route as declare, type Route } from '#/platform/contract/route.ts';
import type { Installation } from './installation.ts';

/** What the handlers of the API get. */
export interface Api {
  installation: Installation;
  /** Who calls; on a public route it may be nobody. */
  actor: string;
}

/** Declares a route of this API. */
export function route<I extends z.ZodObject, O extends z.ZodType>(declared: Route<Api, I, O>): Route<Api> {
  return declare(declared);
}
