import { type RawBuilder, sql } from 'kysely';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { Period } from '../period.ts';

/**
 * A table expression `own` (unit_id, valid): the days on which a unit is the asked one or lies under it. One row for
 * each unbroken span, whatever the depth, so that a superior that ends in between moves nobody.
 */
export function ownUnits({ facts, unitId }: Frame): RawBuilder<unknown> {
  return sql`own as materialized (
    select l.unit_id, unnest(range_agg(l.valid)) as valid from ${facts.table('unitLine', 'l')}
    where l.ancestor_id = ${unitId}::uuid group by l.unit_id
  )`;
}

/**
 * Two more of the same shape: `nearer`, what lies under a superior of the asked unit below the province, and `province`,
 * what lies under one from the province up.
 */
export function superiorUnits({ facts, unitId }: Frame): RawBuilder<unknown> {
  const under = (kinds: RawBuilder<unknown>) => sql`
    select o.unit_id, unnest(range_agg(o.valid * u.valid * k.valid)) as valid
    from ${facts.table('unitLine', 'u')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = u.ancestor_id and k.valid && u.valid and ${kinds}
    join ${facts.table('unitLine', 'o')} on o.ancestor_id = u.ancestor_id and o.valid && u.valid * k.valid
    where u.unit_id = ${unitId}::uuid and u.depth > 0
    group by o.unit_id`;
  return sql`
    nearer as materialized (${under(sql`k.kind not in ('provincial', 'central')`)}),
    province as materialized (${under(sql`k.kind in ('provincial', 'central')`)})`;
}

/** True on a day of one of the periods. */
export function isWithin(day: RawBuilder<unknown>, periods: readonly Period[]): RawBuilder<boolean> {
  const each = periods.map(({ from, to }) => sql`${day} between ${from}::date and ${to}::date`);
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}
