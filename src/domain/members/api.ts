import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { move, mustBeSettled, mustDiffer, unitOf } from './life.ts';
import { segmentOn, standing } from './tracks.ts';

/** A unit act puts this person into a unit, whatever the unit's default successor is. */
export function assignPerson(state: SubjectState, act: Act, toUnitId: string): void {
  mustDiffer(act, mustBeSettled(state, act, 'assign'), toUnitId, 'assign');
  move(state, act, 'assigned', { unit: toUnitId });
}

/**
 * The unit in which the person stood on a day, by the acts folded so far and as they name it (its successor may stand
 * there by now); in transit, the sending unit. Null: not a member then.
 */
export function unitOn(state: SubjectState, day: Day): string | null {
  const segment = segmentOn(state, standing, day);
  return segment === null ? null : unitOf(segment.value.place);
}
