import { type RawBuilder, sql } from 'kysely';
import type { Amount, FlowRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { prizeLabels } from './contract.ts';

export function courseRows(facts: FactSource, { course }: { course?: string }) {
  const rows = facts.db
    .selectFrom(facts.table('course', 'c'))
    .select(['c.actId as id', 'c.unitId as subjectId', 'c.unitId as unitId', 'c.onDay as day', 'c.actId as actId']);
  return course === undefined ? rows : rows.where('c.course', '=', course);
}

/** All who took part: of them nobody is named. */
export function participants(facts: FactSource, { course = null }: { course?: string | null }): RawBuilder<Amount> {
  return sql<Amount>`(
    select c.unit_id, c.act_id, c.on_day as day, c.participants as amount from ${facts.table('course', 'c')}
    where ${course}::text is null or c.course = ${course}
  )`;
}

export function certificateRows(facts: FactSource, { course }: { course?: string }) {
  const rows = facts.db
    .selectFrom(facts.table('certificate', 'c'))
    .select(['c.actId as id', 'c.personId as subjectId', 'c.unitId as unitId', 'c.onDay as day', 'c.actId as actId']);
  return course === undefined ? rows : rows.where('c.course', '=', course);
}

export function sessionRows(facts: FactSource) {
  return facts.db
    .selectFrom(facts.table('studySession', 's'))
    .select(['s.actId as id', 's.unitId as subjectId', 's.unitId as unitId', 's.onDay as day', 's.actId as actId']);
}

export function headsOf(facts: FactSource, which: 'present' | 'convened'): RawBuilder<Amount> {
  return sql<Amount>`(
    select s.unit_id, s.act_id, s.on_day as day, ${sql.ref(`s.${which}`)} as amount from ${facts.table('studySession', 's')}
  )`;
}

/** Entries of a contest, with what they won. */
export function entryRows(
  facts: FactSource,
  contest: string | undefined,
  condition: RawBuilder<unknown> = sql`true`,
): RawBuilder<FlowRow & { why: string }> {
  const labels = JSON.stringify(Object.fromEntries(Object.entries(prizeLabels).map(([prize, { vi }]) => [prize, vi])));
  return sql<FlowRow & { why: string }>`(
    select e.act_id as id, e.subject_id, e.unit_id, e.on_day as day, e.act_id,
      coalesce('đạt giải ' || (${labels}::jsonb->>e.prize), 'không đạt giải') as why
    from ${facts.table('contestEntry', 'e')} where e.contest = ${contest} and ${condition}
  )`;
}
