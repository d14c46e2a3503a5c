import { sql } from 'kysely';
import { type Frame, isOn } from '#/kernel/figures/frame.ts';
import type { Day } from '#/platform/day.ts';

/** A unit as the tree shows it. */
export interface TreeRow {
  id: string;
  key: string;
  /** Where it lies today; who may see it is judged by that. */
  path: string;
  parentId: string | null;
  code: string;
  name: string;
  kind: string | null;
  type: string | null;
  state: 0 | 1 | 2;
  /** When it ends, or begins, where that is another day than the asked one. */
  changeOn: Day | null;
}

/** The units under the asked one on its day, the highest first, by their codes. */
export async function standingRows(frame: Frame): Promise<TreeRow[]> {
  const { table } = frame.facts;
  const day = sql`${frame.on}::date`;
  const { rows } = await sql<TreeRow>`
    select l.unit_id as id, s.label as key, s.path, p.parent_id, c.code, n.name, k.kind, k.type, 0 as state,
      upper(e.valid) as change_on
    from ${table('unitLine', 'l')}
    join unit_scope s on s.unit_id = l.unit_id
    join ${table('unitLife', 'e')} on e.unit_id = l.unit_id and ${isOn(sql`e.valid`, day)}
    join ${table('unitCode', 'c')} on c.unit_id = l.unit_id and ${isOn(sql`c.valid`, day)}
    join ${table('unitName', 'n')} on n.unit_id = l.unit_id and ${isOn(sql`n.valid`, day)}
    left join ${table('unitKind', 'k')} on k.unit_id = l.unit_id and ${isOn(sql`k.valid`, day)}
    left join ${table('unitParent', 'p')} on p.unit_id = l.unit_id and ${isOn(sql`p.valid`, day)}
    where l.ancestor_id = ${frame.unitId}::uuid and ${isOn(sql`l.valid`, day)}
    order by c.code`.execute(frame.tx);
  return rows;
}

/** Every other unit of the register: ended by the day, as it was at its end, or yet to begin, as it will begin. */
export async function otherRows(frame: Frame): Promise<TreeRow[]> {
  const { table } = frame.facts;
  const day = sql`${frame.on}::date`;
  const at = sql`case when lower(e.valid) > ${day} then lower(e.valid) else upper(e.valid) - 1 end`;
  const { rows } = await sql<TreeRow>`
    select e.unit_id as id, s.label as key, s.path, p.parent_id, c.code, n.name, k.kind, k.type,
      case when lower(e.valid) > ${day} then 2 else 1 end as state,
      case when lower(e.valid) > ${day} then lower(e.valid) else upper(e.valid) end as change_on
    from ${table('unitLife', 'e')}
    join unit_scope s on s.unit_id = e.unit_id
    join ${table('unitCode', 'c')} on c.unit_id = e.unit_id and ${isOn(sql`c.valid`, at)}
    join ${table('unitName', 'n')} on n.unit_id = e.unit_id and ${isOn(sql`n.valid`, at)}
    left join ${table('unitKind', 'k')} on k.unit_id = e.unit_id and ${isOn(sql`k.valid`, at)}
    left join ${table('unitParent', 'p')} on p.unit_id = e.unit_id and ${isOn(sql`p.valid`, at)}
    where not ${isOn(sql`e.valid`, day)}
    order by c.code`.execute(frame.tx);
  return rows;
}
