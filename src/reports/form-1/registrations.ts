import { type RawBuilder, sql } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { isTallied } from '#/kernel/figures/evaluate.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { Day } from '#/platform/day.ts';
import type { Period } from '../period.ts';
import { isWithin, ownUnits } from './membership.ts';
import type { Movement } from './movements.ts';

/**
 * Members registered into the asked unit in the periods, one row each. Apart from the other movements, because an
 * opening balance is as large as the register itself.
 */
export function registrations(frame: Frame, periods: readonly Period[]): RawBuilder<Movement> {
  return sql<Movement>`(
    with ${ownUnits(frame)}
    select e.person_id, e.on_day as day, 'B5' as line, e.to_unit_id as unit_id, e.act_id
    from ${frame.facts.table('memberEvent', 'e')} join own t on t.unit_id = e.to_unit_id and t.valid @> e.on_day
    where e.event = 'registered' and ${isWithin(sql`e.on_day`, periods)}
  )`;
}

/** How many were registered, by day, earliest first. From the tallies of `registrations`, or from the rows. */
export async function registrationDays(
  frame: Frame,
  catalogue: Catalogue,
  periods: readonly Period[],
): Promise<{ day: Day; count: number }[]> {
  const { tx, unitId } = frame;
  const figure = catalogue.get('registrations') as CountFigure;
  const rows = isTallied(frame, figure)
    ? sql`select day, change as count from tally
        where unit_id = ${unitId}::uuid and figure = ${figure.name} and ${isWithin(sql`day`, periods)}`
    : sql`select r.day, count(*) as count from ${registrations(frame, periods)} r group by r.day`;
  const counted = await sql<{ day: Day; count: number }>`${rows} order by day`.execute(tx);
  return counted.rows;
}

/**
 * The opening day of the register that holds the asked unit, if it is one of these days of registration: the first on
 * which anybody was registered in the whole tree that the unit then belonged to (its outermost superior and all below).
 * Trees that came together later keep their own opening days, and so does a tenant that is merged into another.
 */
export async function openingDay(frame: Frame, days: readonly Day[]): Promise<Day | null> {
  const first = days[0];
  if (first === undefined) return null;
  const { table } = frame.facts;
  const { rows } = await sql`
    select from ${table('memberEvent', 'e')}
    join ${table('unitLine', 'l')} on l.unit_id = e.to_unit_id and l.valid @> e.on_day
    where e.event = 'registered' and e.on_day < ${first}::date and l.ancestor_id = (
      select o.ancestor_id from ${table('unitLine', 'o')}
      where o.unit_id = ${frame.unitId}::uuid and o.valid @> ${first}::date order by o.depth desc limit 1)
    limit 1`.execute(frame.tx);
  return rows.length === 0 ? first : null;
}
