import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** Direct subordinates on a day that the asker may see. */
export async function childrenOf({ client }: Pick<Tx, 'client'>, unitId: string, on: Day) {
  const { rows } = await client.query<{ id: string; code: string; hasChildren: boolean }>(
    `select p.unit_id as id, c.code,
       exists (select from unit_parent b where b.parent_id = p.unit_id and b.valid @> $2::date) as "hasChildren"
     from unit_parent p
     join unit_code c on c.unit_id = p.unit_id and c.valid @> $2::date
     join unit_scope s on s.unit_id = p.unit_id
     where p.parent_id = $1 and p.valid @> $2::date and strpos(s.path, current_setting('sotay.scope')) > 0
     order by c.code`,
    [unitId, on],
  );
  return rows;
}
