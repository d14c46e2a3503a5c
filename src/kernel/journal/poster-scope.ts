import { wholeTenant } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Batch } from './batch.ts';
import type { Journal, Poster } from './posting.ts';

/** The part of the tree that a poster may write in: what was named, if it lies under what the journal is bound to. */
export function scopeOf({ bound }: Pick<Journal, 'bound'>, { scope }: Pick<Poster, 'scope'>): string {
  if (bound === undefined) return scope ?? wholeTenant;
  if (scope === undefined) return bound.path;
  if (bound.path === '' || !scope.startsWith(bound.path)) throw outsideScope();
  return scope;
}

/** A poster with a part of the tree may not record outside it. Half-way, acts about whom the batch brings in have no place yet: only `known` places are judged. */
export async function requireScope(
  { tx, posterScope, recordedAt }: Batch,
  which: 'all' | 'known' = 'all',
): Promise<void> {
  if (posterScope === wholeTenant) return;
  const { rows } = await tx.client.query(
    `select id from act where recorded_at = $1::timestamptz and strpos(scope, $2) = 0 and ($3 or scope <> '|') limit 1`,
    [recordedAt, posterScope, which === 'all'],
  );
  if (rows.length > 0) throw outsideScope();
}

export function outsideScope(): Problem {
  return new Problem('scope.outside', 'This concerns a unit outside your part of the tree.', { status: 404 });
}
