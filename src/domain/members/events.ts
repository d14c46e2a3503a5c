import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactRow } from '#/kernel/facts/table.ts';
import { type Act, decidedOn } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { memberEventTable } from './tables.ts';
import type { MemberEvent, Standing, Status } from './tracks.ts';

/** An event as a reducer tells it: before and after are as the acts say, the model resolves them into units. */
export interface Told {
  event: MemberEvent;
  onDay: Day;
  decidedOn: Day;
  before: Standing | null;
  after: Standing | null;
  /** The standing before began before this day: for `assigned`, whose `from` is the unit of the eve. */
  isSettled: boolean;
  /** Where it counts when that is neither where it led to nor where it led from. */
  at: string | null;
  /** The day on which the place of counting is looked up first; on the day of effect if it is not there yet. */
  countedOn: Day;
  effectiveOn: Day;
}

interface Telling {
  before?: Standing | null;
  after?: Standing | null;
  isSettled?: boolean;
  at?: string;
  onDay?: Day;
  countedOn?: Day;
  place?: { placeKind: string | null; place: string | null };
  detail?: string;
}

/** Notes that something happened to the person. Without before and after the standing did not change: pass both the same. */
export function tell(state: SubjectState, act: Act<unknown>, event: MemberEvent, telling: Telling = {}): void {
  const { before = null, after = null, onDay = act.effectiveOn, place, detail = null } = telling;
  const told: Told = {
    event,
    onDay,
    decidedOn: decidedOn(act),
    before,
    after,
    isSettled: telling.isSettled ?? false,
    at: telling.at ?? null,
    countedOn: telling.countedOn ?? onDay,
    effectiveOn: act.effectiveOn,
  };
  const leaves = before !== null && (after === null || event === 'letter-issued');
  state.emit(memberEventTable, {
    act_id: act.id,
    told: told as unknown as Record<string, unknown>,
    place_kind: place?.placeKind ?? null,
    place: place?.place ?? null,
    was_probationary: leaves ? before.status === 'probationary' : null,
    detail,
  });
}

export function toldIn(row: FactRow): Told {
  return row.told as unknown as Told;
}

/** Everything that happened to the person so far, oldest first. */
export function eventsOf(state: SubjectState): Told[] {
  return state.events.filter(({ table }) => table === memberEventTable).map(({ row }) => toldIn(row));
}

/** How the person last ceased to be a member here, with the standing lost; null if never. */
export function lastDeparture(state: SubjectState): { event: MemberEvent; before: Standing; onDay: Day } | null {
  const told = eventsOf(state).findLast(({ before, after }) => before !== null && after === null);
  return told === undefined ? null : { event: told.event, before: told.before as Standing, onDay: told.onDay };
}

/** The approval that waits for its ceremony, or null. */
export function openApproval(state: SubjectState): Told | null {
  const last = eventsOf(state).findLast(({ event }) => isAdmission(event) || event === 'approved');
  return last?.event === 'approved' ? last : null;
}

function isAdmission(event: MemberEvent): boolean {
  return event === 'admitted' || event === 'readmitted';
}

/** The status that somebody had who comes back. */
export function statusBefore(state: SubjectState): Status | null {
  return lastDeparture(state)?.before.status ?? null;
}
