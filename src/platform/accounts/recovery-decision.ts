import type { PoolClient } from 'pg';
import type { Doing } from './events.ts';

/** Decides the recovery of an account that waits; whether one did. */
export async function decideRecovery(
  client: PoolClient,
  accountId: string,
  isApproved: boolean,
  { actor, now }: Doing,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'update account_recovery set decided_at = $2, decided_by = $3, is_approved = $4 where account_id = $1 and decided_at is null',
    [accountId, now, actor, isApproved],
  );
  return rowCount === 1;
}
