import type { Pool } from 'pg';
import { hasAccounts } from '#/platform/accounts/sessions.ts';
import { Problem } from '#/platform/errors.ts';

/** Whoever started the server on this machine, and comes in by the printed link or the token. */
export interface Operator {
  /** Whether links and token open anything: as long as there is no account, or where the start asked for it. */
  mayEnter: () => Promise<boolean>;
}

export function makeOperator(hall: Pool, isKept: boolean): Operator {
  return { mayEnter: async () => isKept || !(await hasAccounts(hall)) };
}

export function operatorEnded(): Problem {
  return new Problem(
    'operator.ended',
    'There are accounts here: sign in with yours. Links and the token open nothing any more.',
    { status: 401 },
  );
}
