import { addDays, type Day } from '#/platform/day.ts';
import { add, type BlocCase } from '../bloc/case.ts';
import { rollOn } from '../bloc/roll.ts';
import { apportion } from '../roster.ts';
import { ADMISSIONS } from './admissions.ts';
import { bloc } from './setting.ts';

interface Target {
  figure: string;
  from: Day;
  to: Day;
  value: number;
  measure: 'count' | 'percent';
  atLeast?: boolean;
}

function assign(the: BlocCase, on: Day, unit: string, target: Target, by: 'NQ' | 'KH'): void {
  add(the, on, the.papers.ofBloc(bloc, by, on), { kind: 'target.assigned', unit, ...target });
}

/**
 * What the conference of 25/11/2021 set for the years to come (seed 004): 90% of organisations and of members good or
 * above, 120 admissions a year; for the term that had begun.
 */
function draftConference(the: BlocCase): void {
  const term = { from: '2021-01-01', to: '2025-12-31', atLeast: true };
  const on = '2021-11-25';
  const percent = { value: 90, measure: 'percent', ...term } as const;
  assign(the, on, bloc.code, { figure: 'grassroots-units-good-or-above', ...percent }, 'KH');
  assign(the, on, bloc.code, { figure: 'members-good-or-above', ...percent }, 'KH');
  assign(the, on, bloc.code, { figure: 'admissions-per-year', value: 120, measure: 'count', ...term }, 'KH');
}

/** Admissions: 1,650 for the ten years ("vượt chỉ tiêu"); each year's passed on to the organisations with a reserve. */
export function draftTargets(the: BlocCase): void {
  const tenYears = { from: '2010-01-01', to: '2020-12-31', value: 1650, measure: 'count', atLeast: true } as const;
  assign(the, '2010-08-25', bloc.code, { figure: 'admissions', ...tenYears }, 'NQ');
  for (const [i, admitted] of ADMISSIONS.entries()) {
    const year = 2010 + i;
    const value = Math.floor((admitted * 0.92) / 5) * 5;
    const goal = { figure: 'admissions', from: `${year}-01-01`, to: `${year}-12-31`, measure: 'count' } as const;
    const on = addDays(`${year}-01-20`, i % 3);
    assign(the, on, bloc.code, { ...goal, value }, 'KH');
    if (year < 2019) continue;
    const roll = [...rollOn(the, on)];
    const shares = apportion(
      value + 6,
      roll.map(([, members]) => members.length),
    );
    for (const [n, [organisation]] of roll.entries())
      if ((shares[n] as number) > 0) assign(the, on, organisation.code, { ...goal, value: shares[n] as number }, 'KH');
  }
  draftConference(the);
}
