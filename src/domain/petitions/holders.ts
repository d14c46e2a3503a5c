import { type RawBuilder, sql } from 'kysely';
import type { FactSource } from '#/kernel/figures/source.ts';

/**
 * Who has to deal with what a unit received, by spells of days: the unit itself, then its successor, or its last superior
 * where it left none, and so on. Columns: root_id (the unit that received), unit_id, valid.
 */
export function holders(facts: FactSource): RawBuilder<unknown> {
  const { table } = facts;
  // A chain of successors is short; the limit only keeps a broken one from running for ever.
  return sql`
    with recursive heir as (
      select l.unit_id, lower(l.valid) as from_day, upper(l.valid) as to_day, coalesce(l.successor_id, u.parent_id) as next_id
      from ${table('unitLife', 'l')}
      left join ${table('unitParent', 'u')} on u.unit_id = l.unit_id and upper(u.valid) = upper(l.valid)
    ), holder as (
      select h.unit_id as root_id, h.unit_id, h.from_day, h.to_day, h.next_id, 0 as depth
      from heir h where h.unit_id in (select p.unit_id from ${table('petition', 'p')})
      union all
      select o.root_id, h.unit_id, greatest(h.from_day, o.to_day), h.to_day, h.next_id, o.depth + 1
      from holder o join heir h on h.unit_id = o.next_id
      where o.to_day is not null and o.depth < 50
    )
    select root_id, unit_id, daterange(from_day, to_day) as valid from holder
    where to_day is null or from_day < to_day`;
}

/**
 * The day by which a petition shall be settled: the one its act names, or so many working days (Monday to Friday, public
 * holidays not taken out) after its receipt by the rule of that day; null where there is none, as for an anonymous letter.
 */
export function dueOn(facts: FactSource): RawBuilder<unknown> {
  const { table } = facts;
  const days = sql`(
    select (r.value -> p.sort ->> case when k.kind = 'central' then 'central' else 'days' end)::integer
    from ${table('rule', 'r')}
    left join ${table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid @> p.on_day
    where r.key = 'petition.deadline.days' and r.valid @> p.on_day)`;
  return sql`case when p.anonymous then p.due_on else coalesce(p.due_on, (
    select d.base + d.days / 5 * 7 + d.days % 5 + case when extract(isodow from d.base)::integer + d.days % 5 > 5 then 2 else 0 end
    from (select ${days} as days, p.on_day - greatest(extract(isodow from p.on_day)::integer - 5, 0) as base) d)) end`;
}
