import { sql } from 'kysely';
import type { Frame } from '#/kernel/figures/frame.ts';
import { isUnder, unitsUnder } from '#/kernel/figures/units-under.ts';
import type { Period } from '../period.ts';

/** The contests that the unit, or one under it, entered in the period or declared entries of: their figures need the name. */
export async function contestsIn(frame: Frame, { from, to }: Period): Promise<string[]> {
  const { table } = frame.facts;
  const under = await unitsUnder(frame, from, to);
  const { rows } = await sql<{ contest: string }>`
    select e.contest from ${table('contestEntry', 'e')}
    where e.on_day between ${from}::date and ${to}::date and ${isUnder(sql`e.unit_id`, under)}
    union
    select d.args ->> 'contest' from ${table('declaredCount', 'd')}
    where d.figure = 'contest-entries' and d.valid && daterange(${from}::date, ${to}::date, '[]')
      and ${isUnder(sql`d.unit_id`, under)}
    order by 1`.execute(frame.tx);
  return rows.map(({ contest }) => contest);
}
