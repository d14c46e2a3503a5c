import type { PoolClient } from 'pg';
import { type Doing, noteEvent } from './events.ts';

/** The account opens by the provider no more. False: it was not tied. */
export async function removeIdentity(client: PoolClient, accountId: string, doing: Doing): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `update account_identity set removed_at = $2 where account_id = $1 and removed_at is null
     returning coalesce(name, subject) as name`,
    [accountId, doing.now],
  );
  if (rows[0] === undefined) return false;
  await noteEvent(client, accountId, 'provider-untied', doing, rows[0].name);
  return true;
}
