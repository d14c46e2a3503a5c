import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { Rulebook } from '#/kernel/rulebook/rulebook.ts';
import type { Day } from '#/platform/day.ts';
import { eventsOf } from './events.ts';
import {
  fault,
  move,
  mustBeMember,
  mustBeMemberOrDead,
  mustBeSettled,
  mustDiffer,
  mustNotHaveLeft,
  unitOf,
} from './life.ts';
import { partyAge } from './party-age.ts';
import { giveNumber } from './people.ts';
import { memberEventTable, standingTable } from './tables.ts';
import { number, segmentOn, standing } from './tracks.ts';
import { lastWorkingDay } from './working-days.ts';

export {
  fault,
  giveNumber,
  memberEventTable,
  mustBeMember,
  mustBeMemberOrDead,
  mustNotHaveLeft,
  partyAge,
  standingTable,
};

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

/** Whether the person was a member here on some day up to this one, by the acts folded so far. */
export function hasBeenMember(state: SubjectState, day: Day): boolean {
  return state.segments(standing).some(({ from }) => from <= day);
}

/** The first day of the membership that holds on a day, unbroken through transfers; null: not a member then. */
export function memberSince(state: SubjectState, day: Day): Day | null {
  let since: Day | null = null;
  for (const { from, to } of state.segments(standing).toReversed()) {
    if (since === null ? from <= day && (to === null || day < to) : to === since) since = from;
    else if (since !== null) break;
  }
  return since;
}

/** On which days the person was given a number of the scheme, so far. */
export function numbersGivenOn(state: SubjectState, scheme: string): Day[] {
  return state.segments(number, scheme).map(({ from }) => from);
}

/** When the person last came back into the Party (readmitted, or the standing restored), so far; null: never left. */
export function returnedOn(state: SubjectState): Day | null {
  return eventsOf(state).findLast(({ event }) => event === 'readmitted' || event === 'restored')?.onDay ?? null;
}

/** By when a member whose letter is of this day has to be received; null: no rule says so. */
export function lastDayToReceive(rulebook: Rulebook, issuedOn: Day): Day | null {
  const days = rulebook.rule('transfer.receipt.days', issuedOn)?.value;
  return typeof days === 'number' ? lastWorkingDay(issuedOn, days) : null;
}
