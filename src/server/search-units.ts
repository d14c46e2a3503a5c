import { sql } from 'kysely';
import type { UnitFound } from '#/domain/units/unit-contract.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { nameKey } from '#/platform/names.ts';
import type { Room } from './workplace.ts';

interface Search {
  /** Words of the name, or the beginning of a code. */
  q?: string;
  /** This unit and no other. */
  unitId?: string;
  on: Day;
  limit: number;
  /** Of these kinds only. */
  kinds?: readonly string[];
}

/** Units of a day with their superiors, under the caller's place. */
export async function searchUnits(
  room: Room,
  { actor, scope }: { actor: string; scope: string },
  search: Search,
): Promise<UnitFound[]> {
  const rows = await room.read({ actor, scope }, (tx) => unitsFound(tx, scope, search));
  return rows.map((row) => ({ ...row, tenant: room.tenant.code }));
}

/** Units under a path with their superiors there: what begins so before what only holds it, the higher before the lower. */
export async function unitsFound(
  { db }: Tx,
  scope: string,
  { q = '', unitId, on, limit, kinds }: Search,
): Promise<Omit<UnitFound, 'tenant'>[]> {
  const key = nameKey(q);
  const words = key.split(' ').map((word) => sql`strpos(f.key, ${word}) > 0`);
  const isFound =
    unitId === undefined ? sql`(${sql.join(words, sql` and `)}) or f.starts` : sql`f.id = ${unitId}::uuid`;
  const isOfKind =
    kinds === undefined
      ? sql`true`
      : sql`exists (select from unit_kind k where k.unit_id = l.unit_id and k.valid @> ${on}::date and k.kind in (${sql.join(kinds)}))`;
  const { rows } = await sql<Omit<UnitFound, 'tenant'>>`
    with f as (
      select l.unit_id as id, c.code, n.name, public.unaccent(lower(n.name)) as key,
        starts_with(lower(c.code), lower(${q.trim()})) as starts
      from unit_life l
      join unit_code c on c.unit_id = l.unit_id and c.valid @> ${on}::date
      join unit_name n on n.unit_id = l.unit_id and n.valid @> ${on}::date
      join unit_scope s on s.unit_id = l.unit_id
      where l.valid @> ${on}::date and strpos(s.path, ${scope}) > 0 and ${isOfKind}
    ), best as (
      select f.*, (select max(u.depth) from unit_line u where u.unit_id = f.id and u.valid @> ${on}::date) as depth
      from f where ${isFound}
      order by lower(f.code) = lower(${q.trim()}) desc, starts_with(f.key, ${key}) desc, depth, length(f.name), f.code
      limit ${limit}
    )
    select b.id, b.code, b.name, k.kind, k.type,
      coalesce((
        select json_agg(json_build_object('code', c.code, 'name', n.name) order by u.depth desc)
        from unit_line u
        join unit_scope s on s.unit_id = u.ancestor_id and strpos(s.path, ${scope}) > 0
        join unit_code c on c.unit_id = u.ancestor_id and c.valid @> ${on}::date
        join unit_name n on n.unit_id = u.ancestor_id and n.valid @> ${on}::date
        where u.unit_id = b.id and u.depth > 0 and u.valid @> ${on}::date
      ), '[]') as path
    from best b left join unit_kind k on k.unit_id = b.id and k.valid @> ${on}::date
    order by lower(b.code) = lower(${q.trim()}) desc, starts_with(b.key, ${key}) desc, b.depth, length(b.name), b.code`.execute(
    db,
  );
  return rows;
}
