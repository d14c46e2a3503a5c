import { fault, mustBeMemberOrDead } from '#/domain/members/api.ts';
import { lifeOf } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Content, End, Form } from './contract.ts';
import { memberDiscipline, unitDiscipline } from './tables.ts';

export interface Disciplined {
  form: Form;
  content: Content[];
  until?: Day | undefined;
}

interface Ended {
  decision?: string | undefined;
  as: End;
}

/** An organisation may be disciplined after it has ended (69-QĐ/TW, 6/7/2022), so it only has to have been established. */
export function disciplineUnit(state: SubjectState, act: Act<Disciplined>): void {
  const life = lifeOf(state);
  if (life === null || act.effectiveOn < life.from)
    throw fault(act, 'discipline.unit-not-there', 'unit', `The unit was not established by ${act.effectiveOn}.`);
  discipline(state, act, unitDiscipline);
}

/** A member is disciplined while a member: an expulsion comes before the leaving of its day. Of the dead a rule speaks. */
export function disciplineMember(state: SubjectState, act: Act<Disciplined>): void {
  mustBeMemberOrDead(state, act);
  discipline(state, act, memberDiscipline);
}

function discipline(state: SubjectState, act: Act<Disciplined>, table: FactTable): void {
  const { form, content, until } = act.body;
  if (until !== undefined && until < act.effectiveOn)
    throw fault(
      act,
      'discipline.ends-before',
      'until',
      `The measure would end before it begins on ${act.effectiveOn}.`,
    );
  state.emit(table, {
    act_id: act.id,
    subject_id: state.subject.id,
    subject_kind: state.subject.type,
    unit_id: null,
    on_day: act.effectiveOn,
    form,
    content: content.toSorted(),
    ends_on: until === undefined ? null : addDays(until, 1),
    ended_as: until === undefined ? null : 'lapsed',
    by_body: act.actor.body,
    by_unit_id: act.actor.unit,
  });
}

export const endOfUnit = (state: SubjectState, act: Act<Ended>): void => end(state, act, unitDiscipline);
export const endOfMember = (state: SubjectState, act: Act<Ended>): void => end(state, act, memberDiscipline);

/** Ends the measure that `decision` names, or the one that is in force since before this day. */
function end(state: SubjectState, act: Act<Ended>, table: FactTable): void {
  const { decision, as } = act.body;
  const inForce = state.events.filter(
    ({ table: of, row }) => of === table && (row.ends_on === null || act.effectiveOn < (row.ends_on as Day)),
  );
  const meant = inForce.filter(({ row }) =>
    decision === undefined ? (row.on_day as Day) < act.effectiveOn : row.act_id === decision,
  );
  const [measure] = meant;
  if (measure === undefined)
    throw fault(act, 'discipline.none-in-force', 'decision', `No such measure is in force on ${act.effectiveOn}.`);
  if (meant.length > 1)
    throw fault(act, 'discipline.several', 'decision', `${meant.length} measures are in force: name the decision.`);
  measure.row = { ...measure.row, ends_on: act.effectiveOn, ended_as: as };
}
