import type { GrantShown } from '#/kernel/access/grant-contract.ts';
import { grantNamed } from '#/kernel/access/grants.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Api } from '../api.ts';
import type { Room } from '../workplace.ts';
import { shownGrants } from './shown.ts';

/** A grant that there is, as it is told. */
export async function shownOne(
  { installation: { roles, clock } }: Pick<Api, 'installation'>,
  room: Room,
  tx: Tx,
  id: string,
): Promise<GrantShown> {
  const on = today(clock);
  const grant = await grantNamed(tx, id, on);
  const [shown] = await shownGrants(tx, grant === null ? [] : [grant], { tenant: room.tenant.code, roles, on });
  return shown as GrantShown;
}
