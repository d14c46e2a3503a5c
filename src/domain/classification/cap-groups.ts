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
const actsOf = ({ recordedAt, year }: OfBatch, kind: string, subject: string) => sql`(
      select a.id, (a.body->>${subject})::uuid as subject_id, row_number() over (order by (a.source->>'line')::integer, a.id) as place
      from act a
      where a.recorded_at = ${recordedAt}::timestamptz and a.kind = ${kind} and (a.body->>'forYear')::integer = ${year})`;

const firstAct = sql`(array_agg(a.id order by a.place))[1] as act_id`;

/**
 * Members by the grassroots organisation in which they stood on 31 December: where their grades count. The batch names
 * the groups it touched, and these are then counted whole: one statement however many acts. Where somebody stood is
 * looked up act by act (`lateral … limit 1`): of a batch not yet committed the planner knows nothing, takes 60,000 acts
 * for one and compares each with everybody (8,000 grades took 90 s; 60,000 take one so).
 */
export async function memberGroups(facts: FactSource, asked: Asked): Promise<GradedGroup[]> {
  const { table } = facts;
  const touched = (batch: OfBatch) => sql`with place as materialized (
      select s.unit_id, ${firstAct}, min(a.place) as place, ${batch.year}::integer as year
      from ${actsOf(batch, 'member.classified', 'person')} a
      cross join lateral (select s.unit_id from ${table('standing', 's')}
        where s.person_id = a.subject_id and s.valid @> make_date(${batch.year}, 12, 31) limit 1) s
      group by s.unit_id
    ), touched as materialized (
      select l.ancestor_id as unit_id, (array_agg(y.act_id order by y.place))[1] as act_id
      from place y
      join ${table('unitLine', 'l')} on l.unit_id = y.unit_id and l.valid @> ${lastDay}
      join ${table('unitKind', 'k')} on k.unit_id = l.ancestor_id and k.valid @> ${lastDay} and ${isGrassroots}
      group by l.ancestor_id)`;
  const { rows } = await sql<GradedGroup>`${'year' in asked ? touched(asked) : sql``}
    select y.year, k.unit_id, null as level, ${'year' in asked ? sql`t.act_id` : sql`null`} as act_id, ${counts}
    from ${years(asked, 'person', facts)}
    join ${table('unitKind', 'k')} on k.valid @> ${lastDay} and ${isGrassroots}
    ${'year' in asked ? sql`join touched t on t.unit_id = k.unit_id` : sql``}
    join ${table('unitLine', 'l')} on l.ancestor_id = k.unit_id and l.valid @> ${lastDay}
    join ${table('standing', 's')} on s.unit_id = l.unit_id and s.valid @> ${lastDay}
    left join ${table('classification', 'c')} on c.subject_kind = 'person' and c.subject_id = s.person_id and c.for_year = y.year
    group by y.year, k.unit_id, 3, 4 having count(*) filter (where c.level = 'excellent') > 0`.execute(facts.db);
  return rows;
}

/** Organisations by their direct superior and level on 31 December. */
export async function unitGroups(facts: FactSource, asked: Asked): Promise<GradedGroup[]> {
  const { table } = facts;
  const level = sql`case when ${isGrassroots} then 'grassroots' else k.kind end`;
  const touched = (batch: OfBatch) => sql`with touched as materialized (
      select u.parent_id, u.level, ${firstAct}
      from ${actsOf(batch, 'unit.classified', 'unit')} a cross join ${years(asked, 'unit', facts)}
      cross join lateral (select p.parent_id, ${level} as level from ${table('unitParent', 'p')}
        join ${table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid @> ${lastDay}
        where p.unit_id = a.subject_id and p.valid @> ${lastDay} limit 1) u
      group by u.parent_id, u.level)`;
  const { rows } = await sql<GradedGroup>`${'year' in asked ? touched(asked) : sql``}
    select y.year, p.parent_id as unit_id, ${level} as level, ${'year' in asked ? sql`t.act_id` : sql`null`} as act_id, ${counts}
    from ${years(asked, 'unit', facts)}
    join ${table('unitParent', 'p')} on p.valid @> ${lastDay}
    join ${table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid @> ${lastDay}
    ${'year' in asked ? sql`join touched t on t.parent_id = p.parent_id and t.level = ${level}` : sql``}
    left join ${table('classification', 'c')} on c.subject_kind = 'unit' and c.subject_id = p.unit_id and c.for_year = y.year
    group by y.year, p.parent_id, 3, 4 having count(*) filter (where c.level = 'excellent') > 0`.execute(facts.db);
  return rows;
}
