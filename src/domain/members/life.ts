import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { lastDeparture, tell } from './events.ts';
import {
  exemption,
  type MemberEvent,
  type Place,
  type Standing,
  type Status,
  standing,
  stay,
  suspension,
  type Transit,
  transit,
} from './tracks.ts';

type AnyAct = Act<unknown>;

/** A structural fault of an act about a person. */
export function fault(act: Pick<Act, 'id'>, code: string, field: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ actId: act.id, code, field, message }] });
}

/** The unit that a place names: in transit, the sending one. */
export function unitOf(place: Place): string {
  return 'unit' in place ? place.unit : place.from;
}

/** The standing now. Throws unless the person is a member here; one who left by letter is somewhere in between. */
export function mustBeMember(state: SubjectState, act: AnyAct, field = 'person'): Standing {
  const now = state.get(standing);
  if (now !== null) return now;
  mustLive(state, act, field);
  mustHaveArrived(state, act, field);
  throw fault(act, 'member.not-a-member', field, `The person is not a member here on ${act.effectiveOn}.`);
}

/**
 * Throws unless the person is a member here, or ceased to be one by death or by a letter of transfer only: such a person
 * may still be honoured for what was done before. How and when it ended; null: a member on the day of the act.
 */
export function mustNotHaveLeft(state: SubjectState, act: AnyAct): { event: MemberEvent; onDay: Day } | null {
  const last = lastDeparture(state);
  if (state.get(standing) === null && (last?.event === 'died' || last?.event === 'letter-issued')) return last;
  mustBeMember(state, act);
  return null;
}

/** Throws unless the person is a member on the day of the act, or died as one before. The day of death, or null. */
export function mustBeMemberOrDead(state: SubjectState, act: AnyAct): Day | null {
  const ended = mustNotHaveLeft(state, act);
  if (ended !== null && ended.event !== 'died') mustBeMember(state, act);
  return ended?.onDay ?? null;
}

/** The standing now, in a unit. Throws also while a letter is pending. */
export function mustBeSettled(
  state: SubjectState,
  act: AnyAct,
  field = 'person',
): Standing & { place: { unit: string } } {
  const now = mustBeMember(state, act, field);
  mustHaveArrived(state, act, field);
  return now as Standing & { place: { unit: string } };
}

/** Throws when the person is a member here already, dead, or between letter and receipt. */
export function mustBeOutside(state: SubjectState, act: AnyAct, field = 'person'): void {
  mustLive(state, act, field);
  mustHaveArrived(state, act, field);
  if (state.get(standing) === null) return;
  throw fault(act, 'member.already', field, `The person is a member already on ${act.effectiveOn}.`);
}

function mustLive(state: SubjectState, act: AnyAct, field: string): void {
  if (lastDeparture(state)?.event === 'died' && state.get(standing) === null)
    throw fault(act, 'member.dead', field, `The person had died by ${act.effectiveOn}.`);
}

function mustHaveArrived(state: SubjectState, act: AnyAct, field: string): void {
  const pending = state.get(transit);
  if (pending === null) return;
  const letter = pending.letter === null ? '' : ` (${pending.letter})`;
  const message = `A letter of transfer${letter} is pending on ${act.effectiveOn}: receive, confirm or cancel it first.`;
  throw fault(act, 'member.in-transit', field, message);
}

/** The transfer whose letter is pending. */
export function pendingTransfer(state: SubjectState, act: AnyAct): Transit {
  const pending = state.get(transit);
  if (pending !== null) return pending;
  throw fault(act, 'member.not-in-transit', 'person', `No letter of transfer is pending on ${act.effectiveOn}.`);
}

/** Throws when somebody would go where he or she is. */
export function mustDiffer(act: AnyAct, { place }: Pick<Standing, 'place'>, to: string, field: string): void {
  if (unitOf(place) === to) throw fault(act, 'transfer.same-unit', field, 'The member stands in this unit already.');
}

/** Whether something with a last day has lapsed by the day of the act. */
export function isOver({ until }: { until: Day | null }, act: AnyAct): boolean {
  return until !== null && until < act.effectiveOn;
}

interface Step {
  detail?: string;
  outside?: { placeKind: string | null; place: string | null };
}

/** The person begins to be a member here. */
export function enter(
  state: SubjectState,
  act: AnyAct,
  event: MemberEvent,
  to: { unit: string; status: Status },
  { detail, outside }: Step = {},
): void {
  const after: Standing = { place: { unit: to.unit }, status: to.status, entry: event, exit: null };
  stand(state, after, act, event);
  tell(state, act, event, { before: null, after, place: outside, detail });
}

/** The member goes from one place to another. */
export function move(state: SubjectState, act: AnyAct, event: MemberEvent, place: Place, step: Step = {}): void {
  const before = state.get(standing) as Standing;
  const since = state.segments(standing).at(-1)?.from as string;
  const after: Standing = { place, status: before.status, entry: event, exit: null };
  stand(state, after, act, event);
  tell(state, act, event, {
    before,
    after,
    isSettled: since < act.effectiveOn,
    place: step.outside,
    detail: step.detail,
  });
}

/** The person ceases to be a member here; whatever was open besides the record and the numbers ends too. */
export function leave(state: SubjectState, act: AnyAct, event: MemberEvent, step: Step = {}): void {
  const before = state.get(standing) as Standing;
  stand(state, null, act, event);
  tell(state, act, event, { before, after: null, place: step.outside, detail: step.detail });
}

/** Ends what hangs on a membership: a pending letter, an exemption, a suspension, a stay elsewhere. */
export function endAll(state: SubjectState, act: AnyAct): void {
  for (const track of [transit, exemption, suspension, stay])
    if (state.get(track as typeof stay) !== null) state.set(track as typeof stay, null, act);
}

/** A member on probation becomes official. On the day of the entry itself the entry remains what it was. */
export function promote(state: SubjectState, act: AnyAct, event: MemberEvent, countedOn: string): void {
  const before = state.get(standing) as Standing;
  const isFirstDay = state.segments(standing).at(-1)?.from === act.effectiveOn;
  const after: Standing = { ...before, status: 'official', entry: isFirstDay ? before.entry : event };
  if (isFirstDay) state.set(standing, after, act);
  else stand(state, after, act, event);
  tell(state, act, event, { before, after, countedOn });
}

/** Sets the standing; the spell before it, if it ends on this day, ends by this event (the last of several on one day). */
function stand(state: SubjectState, value: Standing | null, act: AnyAct, event: MemberEvent): void {
  state.set(standing, value, act);
  const segments = state.segments(standing);
  const at = segments.length - (value === null ? 1 : 2);
  const last = segments[at];
  if (last !== undefined && last.to === act.effectiveOn)
    segments[at] = { ...last, value: { ...last.value, exit: event } };
}
