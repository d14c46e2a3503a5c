import { type RawBuilder, sql } from 'kysely';
import type { FlowRow, StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { MemberEvent } from '../tracks.ts';

export type Considered<Row> = Row & { why: string };

/** Which unit of an event counts it: the one it concerns, or the one it led from or to. */
export type EventPlace = 'unitId' | 'fromUnitId' | 'toUnitId';

/** An act about a member is about that one only, so its id tells one occurrence from another. */
export function eventRows(facts: FactSource, events: readonly MemberEvent[], place: EventPlace = 'unitId') {
  return facts.db
    .selectFrom(facts.table('memberEvent', 'e'))
    .select(['e.actId as id', 'e.personId as subjectId', `e.${place} as unitId`, 'e.onDay as day', 'e.actId as actId'])
    .where('e.event', 'in', events);
}

/** Events that lead from one unit to another, with the other end: where the member came from, or went. */
export function crossingRows(facts: FactSource, events: readonly MemberEvent[], place: 'fromUnitId' | 'toUnitId') {
  const outer = place === 'toUnitId' ? 'fromUnitId' : 'toUnitId';
  return eventRows(facts, events, place).select(`e.${outer} as outerUnitId`);
}

/** Members as they stand, each on the days of one spell. */
export function standingRows(facts: FactSource) {
  return facts.db
    .selectFrom(facts.table('standing', 's'))
    .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 's.valid', 's.actId']);
}

/** The days that two spells share; a rule asks `overlaps` first, for an empty range is no spell. */
export function sharedDays(a: string, b: string): RawBuilder<string> {
  return sql<string>`${sql.ref(a)} * ${sql.ref(b)}`;
}

export function overlaps(a: string, b: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(a)} && ${sql.ref(b)}`;
}

/** A day as people write it, inside a reason. */
export function shownDay(day: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`to_char(${day}, 'DD/MM/YYYY')`;
}

/** Rows of a query written out in SQL. */
export function flow(query: RawBuilder<unknown>): RawBuilder<FlowRow> {
  return sql<FlowRow>`(${query})`;
}

export function stock(query: RawBuilder<unknown>): RawBuilder<StockRow> {
  return sql<StockRow>`(${query})`;
}

export function consideredFlow(query: RawBuilder<unknown>): RawBuilder<Considered<FlowRow>> {
  return sql<Considered<FlowRow>>`(${query})`;
}

export function consideredStock(query: RawBuilder<unknown>): RawBuilder<Considered<StockRow>> {
  return sql<Considered<StockRow>>`(${query})`;
}
