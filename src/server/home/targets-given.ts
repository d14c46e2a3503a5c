import { sql } from 'kysely';
import { type Frame, isOn } from '#/kernel/figures/frame.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { addDays, type Day } from '#/platform/day.ts';

/** A target in force on the day, of the unit or of one right under it. */
export interface GivenTarget {
  unitId: string;
  figure: string;
  args: Record<string, string>;
  value: number;
  measure: string;
  atLeast: boolean;
  from: Day;
  to: Day;
}

/**
 * Of the unit and its direct subordinates, in force on the day: of each goal the assignment of the shortest period, and of
 * several for it the latest, as the figure `target` has it.
 */
export async function targetsGiven(frame: Frame): Promise<GivenTarget[]> {
  const { table } = frame.facts;
  const on = sql`${frame.on}::date`;
  const { rows } = await sql<GivenTarget & { end: Day }>`
    select distinct on (t.unit_id, t.figure, t.args)
      t.unit_id, t.figure, t.args, t.value::float8 as value, t.measure, t.at_least, lower(t.valid) as from, upper(t.valid) as end
    from ${table('target', 't')}
    where ${isOn(sql`t.valid`, on)} and (t.assigned_on <= ${on} or not t.assigned_on <@ t.valid)
      and (t.cancelled_on is null or t.cancelled_on > ${on} and t.cancelled_on <@ t.valid)
      and (t.unit_id = ${frame.unitId}::uuid or t.unit_id in (
        select p.unit_id from ${table('unitParent', 'p')} where p.parent_id = ${frame.unitId}::uuid and ${isOn(sql`p.valid`, on)}))
    order by t.unit_id, t.figure, t.args, upper(t.valid) - lower(t.valid), t.assigned_on desc, t.act_id desc`.execute(
    frame.tx,
  );
  return rows.map(({ end, ...row }) => ({ ...row, to: addDays(end, -1) }));
}

/** The target of a figure over a span that begins with the target's own. */
export function targetFor(
  targets: readonly GivenTarget[],
  { unitId, figure, args, on }: { unitId: string; figure: string; args: Record<string, string>; on: Day },
): GivenTarget | null {
  const found = targets.find(
    (one) =>
      one.unitId === unitId &&
      one.figure === figure &&
      canonicalJson(one.args) === canonicalJson(args) &&
      one.from === `${on.slice(0, 4)}-01-01`,
  );
  return found ?? null;
}
