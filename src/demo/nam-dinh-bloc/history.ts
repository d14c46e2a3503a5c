import type { Day } from '#/platform/day.ts';
import { draftRecognitions } from '../bloc/arrivals.ts';
import type { BlocCase } from '../bloc/case.ts';
import { draftSpan, type Span } from '../bloc/flows.ts';
import { fill } from '../bloc/opening.ts';
import { unitEvents } from '../bloc/unit-events.ts';
import { draftOffices } from './offices.ts';
import { draftFounding, LAST, MEMBERS } from './setting.ts';
import { draftTargets } from './targets.ts';
import { draftYears } from './years.ts';

const AT_FIRST = 7810;

type Counts = Omit<Span, 'from' | 'to' | 'admissions' | 'closing'>;

const ofYear: Counts = {
  deaths: 17,
  removed: 11,
  refused: 3,
  expelled: 3,
  left: 2,
  away: 70,
  inside: 64,
  excused: 24,
  sent: 22,
};

const shareOf = (share: number): Counts =>
  Object.fromEntries(Object.entries(ofYear).map(([name, count]) => [name, Math.round(count * share)])) as Counts;

/** Five months of the old blocs; then 972 admissions of the new one (seed 001), 190 + 318 + 330 + 134. */
const spans: readonly (readonly [from: Day, to: Day, admissions: number, closing: number, share: number])[] = [
  ['2020-01-01', '2020-05-31', 108, 7895, 0.4],
  ['2020-06-01', '2020-12-31', 190, 8004, 0.6],
  ['2021-01-01', '2021-12-31', 318, 8183, 1],
  ['2022-01-01', '2022-12-31', 330, 8339, 1],
  ['2023-01-01', LAST, 134, MEMBERS, 0.4],
];

export function draftHistory(the: BlocCase): void {
  fill(the, { members: AT_FIRST, probationers: 305, outsiders: 330 });
  draftFounding(the);
  const events = unitEvents(the);
  for (const [from, to, admissions, closing, share] of spans)
    draftSpan(the, { from, to, admissions, closing, ...shareOf(share) }, events);
  draftRecognitions(the);
  const offices = draftOffices(the);
  draftTargets(the);
  const officers = [...new Set([...offices.values()].flat().map(({ career }) => career))];
  draftYears(the, officers);
}
