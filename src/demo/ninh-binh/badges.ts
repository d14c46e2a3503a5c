import { addMonths, type Day } from '#/platform/day.ts';
import { chance } from '../random.ts';
import { addDraft, type Case } from './case.ts';
import type { Member } from './year-end.ts';

/** Given on the four days of the year, by party age reached by then (Regulation 29-QĐ/TW, 25/7/2016, 27.3). */
const rounds: readonly [day: Day, since: Day, decided: Day][] = [
  ['2020-02-03', '2019-11-07', '2020-01-15'],
  ['2020-05-19', '2020-02-03', '2020-05-06'],
  ['2020-09-02', '2020-05-19', '2020-08-19'],
  ['2020-11-07', '2020-09-02', '2020-10-26'],
];
const YEARS = [30, 40, 45, 50, 55, 60, 65, 70, 75] as const;

/** A year at most before the day, for the gravely ill. */
const EARLY = 0.004;

export function draftBadges(the: Case, members: readonly Member[]): void {
  let number = 4_100_000;
  const early = new Set<string>();
  for (const [day, since, decided] of rounds) {
    const paper = the.ofProvince('QĐ', decided);
    for (const { code, admittedOn, isUntouched } of members) {
      if (!isUntouched || admittedOn.length < 10 || early.has(code)) continue;
      const isEarly = chance(the.r, EARLY);
      const years = yearsReached(admittedOn, since, isEarly ? addMonths(day, 12) : day);
      if (years === null) continue;
      const wasDue = yearsReached(admittedOn, since, day) !== null;
      if (!wasDue) early.add(code);
      number += 1;
      const badge = { kind: 'badge.awarded', person: code, years, number: String(number) };
      addDraft(the, day, paper, wasDue ? badge : { ...badge, early: true });
    }
  }
}

/** The years reached after the one day, up to and including the other. */
function yearsReached(admittedOn: Day, after: Day, upTo: Day): number | null {
  return (
    YEARS.find((years) => {
      const reached = addMonths(admittedOn, years * 12);
      return after < reached && reached <= upTo;
    }) ?? null
  );
}
