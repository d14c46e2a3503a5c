import { type RawBuilder, sql } from 'kysely';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { CellMeeting } from './contract.ts';

/** A meeting of a cell beside those who live in the cell on its day. */
export interface Attendance extends CellMeeting {
  members: number;
  /** Exempt, away for a time or suspended: each person once. */
  leftOut: number;
  /** Members of other units who live with this one for a time. */
  guests: number;
}

/**
 * Counted in one pass over the days of the cells: who comes and goes is a step up or down, and a running sum tells how
 * many there are on the day of a meeting. Each meeting joined with its members would be a province's members twelve
 * times over.
 */
export async function attendanceOf(facts: FactSource, meetings: readonly CellMeeting[]): Promise<Attendance[]> {
  const { db, table } = facts;
  const here = isOneOf([...new Set(meetings.map(({ unitId }) => unitId))]);
  const column = (key: keyof CellMeeting) => meetings.map((meeting) => meeting[key]);
  const { rows } = await sql<Attendance>`
    with absent as (
      select person_id, unit_id, unnest(range_agg(valid)) as valid from (
        select x.person_id, x.unit_id, x.valid from ${table('exemption', 'x')} where ${here(sql`x.unit_id`)}
        union all select x.person_id, x.unit_id, x.valid from ${table('suspension', 'x')} where ${here(sql`x.unit_id`)}
        union all select x.person_id, x.unit_id, x.valid from ${table('temporaryStay', 'x')} where ${here(sql`x.unit_id`)}
      ) a group by person_id, unit_id
    ),
    spell as (
      select s.unit_id, s.valid, 1 as member, 0 as absent, 0 as guest from ${table('standing', 's')} where ${here(sql`s.unit_id`)}
      union all select unit_id, valid, 0, 1, 0 from absent
      union all select t.host_unit_id, t.valid, 0, 0, 1 from ${table('temporaryStay', 't')} where ${here(sql`t.host_unit_id`)}
    ),
    step as (
      select unit_id, lower(valid) as day, member, absent, guest, null::uuid as act_id, null::integer as convened from spell
      union all select unit_id, upper(valid), -member, -absent, -guest, null, null from spell where not upper_inf(valid)
      union all select m.unit_id, m.day, 0, 0, 0, m.act_id, m.convened
        from unnest(${column('unitId')}::uuid[], ${column('day')}::date[], ${column('actId')}::uuid[], ${column('convened')}::integer[])
          m (unit_id, day, act_id, convened)
    ),
    running as (
      select unit_id, act_id, day, convened, sum(member) over w as members, sum(absent) over w as left_out, sum(guest) over w as guests
      from step window w as (partition by unit_id order by day)
    )
    select unit_id, act_id, day, convened, members, left_out, guests from running where act_id is not null
    order by day, act_id`.execute(db);
  return rows;
}

/** A semi-join over an array, or an equation: row-level security keeps other conditions from the indexes. */
export function isOneOf(ids: readonly string[]): (column: RawBuilder<unknown>) => RawBuilder<boolean> {
  if (ids.length === 1) return (column) => sql<boolean>`${column} = ${ids[0]}::uuid`;
  return (column) => sql<boolean>`${column} in (select unnest(${[...ids]}::uuid[]))`;
}
