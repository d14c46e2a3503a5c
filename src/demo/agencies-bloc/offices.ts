import { addDays, type Day } from '#/platform/day.ts';
import { electBloc } from '../bloc/bloc-offices.ts';
import type { BlocCase } from '../bloc/case.ts';
import {
  closeOffices,
  congressOf,
  draftCellCongresses,
  draftCongresses,
  draftHead,
  draftIncumbents,
  electAt,
  type Offices,
} from '../bloc/offices.ts';
import { livesOn } from '../bloc/tree.ts';
import { shuffled } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { bloc } from './setting.ts';

/** Of the 68 secretaries at the end of 2020 so many head their agency (seed 004). */
export const HEADS = 57;
/** Of the other agencies, where the deputy secretary heads it. */
const DEPUTIES = 8;

const LAST: Day = '2021-12-31';

export function draftOffices(the: BlocCase): Offices {
  const offices: Offices = new Map();
  draftIncumbents(the, offices, 2005, '2010-04-15');
  for (const [year, until] of [
    [2010, '2015-04-15'],
    [2015, '2020-04-15'],
  ] as const) {
    draftCongresses(the, offices, year, until);
    draftFounders(the, offices, year, until);
  }
  draftCellCongresses(the, offices, {
    term: '2020-2022',
    dayOf: (organisation) => workingDay(addDays(congressOf(organisation, 2020), -30)),
    until: LAST,
  });
  draftCongresses(the, offices, 2020, LAST);
  draftHeads(the, offices);
  for (const [i, from] of bloc.congresses.entries()) {
    const year = 2010 + 5 * i;
    const until = bloc.congresses[i + 1] ?? LAST;
    electBloc(the, offices, bloc, { term: `${year}-${year + 5}`, from, until, how: 'elected' });
  }
  closeOffices(the, offices, LAST);
  return offices;
}

/** Those founded in the course of a term are given their first committee. */
function draftFounders(the: BlocCase, offices: Offices, year: number, until: Day): void {
  for (const organisation of the.organisations) {
    const from = organisation.founded;
    if (from <= congressOf(organisation, year) || from >= until) continue;
    electAt(the, offices, organisation, { from, until, how: 'designated', term: `${year}-${year + 5}` });
  }
}

function draftHeads(the: BlocCase, offices: Offices): void {
  const order = shuffled(
    the.r,
    the.organisations.filter((one) => livesOn(one, '2020-12-31')),
  );
  for (const [i, organisation] of order.entries()) {
    const electedOn = congressOf(organisation, 2020);
    if (i < HEADS) draftHead(the, offices, organisation, electedOn);
    else if (i < HEADS + DEPUTIES) draftHead(the, offices, organisation, electedOn, 'deputy-secretary');
  }
}
