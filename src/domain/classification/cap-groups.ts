import { type RawBuilder, sql } from 'kysely';
import { grassrootsKinds } from '#/domain/units/api.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { Grades } from './cap.ts';

/** A group that a cap is judged in, with how it was graded for a year. */
export interface GradedGroup extends Grades {
  year: number;
  /** The grassroots organisation of members; the direct superior of organisations. */
  unitId: string;
  /** Organisations only: 'grassroots', or their kind. */
  level: string | null;
  /** An act of the asked batch that graded one of them. */
  actId: string | null;
}

/** Which groups: those that a batch graded for a year, or all from a year on. */
export type Asked = OfBatch | { since: number };
interface OfBatch {
  recordedAt: string;
  year: number;
}

const lastDay = sql`make_date(y.year, 12, 31)`;
const isGrassroots = sql`k.kind in (${sql.join(grassrootsKinds)})`;

const years = (asked: Asked, subjectKind: string, facts: FactSource): RawBuilder<unknown> =>
  'year' in asked
    ? sql`(values (${asked.year}::integer)) y (year)`
    : sql`(select distinct for_year as year from ${facts.table('classification', 'g')}
        where subject_kind = ${subjectKind} and level = 'excellent' and for_year >= ${asked.since}) y`;

const counts = sql`count(*) filter (where c.level = 'excellent') as excellent, count(*) filter (where c.level = 'good') as good,
    count(c.level) as classified, count(*) filter (where c.subject_id is null) as open`;

/** The acts of a batch that grade for the asked year, the first of the file first. */
const actsOf = (asked: OfBatch, kind: string) => sql`
    select a.id, a.body, row_number() over (order by (a.source->>'line')::integer, a.id) as place from act a
    where a.recorded_at = ${asked.recordedAt}::timestamptz and a.kind = ${kind} and (a.body->>'forYear')::integer = ${asked.year}`;

/**
 * Members by the grassroots organisation in which they stood on 31 December: where their grades count. The batch names
 * the groups it touched (by their lines up, once each), and these are then counted whole: one statement however many acts.
 */
export async function memberGroups(facts: FactSource, asked: Asked): Promise<GradedGroup[]> {
  const { table } = facts;
  const touched =
    'year' in asked
      ? sql`with touched as materialized (
          select l.ancestor_id as unit_id, (array_agg(a.id order by a.place))[1] as act_id
          from (${actsOf(asked, 'member.classified')}) a cross join ${years(asked, 'person', facts)}
          join ${table('standing', 's')} on s.person_id = (a.body->>'person')::uuid and s.valid @> ${lastDay}
          join ${table('unitLine', 'l')} on l.unit_id = s.unit_id and l.valid @> ${lastDay}
          join ${table('unitKind', 'k')} on k.unit_id = l.ancestor_id and k.valid @> ${lastDay} and ${isGrassroots}
          group by l.ancestor_id)`
      : sql``;
  const { rows } = await sql<GradedGroup>`${touched}
    select y.year, k.unit_id, null as level, ${'year' in asked ? sql`t.act_id` : sql`null`} as act_id, ${counts}
    from ${years(asked, 'person', facts)}
    join ${table('unitKind', 'k')} on k.valid @> ${lastDay} and ${isGrassroots}
    ${'year' in asked ? sql`join touched t on t.unit_id = k.unit_id` : sql``}
    join ${table('unitLine', 'l')} on l.ancestor_id = k.unit_id and l.valid @> ${lastDay}
    join ${table('standing', 's')} on s.unit_id = l.unit_id and s.valid @> ${lastDay}
    left join ${table('classification', 'c')} on c.subject_kind = 'person' and c.subject_id = s.person_id and c.for_year = y.year
    group by y.year, k.unit_id, 3, 4 having count(*) filter (where c.level = 'excellent') > 0
    order by y.year, k.unit_id`.execute(facts.db);
  return rows;
}

/** Organisations by their direct superior and level on 31 December. */
export async function unitGroups(facts: FactSource, asked: Asked): Promise<GradedGroup[]> {
  const { table } = facts;
  const level = sql`case when ${isGrassroots} then 'grassroots' else k.kind end`;
  const siblings = sql`
    select y.year, p.parent_id, ${level} as level, k.unit_id from ${years(asked, 'unit', facts)}
    join ${table('unitKind', 'k')} on k.valid @> ${lastDay}
    join ${table('unitParent', 'p')} on p.unit_id = k.unit_id and p.valid @> ${lastDay}`;
  const touched =
    'year' in asked
      ? sql`, touched as materialized (
          select s.parent_id, s.level, (array_agg(a.id order by a.place))[1] as act_id
          from (${actsOf(asked, 'unit.classified')}) a join sibling s on s.unit_id = (a.body->>'unit')::uuid
          group by s.parent_id, s.level)`
      : sql``;
  const { rows } = await sql<GradedGroup>`with sibling as (${siblings})${touched}
    select s.year, s.parent_id as unit_id, s.level, ${'year' in asked ? sql`t.act_id` : sql`null`} as act_id, ${counts}
    from sibling s
    ${'year' in asked ? sql`join touched t on t.parent_id = s.parent_id and t.level = s.level` : sql``}
    left join ${table('classification', 'c')} on c.subject_kind = 'unit' and c.subject_id = s.unit_id and c.for_year = s.year
    group by s.year, s.parent_id, s.level, 4 having count(*) filter (where c.level = 'excellent') > 0
    order by s.year, s.parent_id, s.level`.execute(facts.db);
  return rows;
}
