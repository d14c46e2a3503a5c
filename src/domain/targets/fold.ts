import { existsOn } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import { type FactRow, rangeText } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { target } from './table.ts';

/** What a target is of: the figure with its args, and the days it is for. */
export interface Goal {
  figure: string;
  args?: Record<string, string> | undefined;
  from: Day;
  to: Day;
}

export interface Assigned extends Goal {
  value: number;
  measure: string;
  atLeast?: boolean | undefined;
}

/** Adds an assignment; those before it stay in the list of what was replaced. */
export function assign(state: SubjectState, act: Act<Assigned>): void {
  const { body } = act;
  if (!existsOn(state, act.effectiveOn))
    throw problem('unit-not-there', 'unit', `The unit does not exist on ${act.effectiveOn}.`);
  const row: FactRow = {
    act_id: act.id,
    unit_id: state.subject.id,
    ...goalOf(body),
    value: body.value,
    measure: body.measure,
    at_least: body.atLeast ?? false,
    assigned_on: act.effectiveOn,
    cancelled_on: null,
  };
  // Said twice on one day for one period, only the last word counts; which one that is, `after` has to tell.
  const spoken = state.events.findIndex(
    (event) => event.table === target && isOf(event.row, body) && event.row.assigned_on === act.effectiveOn,
  );
  if (spoken !== -1) state.events.splice(spoken, 1);
  state.emit(target, row);
}

/** Ends every assignment of the goal that holds: taking back only the last would bring the one before it to life again. */
export function cancel(state: SubjectState, act: Act<Goal>): void {
  const { figure, from, to } = act.body;
  const holding = state.events.filter(
    ({ table, row }) => table === target && row.cancelled_on === null && isOf(row, act.body),
  );
  if (holding.length === 0)
    throw problem('not-assigned', 'figure', `No target of ${figure} from ${from} to ${to} is in force here.`);
  for (const { row } of holding) row.cancelled_on = act.effectiveOn;
}

function goalOf({ figure, args = {}, from, to }: Goal) {
  return { figure, args, valid: rangeText(from, addDays(to, 1)) };
}

function isOf({ figure, args, valid }: FactRow, goal: Goal): boolean {
  return canonicalJson({ figure, args, valid }) === canonicalJson(goalOf(goal));
}

function problem(code: string, field: string, message: string): Problem {
  const full = `target.${code}`;
  return new Problem(full, message, { fields: [{ code: full, field, message }] });
}
