import { today } from '#/platform/day.ts';
import type { Seat } from '../capacity.ts';
import type { Workplace } from '../workplace.ts';

/**
 * Whether everything that an account holds, today or later, lies under the caller's place: whoever manages accounts could
 * otherwise open that of somebody higher with a new code, and work in its roles.
 */
export async function liesWithin(whole: Workplace, { isOperator, bound }: Seat, accountId: string): Promise<boolean> {
  if (isOperator) return true;
  const on = today(whole.clock);
  for (const { code } of await whole.tenants()) {
    const room = await whole.room(code);
    const isHigher = await room.read({ actor: 'accounts' }, async ({ client }) => {
      const { rowCount } = await client.query(
        `select from role_grant g left join unit_scope u on u.unit_id = g.unit_id
         where g.account_id = $1 and g.ended_at is null and (upper_inf(g.valid) or upper(g.valid) > $2::date)
           and ($3 or $4 = '' or not starts_with(case when g.unit_id is null then '|' else coalesce(u.path, '|') end, $4))`,
        [accountId, on, code !== bound.tenant, bound.path],
      );
      return rowCount !== 0;
    });
    if (isHigher) return false;
  }
  return true;
}
