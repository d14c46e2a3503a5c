import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { KnownUnit } from '../tables/known-units.ts';

/** The units that are there on a day, in the asker's part of the tree: what the cells of a list may mean. */
export async function registerUnits({ client }: Tx, on: Day, scope: string): Promise<KnownUnit[]> {
  const { rows } = await client.query<KnownUnit>(
    `select c.code, n.name, k.kind, u.code as parent
     from unit_code c
     join unit_name n on n.unit_id = c.unit_id and n.valid @> $1::date
     join unit_kind k on k.unit_id = c.unit_id and k.valid @> $1::date
     join unit_scope s on s.unit_id = c.unit_id
     left join unit_parent p on p.unit_id = c.unit_id and p.valid @> $1::date
     left join unit_code u on u.unit_id = p.parent_id and u.valid @> $1::date
     where c.valid @> $1::date and strpos(s.path, $2) > 0
     order by c.code collate "C"`,
    [on, scope],
  );
  return rows;
}
