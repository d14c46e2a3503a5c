import type { SubjectState } from '#/kernel/facts/state.ts';
import { type Act, decidedOn } from '#/kernel/journal/act.ts';
import { Problem } from '#/platform/errors.ts';
import type { UnitKind, UnitType } from './contract.ts';
import { unitEventTable } from './tables.ts';
import { type Classified, code, type End, kind, life, lifeOf, name, parent, withoutNonMembers } from './tracks.ts';

/** A unit as an act brings it in. */
export interface NewUnit {
  id?: string | undefined;
  code: string;
  name: string;
  kind: UnitKind;
  type?: UnitType | undefined;
  zone?: string | undefined;
  parent?: string | undefined;
}

/** A structural fault of an act about units. */
export function fault(act: Pick<Act, 'id'>, problemCode: string, field: string, message: string): Problem {
  return new Problem(problemCode, message, { fields: [{ actId: act.id, code: problemCode, field, message }] });
}

type UnitEvent =
  | 'established'
  | 'renamed'
  | 'retyped'
  | 'recoded'
  | 'moved'
  | 'handed-over'
  | 'upgraded'
  | 'downgraded'
  | 'absorbed'
  | 'formed'
  | 'split'
  | 'split-off'
  | Exclude<End['kind'], 'split'>;

interface EventDetail {
  /** The other units of the act. */
  related?: readonly string[];
  /** Kind and zone before and after, where the act itself changes them; else the model fills in those of the eve and the day. */
  before?: Classified | null;
  after?: Classified | null;
}

/** Notes that something happened to the unit. Its superiors before and after are filled in by the model. */
export function happen(state: SubjectState, act: Act<unknown>, event: UnitEvent, detail: EventDetail = {}): void {
  const { related = [], before, after } = detail;
  state.emit(unitEventTable, {
    act_id: act.id,
    unit_id: state.subject.id,
    on_day: act.effectiveOn,
    decided_on: decidedOn(act),
    event,
    ...(before === undefined && after === undefined
      ? {}
      : {
          kind_before: before?.kind ?? null,
          kind_after: after?.kind ?? null,
          zone: (after ?? before)?.zone ?? null,
        }),
    related: [...related].toSorted(),
  });
}

/** Throws unless the unit exists when the act takes effect. */
export function mustExist(state: SubjectState, act: Act<unknown>, field = 'unit'): Classified {
  const now = state.get(kind);
  if (now !== null) return now;
  const { effectiveOn } = act;
  const last = lifeOf(state);
  const message =
    last === null
      ? `The unit does not exist yet on ${effectiveOn}.`
      : `The unit no longer exists on ${effectiveOn}: it ended on ${last.to}.`;
  throw fault(act, 'unit.not-alive', field, message);
}

/** The first day of a unit. A unit lives once: what is set up again later is a new unit. */
export function begin(
  state: SubjectState,
  act: Act<unknown>,
  unit: NewUnit,
  event: 'established' | 'formed' | 'split-off',
  related: readonly string[] = [],
): void {
  if (lifeOf(state) !== null) throw fault(act, 'unit.already-exists', 'unit', 'The unit was established before.');
  const first: Classified = { kind: unit.kind, type: unit.type ?? null, zone: unit.zone ?? null };
  state.set(life, { end: null }, act);
  state.set(name, unit.name, act);
  state.set(kind, first, act);
  state.set(code, unit.code, act);
  if (unit.parent !== undefined) state.set(parent, unit.parent, act);
  happen(state, act, event, { related, before: null, after: first });
}

/** The first day on which the unit no longer exists; its name, kind, code and superior end with it. */
export function end(
  state: SubjectState,
  act: Act<unknown>,
  ending: Omit<End, 'actId'>,
  related: readonly string[],
): void {
  const last = mustExist(state, act);
  const { id } = state.subject;
  if (ending.successorId === id)
    throw fault(act, 'unit.own-successor', 'successor', 'A unit cannot be its own successor.');
  if (lifeOf(state)?.from === act.effectiveOn)
    throw fault(act, 'unit.empty-life', 'effectiveOn', 'A unit cannot end on the day on which it was established.');
  happen(state, act, ending.kind, { related, before: last, after: null });
  state.set(life, null, act, { closing: () => ({ end: { actId: act.id, ...ending } }) });
  state.set(name, null, act);
  state.set(kind, null, act);
  state.set(code, null, act);
  state.set(parent, null, act);
  if (state.get(withoutNonMembers) !== null) state.set(withoutNonMembers, null, act);
}

/** Throws when an act that takes several units names one of them twice. */
export function mustDiffer(act: Act<unknown>, units: readonly string[]): void {
  if (new Set(units).size < units.length)
    throw fault(act, 'unit.named-twice', 'units', 'The act names one unit twice.');
}
