import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#/platform/day.ts';
import { parseRange } from '../facts/table.ts';
import type { ListEntry, NotCounted, TargetFigure, TargetRow } from './figure.ts';
import { type Frame, isOn } from './frame.ts';
import { parseDecimal, plus, type Rational } from './rounding.ts';
import { type UnitLabel, unitLabels } from './unit-labels.ts';

/** A target in force (or the sum of several), and the assignments that do not hold. */
export interface Target {
  value: Rational | null;
  measure: string | null;
  atLeast: boolean;
  list: ListEntry[];
  replaced: NotCounted[];
}

type Assignment = TargetRow & { value: string; inForce: boolean };

/** What was given to the asked unit, or to each of its direct subordinates, and is in force on the asked (last) day. */
export async function evaluateTarget(
  frame: Frame,
  figure: TargetFigure,
  args: Record<string, string>,
): Promise<Target> {
  const assignments = await assignmentsOn(frame, figure, args);
  const byUnit = Map.groupBy(assignments, ({ unitId }) => unitId as string);
  const labelOf = await unitLabels(frame.facts, [...byUnit.keys()]);
  const target: Target = { value: null, measure: null, atLeast: false, list: [], replaced: [] };
  for (const [unitId, given] of byUnit) {
    const unit = labelOf(unitId, frame.on);
    const winner = given.find(({ inForce }) => inForce);
    // Shares of different wholes do not add up to a share.
    const isSummed = winner !== undefined && (figure.over === 'own' || winner.measure !== 'percent');
    if (isSummed) add(target, winner, unit);
    for (const one of given)
      if (!isSummed || one !== winner) target.replaced.push({ ...entryOf(one, unit), why: whyNot(one, winner) });
  }
  target.list.sort((a, b) => ((a.unit?.code ?? '') < (b.unit?.code ?? '') ? -1 : 1));
  return target;
}

function add(target: Target, winner: Assignment, unit: UnitLabel): void {
  const value = parseDecimal(winner.value);
  target.value = target.value === null ? value : plus(target.value, value);
  target.measure = winner.measure;
  // At least 5 and exactly 3 are at least 8.
  target.atLeast ||= winner.atLeast;
  target.list.push(entryOf(winner, unit));
}

/** All whose period contains the last day and that were given by then, cancelled or not; of each unit those that go before come first. */
async function assignmentsOn(
  frame: Frame,
  figure: TargetFigure,
  args: Record<string, string>,
): Promise<readonly Assignment[]> {
  const on = sql`${frame.on}::date`;
  const asked = sql`daterange(${frame.from ?? frame.on}::date, ${frame.on}::date, '[]')`;
  const { rows } = await sql<Assignment>`
    select r.id, r.act_id, r.unit_id, r.value::text as value, r.measure, r.at_least, r.assigned_on, r.period::text as period,
      r.cancelled_on, ${isOn(sql`r.valid`, on)} as in_force
    from (${figure.rows(frame.facts, args)}) r
    where ${isAsked(frame, figure)} and ${isOn(sql`r.period`, on)}
      and (${isOn(sql`r.valid`, on)} or r.cancelled_on is not null and (r.assigned_on <= ${on} or not r.assigned_on <@ r.period))
    order by r.unit_id, r.period = ${asked} desc, upper(r.period) - lower(r.period), r.assigned_on desc, r.act_id desc`.execute(
    frame.tx,
  );
  return rows;
}

function isAsked(frame: Frame, figure: TargetFigure): RawBuilder<unknown> {
  if (figure.over === 'own') return sql`r.unit_id = ${frame.unitId}::uuid`;
  return sql`r.unit_id in (select p.unit_id from ${frame.facts.table('unitParent', 'p')}
    where p.parent_id = ${frame.unitId}::uuid and ${isOn(sql`p.valid`, sql`${frame.on}::date`)})`;
}

function entryOf(row: Assignment, unit: UnitLabel): ListEntry {
  return { id: row.id, label: unit.name, unit, on: row.assignedOn, act: row.actId, value: Number(row.value) };
}

function whyNot(row: Assignment, winner: Assignment | undefined): string {
  if (!row.inForce) return `đã hủy từ ngày ${dayText(row.cancelledOn)}`;
  if (row === winner) return 'chỉ tiêu theo tỷ lệ không cộng được';
  if (row.period === winner?.period) return `đã thay bằng chỉ tiêu giao ngày ${dayText(winner.assignedOn)}`;
  const { from, to } = parseRange(row.period);
  return `chỉ tiêu của kỳ khác (${dayText(from)}–${dayText(to && addDays(to, -1))})`;
}

function dayText(day: Day | null): string {
  return day === null ? '…' : day.split('-').map(Number).toReversed().join('/');
}
