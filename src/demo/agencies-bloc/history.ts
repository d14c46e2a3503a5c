import { draftRecognitions } from '../bloc/arrivals.ts';
import type { BlocCase } from '../bloc/case.ts';
import { draftSpan } from '../bloc/flows.ts';
import { fill } from '../bloc/opening.ts';
import { unitEvents } from '../bloc/unit-events.ts';
import { MEMBERS } from './setting.ts';

const AT_FIRST = 3140;
const FIRST_YEAR = 2010;

/** Admissions of 2010–2020, 1,807 in all (seed 004: "hơn 1.800"), and of 2021. */
export const ADMISSIONS = [152, 158, 161, 170, 172, 165, 168, 171, 160, 168, 162, 131];

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
        sent: 11 + (i % 4),
      },
      events,
    );
  }
  draftRecognitions(the);
}
