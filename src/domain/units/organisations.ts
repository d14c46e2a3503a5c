import { type RawBuilder, sql } from 'kysely';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { grassrootsKinds } from './contract.ts';

const kinds = sql.join(grassrootsKinds.map((kind) => sql.lit(kind)));

/**
 * The type (row of Form 5) of the nearest grassroots organisation of every unit, with the days on which it is one of the
 * asked: unit_id, valid. [null] asks for the days on which there is none, or one without a type.
 */
export function organisationTypes(facts: FactSource, asked: readonly (string | null)[]): RawBuilder<unknown> {
  // One that has another between it and the unit is not the unit's own on the days of that other.
  const nearer = sql`(select range_agg(o.valid * m.valid) from ${facts.table('unitLine', 'o')}
    join ${facts.table('unitKind', 'm')} on m.unit_id = o.ancestor_id and m.kind in (${kinds})
    where o.unit_id = l.unit_id and o.depth < l.depth and o.valid && l.valid and m.valid && o.valid)`;
  const typed = (condition: RawBuilder<unknown>) => sql`
    select l.unit_id, unnest(datemultirange(l.valid * k.valid) - coalesce(${nearer}, '{}')) as valid
    from ${facts.table('unitLine', 'l')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = l.ancestor_id and k.kind in (${kinds}) and k.valid && l.valid
    where ${condition}`;
  if (!asked.includes(null)) return sql`(${typed(sql`k.type in (${sql.join(asked.map((type) => sql.lit(type)))})`)})`;
  return sql`(
    select u.unit_id, unnest(datemultirange(u.valid) - coalesce(range_agg(y.valid), '{}')) as valid
    from ${facts.table('unitLife', 'u')} left join (${typed(sql`k.type is not null`)}) y on y.unit_id = u.unit_id
    group by u.unit_id, u.valid)`;
}

/**
 * The same as on one day, every type at once: unit_id, type; a unit without an organisation is not in it. Of one unit, or of
 * all: then the lines of the day come first, in one scan, or the planner looks for each organisation's by an index of ranges
 * (0.6 ms each).
 */
export function organisationTypesOn(
  facts: FactSource,
  on: RawBuilder<unknown>,
  unitId?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const lines = sql`select l.unit_id, l.ancestor_id, l.depth from ${facts.table('unitLine', 'l')}`;
  const some = unitId === undefined ? sql`offset 0` : sql`and l.unit_id = ${unitId}`;
  return sql`(
    select distinct on (l.unit_id) l.unit_id, k.type
    from (${lines} where ${isOn(sql`l.valid`, on)} ${some}) l
    join ${facts.table('unitKind', 'k')} on k.unit_id = l.ancestor_id and k.kind in (${kinds}) and ${isOn(sql`k.valid`, on)}
    order by l.unit_id, l.depth)`;
}
