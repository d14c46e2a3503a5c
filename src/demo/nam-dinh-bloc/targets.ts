import type { Day } from '#/platform/day.ts';
import { add, type BlocCase } from '../bloc/case.ts';
import { rollOn } from '../bloc/roll.ts';
import { apportion } from '../roster.ts';
import { bloc } from './setting.ts';

/** The term of the first congress, 2020–2025. */
const TERM = { from: '2020-06-01', to: '2025-06-30' } as const;

type Goal = { figure: string; from: Day; to: Day; value: number; measure: 'count' | 'percent'; atLeast?: boolean };

function assign(the: BlocCase, on: Day, unit: string, goal: Goal, sort: 'NQ' | 'KH'): void {
  add(the, on, the.papers.ofBloc(bloc, sort, on), { kind: 'target.assigned', unit, ...goal });
}

/**
 * The goals of the congress: all organisations and at least half of the committee members inspected or supervised in the
 * term (seed 001); over 90% good or above and 300 admissions a year, passed on to the organisations with a reserve.
 */
export function draftTargets(the: BlocCase): void {
  const on = '2020-08-14';
  const share = (figure: string, value: number, atLeast: boolean): Goal => ({
    figure,
    ...TERM,
    value,
    measure: 'percent',
    ...(atLeast ? { atLeast } : {}),
  });
  assign(the, on, bloc.code, share('units-inspected-or-supervised-in-term', 100, false), 'NQ');
  assign(the, on, bloc.code, share('committee-members-inspected-or-supervised-in-term', 50, true), 'NQ');
  assign(the, on, bloc.code, share('grassroots-units-good-or-above', 90, true), 'NQ');
  assign(the, on, bloc.code, share('members-good-or-above', 90, true), 'NQ');
  for (const year of [2021, 2022, 2023]) draftAdmissions(the, year);
}

function draftAdmissions(the: BlocCase, year: number): void {
  const on = `${year}-01-19`;
  const goal = { figure: 'admissions', from: `${year}-01-01`, to: `${year}-12-31`, measure: 'count' } as const;
  const value = 300;
  assign(the, on, bloc.code, { ...goal, value }, 'KH');
  const roll = [...rollOn(the, on)];
  const shares = apportion(
    value + 12,
    roll.map(([, members]) => members.length),
  );
  for (const [i, [organisation]] of roll.entries())
    if ((shares[i] as number) > 0) assign(the, on, organisation.code, { ...goal, value: shares[i] as number }, 'KH');
}
