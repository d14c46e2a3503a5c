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
import { chance, random } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { bloc, FOUNDED, LAST } from './setting.ts';

/**
 * The congresses of 2020 were held under the two old blocs. The new one's first committee was designated, and elected two
 * months later; cells under committees elected again at the end of 2022, for 2022–2025 (seed 001).
 */
export function draftOffices(the: BlocCase): Offices {
  const offices: Offices = new Map();
  draftIncumbents(the, offices, 2015, '2020-05-25');
  const cells = (term: string, dayOf: Parameters<typeof draftCellCongresses>[2]['dayOf'], until: Day) =>
    draftCellCongresses(the, offices, { term, dayOf, until });
  cells('2020-2022', (organisation) => workingDay(addDays(congressOf(organisation, 2020), -28)), '2022-09-30');
  draftCongresses(the, offices, 2020, LAST);
  const r = random(the.seed, 89, 0);
  for (const organisation of the.organisations) {
    const { founded } = organisation;
    const electedOn = congressOf(organisation, 2020);
    if (founded > FOUNDED)
      electAt(the, offices, organisation, { from: founded, until: LAST, how: 'designated', term: '2020-2025' });
    if (livesOn(organisation, electedOn) && chance(r, 0.72)) draftHead(the, offices, organisation, electedOn);
  }
  cells(
    '2022-2025',
    (organisation) => workingDay(addDays('2022-09-12', Number(organisation.code.slice(-3)) % 70)),
    LAST,
  );
  electBloc(the, offices, bloc, { from: FOUNDED, until: '2020-07-30', how: 'designated' });
  const from = bloc.congresses[0] as Day;
  electBloc(the, offices, bloc, { term: '2020-2025', from, until: LAST, how: 'elected' });
  closeOffices(the, offices, LAST);
  return offices;
}
