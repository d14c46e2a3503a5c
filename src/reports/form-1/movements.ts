import { type RawBuilder, sql } from 'kysely';
import type { Frame } from '#/kernel/figures/frame.ts';
import { unitsUnder } from '#/kernel/figures/units-under.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Period } from '../period.ts';
import { isWithin, ownUnits, superiorUnits } from './membership.ts';
import { registrations } from './registrations.ts';

/** One member who came to stand under the asked unit, or ceased to. The unit is where the member came to, or left. */
export interface Movement {
  personId: string;
  day: Day;
  line: string;
  unitId: string | null;
  /** Null where the tree moved and not the member. */
  actId: string | null;
}

// Events that lead a member from a standing to another; registrations apart, for an opening balance has very many.
const leading = sql`('admitted', 'readmitted', 'transferred', 'letter-issued', 'received', 'transfer-cancelled',
  'restored', 'died', 'expelled', 'name-removed', 'left', 'assigned')`;

/** The line of Form 1 that an entry (sign 1) or an exit (sign -1) belongs to; c, b, a by the nearest common superior of both ends. */
const lineOf = sql`case
  when c.event in ('transferred', 'letter-issued', 'received', 'transfer-cancelled') then
    case when c.sign > 0 then 'B2' else 'C5' end || case
      when c.place_kind is not null or c.outer_id is null then 'a' when n.unit_id is not null then 'c' when p.unit_id is not null then 'b' else 'a' end
  when c.event in ('admitted', 'readmitted') then 'B1'
  when c.event = 'restored' then 'B3'
  when c.event = 'died' then 'C1'
  when c.event = 'expelled' then 'C2'
  when c.event = 'name-removed' then case when c.was_probationary then 'C3-probationary' else 'C3-official' end
  when c.event = 'left' then 'C4'
  when c.sign > 0 then 'B4' else 'C6' end`;

/**
 * All movements across the boundary of the asked unit in the periods except registrations: one row for each entry and
 * each exit.
 *
 * Every event of a member moves from → to, judged by the tree of its day: it is an entry where only `to` lies under the
 * unit, an exit where only `from` does. What these do not explain of the change from one day to the next is what the
 * tree did (B4, C6); so opening + entries − exits is the closing number for any facts whatever.
 *
 * `registered` are the days on which somebody was registered into the unit. A registration and the standing that begins
 * by it cancel each other, so both are left out, except for persons to whom something else happened on that day.
 * 'each' leaves out nobody: the same rows for sound facts, slower by the whole opening balance.
 */
export async function movements(
  frame: Frame,
  periods: readonly Period[],
  registered: readonly Day[] | 'each',
): Promise<RawBuilder<Movement>> {
  const { table } = frame.facts;
  const within = (day: RawBuilder<unknown>) => isWithin(day, periods);
  const each = registered === 'each';
  const days = periods.flatMap(({ from, to }) => [addDays(from, -1), to]).toSorted();
  const units = await ownUnitsAsArray(frame, days[0] as Day, days.at(-1) as Day);
  return sql<Movement>`(
    with ${ownUnits(frame)}, ${superiorUnits(frame)},
    touched as materialized (
      select s.person_id, lower(s.valid * t.valid) as began, upper(s.valid * t.valid) as ended,
             s.entry = 'registered' and lower(s.valid * t.valid) = lower(s.valid) as by_registration
      from ${table('standing', 's')} join own t on t.unit_id = s.unit_id and t.valid && s.valid
      where ${units === null ? sql`true` : sql`s.unit_id = any(${units}::uuid[])`} and (
        ${within(sql`lower(s.valid)`)} ${each ? sql`` : sql`and s.entry <> 'registered'`}
        or ${within(sql`upper(s.valid)`)}
        or s.unit_id in (select unit_id from own where ${within(sql`lower(valid)`)} or ${within(sql`upper(valid)`)}))
    ),
    crossing as materialized (
      select e.person_id, e.on_day as day, e.event, e.act_id, e.place_kind, e.was_probationary,
             case when t.unit_id is null then -1 else 1 end as sign,
             case when t.unit_id is null then e.from_unit_id else e.to_unit_id end as inner_id,
             case when t.unit_id is null then e.to_unit_id else e.from_unit_id end as outer_id
      from ${table('memberEvent', 'e')}
      left join own t on t.unit_id = e.to_unit_id and t.valid @> e.on_day
      left join own f on f.unit_id = e.from_unit_id and f.valid @> e.on_day
      where e.event in ${leading} and ${within(sql`e.on_day`)} and (t.unit_id is null) <> (f.unit_id is null)
    ),
    change as (
      select person_id, began as day, 1 as sign from touched
      where ${within(sql`began`)} ${each ? sql`` : sql`and not by_registration`}
      union all
      select person_id, ended, -1 from touched where ${within(sql`ended`)}
      union all
      select person_id, day, -sign from crossing
      ${each ? sql`union all select person_id, day, -1 from ${registrations(frame, periods)} r` : mixedChanges(frame, registered)}
    ),
    residual as (
      select person_id, day, sum(sign)::integer as sign from change group by person_id, day having sum(sign) <> 0
    )
    select c.person_id, c.day, ${lineOf} as line, c.inner_id as unit_id, c.act_id
    from crossing c
    left join nearer n on n.unit_id = c.outer_id and n.valid @> c.day
    left join province p on p.unit_id = c.outer_id and p.valid @> c.day
    union all
    select r.person_id, r.day, case when r.sign > 0 then 'B4' else 'C6' end, null, null
    from residual r, generate_series(1, abs(r.sign))
  )`;
}

const FEW = 1000;
const ID_LENGTH = 37;

/**
 * The units as the text of an array, where they are few: with it in hand the planner takes the index. Null where they
 * are many: it would then still walk the index, 13,000 times (160 ms more than the one scan of a province).
 */
async function ownUnitsAsArray(frame: Frame, from: Day, to: Day): Promise<string | null> {
  const { all } = await unitsUnder(frame, from, to);
  return all.length > FEW * ID_LENGTH ? null : all;
}

/** The registrations of persons to whom something else happened on that day, and the standings that they began. */
function mixedChanges({ facts: { table } }: Frame, days: readonly Day[]): RawBuilder<unknown> {
  if (days.length === 0) return sql``;
  const on = sql`any(${[...days]}::date[])`;
  // Of the other events only recognition changes a standing; named one by one, so that the index serves.
  const others = sql`
    select o.person_id from ${table('memberEvent', 'o')}
    where (o.event in ${leading} or o.event = 'recognised') and o.on_day = ${on}`;
  const mixed = sql`
    select r.person_id, r.on_day as day, r.to_unit_id from ${table('memberEvent', 'r')}
    where r.event = 'registered' and r.on_day = ${on} and r.person_id = any(array(${others}))`;
  return sql`
    union all
    select m.person_id, m.day, -1 from (${mixed}) m join own t on t.unit_id = m.to_unit_id and t.valid @> m.day
    union all
    select m.person_id, m.day, 1 from (${mixed}) m
    join ${table('standing', 's')} on s.person_id = m.person_id and s.entry = 'registered' and lower(s.valid) = m.day
    join own t on t.unit_id = s.unit_id and t.valid @> m.day`;
}
