import { sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import type { ListEntry, NotCounted, TargetFigure } from './figure.ts';
import { type Frame, isOn } from './frame.ts';
import { parseDecimal, type Rational } from './rounding.ts';
import { unitLabels } from './unit-labels.ts';

/** A target in force, and the assignments it took the place of. */
export interface Target {
  value: Rational | null;
  measure: string | null;
  atLeast: boolean;
  list: ListEntry[];
  replaced: NotCounted[];
}

interface Assignment {
  id: string;
  actId: string;
  value: string;
  measure: string;
  atLeast: boolean;
  assignedOn: Day;
}

/** What was assigned to the asked unit itself and is in force on the asked (last) day: the latest assigned wins. */
export async function evaluateTarget(
  frame: Frame,
  figure: TargetFigure,
  args: Record<string, string>,
): Promise<Target> {
  const { rows } =
    await sql<Assignment>`select r.id, r.act_id, r.value::text as value, r.measure, r.at_least, r.assigned_on
    from (${figure.rows(frame.facts, args)}) r
    where r.unit_id = ${frame.unitId}::uuid and ${isOn(sql`r.valid`, sql`${frame.on}::date`)}
    order by r.assigned_on desc, r.act_id desc`.execute(frame.tx);
  const unit = (await unitLabels(frame.facts, [frame.unitId]))(frame.unitId, frame.on);
  const entries = rows.map((row) => ({ id: row.id, label: unit.name, unit, on: row.assignedOn, act: row.actId }));
  const [latest] = rows;
  return {
    value: latest === undefined ? null : parseDecimal(latest.value),
    measure: latest?.measure ?? null,
    atLeast: latest?.atLeast ?? false,
    list: entries.slice(0, 1),
    replaced: entries
      .slice(1)
      .map((entry) => ({ ...entry, why: `đã thay bằng chỉ tiêu giao ngày ${latest?.assignedOn}` })),
  };
}
