import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { workingDayBefore, workingDayBetween } from '../bloc/calendar.ts';
import { add, type BlocCase } from '../bloc/case.ts';
import { livesOn, type Organisation } from '../bloc/tree.ts';
import { shuffled } from '../random.ts';
import { bloc, LAST } from './setting.ts';

/** Organisations in difficulty that the bloc's committee worked with (seed 001). */
const CASES = 15;
const STILL_OPEN = 3;

export interface Strengthened {
  organisation: Organisation;
  from: Day;
  to: Day | null;
}

/** Most are of enterprises; four of the seven that were dissolved had been among them. */
export function draftStrengthening(the: BlocCase): Strengthened[] {
  const { r } = the;
  const isEnterprise = ({ type, under }: Organisation) => type.startsWith('enterprise') && under !== bloc.code;
  const all = shuffled(r, the.organisations.filter(isEnterprise));
  const dissolved = all.filter(({ endedOn }) => endedOn !== null && endedOn > '2021-10-01').slice(0, 4);
  const others = all.filter((one) => livesOn(one, LAST) && !one.isBody).slice(0, CASES - dissolved.length);
  return [...dissolved, ...others].map((organisation, i) => {
    const { code, endedOn } = organisation;
    const from =
      endedOn === null
        ? workingDayBetween(r, '2020-10-05', '2022-06-20')
        : workingDayBefore(addMonths(endedOn, -(6 + (i % 4))));
    const plan = { steering: 'Ban Chỉ đạo thực hiện Chỉ thị 33-CT/TW', dueOn: workingDayBefore(addMonths(from, 12)) };
    const reason = endedOn === null ? 'few-admissions' : 'few-members';
    add(the, from, the.papers.ofBloc(bloc, 'KH', from), { kind: 'strengthening.opened', unit: code, reason, ...plan });
    if (i >= CASES - STILL_OPEN) return { organisation, from, to: null };
    const to = workingDayBefore(endedOn === null ? addMonths(from, 10) : addDays(endedOn, -1));
    const outcome = endedOn === null ? 'strengthened' : 'dissolved';
    add(the, to, the.papers.ofBloc(bloc, 'KL', to), { kind: 'strengthening.closed', unit: code, outcome });
    return { organisation, from, to };
  });
}

/** Those whose case was open when the year ended. */
export const weakOn = (cases: readonly Strengthened[], day: Day): Organisation[] =>
  cases.filter(({ from, to }) => from <= day && (to === null || day < to)).map(({ organisation }) => organisation);
