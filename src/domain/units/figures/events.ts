import { sql } from 'kysely';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { UnitKind } from '../contract.ts';

/** Which events of units a flow is about. */
export interface EventsAsked {
  events: readonly string[];
  /** Kinds before the event, and after it. */
  before?: readonly UnitKind[];
  after?: readonly UnitKind[];
  /** Kind of the unit as it was, or as it began. */
  kinds?: readonly UnitKind[] | undefined;
  zone?: string | undefined;
  /** A unit counts once, however often it happened. */
  once?: boolean;
}

/**
 * Events of units, each on its day. A unit that began, changed or was moved counts where it stands on that day. One that
 * ended stands nowhere then: it counts with the nearest superior of the eve that is still there, or else its successor.
 */
export function eventRows(facts: FactSource, asked: EventsAsked) {
  let rows = facts.db
    .selectFrom(facts.table('unitEvent', 'e'))
    .select([
      (asked.once === true ? sql<string>`e.unit_id::text` : sql<string>`e.act_id::text || '/' || e.unit_id`).as('id'),
      'e.unitId as subjectId',
      standsIn(facts).as('unitId'),
      'e.onDay as day',
      'e.actId',
    ])
    .where('e.event', 'in', asked.events);
  if (asked.before !== undefined) rows = rows.where('e.kindBefore', 'in', asked.before);
  if (asked.after !== undefined) rows = rows.where('e.kindAfter', 'in', asked.after);
  if (asked.kinds !== undefined)
    rows = rows.where((eb) => eb(eb.fn.coalesce('e.kindBefore', 'e.kindAfter'), 'in', asked.kinds ?? []));
  if (asked.zone !== undefined) rows = rows.where('e.zone', '=', asked.zone);
  return rows;
}

function standsIn(facts: FactSource) {
  return sql<string>`case
    when not exists (
      select from ${facts.table('unitLife', 'l')} where l.unit_id = e.unit_id and upper(l.valid) = e.on_day
    ) then e.unit_id
    else coalesce(
      (select a.ancestor_id from ${facts.table('unitLine', 'a')}
         join ${facts.table('unitLife', 'l')} on l.unit_id = a.ancestor_id and l.valid @> e.on_day
       where a.unit_id = e.unit_id and a.valid @> (e.on_day - 1)
       order by a.depth limit 1),
      (select l.successor_id from ${facts.table('unitLife', 'l')} where l.unit_id = e.unit_id),
      e.unit_id
    ) end`;
}
