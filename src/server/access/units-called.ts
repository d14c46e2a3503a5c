import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

type Called = ReadonlyMap<string, { code: string; name: string }>;

/** What units are called on a day; one that is not there then, as it was called last. */
export async function unitsCalled({ client }: Tx, ids: Iterable<string | null>, on: Day): Promise<Called> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; code: string; name: string }>(
    `select distinct on (c.unit_id) c.unit_id as id, c.code, n.name from unit_code c
     join lateral (select n.name from unit_name n where n.unit_id = c.unit_id
       order by n.valid @> $2::date desc, upper(n.valid) desc nulls first limit 1) n on true
     where c.unit_id = any($1::uuid[])
     order by c.unit_id, c.valid @> $2::date desc, upper(c.valid) desc nulls first`,
    [wanted, on],
  );
  return new Map(rows.map(({ id, ...called }) => [id, called]));
}
