import { draftRecognitions } from '../bloc/arrivals.ts';
import type { BlocCase } from '../bloc/case.ts';
import { draftSpan } from '../bloc/flows.ts';
import { fill } from '../bloc/opening.ts';
import { unitEvents } from '../bloc/unit-events.ts';
import { ADMISSIONS } from './admissions.ts';
import { draftOffices } from './offices.ts';
import { MEMBERS } from './setting.ts';
import { draftTargets } from './targets.ts';
import { draftYears } from './years.ts';

const AT_FIRST = 3140;
const FIRST_YEAR = 2010;

/** The years, each with what happened in it. Members grow evenly to the number of the end of 2020. */
export function draftHistory(the: BlocCase): void {
  fill(the, { members: AT_FIRST, probationers: 149, outsiders: 470 });
  const events = unitEvents(the);
  for (const [i, admissions] of ADMISSIONS.entries()) {
    const year = FIRST_YEAR + i;
    draftSpan(
      the,
      {
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        admissions,
        closing: AT_FIRST + Math.round(((MEMBERS - AT_FIRST) * (i + 1)) / 11),
        deaths: 5 + (i % 4),
        removed: 2 + (i % 3),
        refused: 1 + (i % 2),
        expelled: i % 3 === 1 ? 1 : 0,
        left: i % 4 === 2 ? 1 : 0,
        away: 34 + ((i * 5) % 11),
        inside: 22 + ((i * 3) % 9),
        excused: 9 + (i % 5),
        sent: 4 + (i % 3),
      },
      events,
    );
  }
  draftRecognitions(the);
  const offices = draftOffices(the);
  draftTargets(the);
  const officers = [...new Set([...offices.values()].flat().map(({ career }) => career))];
  draftYears(the, officers);
}
