import { fault, hasBeenMember } from '#/domain/members/api.ts';
import { lifeOf } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { Mode, Outcome, Topic } from './contract.ts';
import { memberInspection, unitInspection } from './tables.ts';

export interface Inspected {
  topic: Topic;
  outcome?: Outcome | undefined;
}

export interface Supervised {
  mode: Mode;
  topic?: string | undefined;
  outcome?: Outcome | undefined;
}

type Case = { form: 'inspection'; topic: Topic } | { form: 'supervision'; topic: Mode };

// What a thematic supervision was about stays in the journal: no figure asks for it.
const caseOf = (body: Inspected | Supervised): Case =>
  'mode' in body ? { form: 'supervision', topic: body.mode } : { form: 'inspection', topic: body.topic };

/**
 * An organisation may be inspected after it has ended (69-QĐ/TW, 6/7/2022: also those dissolved, split or merged), so it
 * only has to have been established.
 */
export function concludeOnUnit(state: SubjectState, act: Act<Inspected | Supervised>): void {
  const life = lifeOf(state);
  if (life === null || act.effectiveOn < life.from)
    throw fault(act, 'oversight.unit-not-there', 'unit', `The unit was not established by ${act.effectiveOn}.`);
  conclude(state, act, unitInspection);
}

/** A conclusion may come after the member died or was expelled; it counts where he or she last stood. */
export function concludeOnMember(state: SubjectState, act: Act<Inspected | Supervised>): void {
  if (!hasBeenMember(state, act.effectiveOn))
    throw fault(
      act,
      'oversight.never-member',
      'person',
      `The person had not been a member here by ${act.effectiveOn}.`,
    );
  conclude(state, act, memberInspection);
}

function conclude(
  state: SubjectState,
  act: Act<Inspected | Supervised>,
  table: typeof unitInspection | typeof memberInspection,
): void {
  state.emit(table, {
    act_id: act.id,
    subject_id: state.subject.id,
    subject_kind: state.subject.type,
    unit_id: null,
    on_day: act.effectiveOn,
    ...caseOf(act.body),
    outcome: act.body.outcome ?? null,
    by_body: act.actor.body,
    by_unit_id: act.actor.unit,
  });
}
