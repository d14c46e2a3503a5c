import type { Journal } from '#/kernel/journal/posting.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';

/** Why the desk looks past the place of whoever imports, and what may be told of what it sees. */
export const openlyReasons = {
  duplicates:
    'whether the register knows a person already: of people elsewhere nothing is told but that they are there',
  'own-import': 'what became of an import whose id follows from the very file that the caller has sent',
  mapping: 'how files of a form were read the last time: headings, never a value',
} as const;

/** Works on the whole register, for a reason that says what may be told of it. */
export function openly<T>(
  { pool }: Pick<Journal, 'pool'>,
  _why: keyof typeof openlyReasons,
  actor: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, { actor, scope: wholeTenant }, work);
}
