import { today } from '#/platform/day.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Seat } from '../capacity.ts';
import type { Workplace } from '../workplace.ts';

/**
 * Whether everything that an account holds, today or later, lies under the caller's place: whoever manages accounts could
 * otherwise open that of somebody higher with a new code, and work in its roles.
 */
export async function liesWithin(whole: Workplace, seat: Seat, accountId: string): Promise<boolean> {
  return isUuid(accountId) && !(await accountsBeyond(whole, seat, accountId)).has(accountId);
}

/** The accounts (or that one, if it is such) that hold something, today or later, beyond the caller's place. */
export async function accountsBeyond(
  whole: Workplace,
  { isOperator, bound }: Seat,
  accountId: string | null = null,
): Promise<ReadonlySet<string>> {
  const beyond = new Set<string>();
  if (isOperator) return beyond;
  const on = today(whole.clock);
  for (const { code } of await whole.tenants()) {
    const room = await whole.room(code);
    await room.read({ actor: 'accounts' }, async ({ client }) => {
      const { rows } = await client.query<{ id: string }>(
        `select distinct g.account_id as id from role_grant g left join unit_scope u on u.unit_id = g.unit_id
         where ($1::uuid is null or g.account_id = $1) and g.ended_at is null and (upper_inf(g.valid) or upper(g.valid) > $2::date)
           and ($3 or $4 = '' or not starts_with(case when g.unit_id is null then '|' else coalesce(u.path, '|') end, $4))`,
        [accountId, on, code !== bound.tenant, bound.path],
      );
      for (const { id } of rows) beyond.add(id);
    });
  }
  return beyond;
}
