import { addMonths, type Day } from '#/platform/day.ts';

/** The days on which badges are awarded, as mm-dd: 3/2, 19/5, 2/9 and 7/11. */
const rounds = ['02-03', '05-19', '09-02', '11-07'] as const;

/** A badge whose years are reached, or will be. */
export interface BadgeDue {
  years: number;
  /** The first day of the month in which the years are full: party age is counted by the month. */
  reachedFrom: Day;
  /** The first round in that month or after it. */
  round: Day;
}

/** The last badge whose years are full on a day, and the next one, by the months of party age on it. */
export function badgesAround(
  list: readonly number[],
  months: number,
  on: Day,
): { reached: BadgeDue | null; next: BadgeDue | null } {
  const due = (years: number): BadgeDue => {
    const reachedFrom = addMonths(`${on.slice(0, 7)}-01`, years * 12 - months);
    return { years, reachedFrom, round: roundFrom(reachedFrom) };
  };
  const sorted = list.toSorted((a, b) => a - b);
  const last = sorted.findLast((years) => years * 12 <= months);
  const following = sorted.find((years) => years * 12 > months);
  return { reached: last === undefined ? null : due(last), next: following === undefined ? null : due(following) };
}

function roundFrom(day: Day): Day {
  const year = Number(day.slice(0, 4));
  const days = [year, year + 1].flatMap((one) => rounds.map((round) => `${one}-${round}`));
  return days.find((one) => one >= day) as Day;
}
