import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { type Period, samePeriodLastYear } from '#/reports/period.ts';

/** The spans that the overview of a day speaks of. */
export interface Spans {
  on: Day;
  /** From the first of January to the day, and the same the year before. */
  year: Period;
  before: Period;
  /** The last whole year, whose grades are complete, and the one before it. */
  lastYear: Period;
  yearBefore: Period;
  month: Period;
  lastMonth: Period;
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

export function spansOf(on: Day): Spans {
  const year = { from: `${yearOf(on)}-01-01`, to: on };
  const first = `${on.slice(0, 7)}-01`;
  return {
    on,
    year,
    before: samePeriodLastYear(year),
    lastYear: wholeYear(yearOf(on) - 1),
    yearBefore: wholeYear(yearOf(on) - 2),
    month: { from: first, to: addDays(addMonths(first, 1), -1) },
    lastMonth: { from: addMonths(first, -1), to: addDays(first, -1) },
  };
}

/** The months of the year up to the one that holds the day, whole ones: what comes later in it is not known of yet. */
export function monthsOf({ on }: Spans): Period[] {
  return Array.from({ length: Number(on.slice(5, 7)) }, (_, at) => {
    const from = `${on.slice(0, 4)}-${String(at + 1).padStart(2, '0')}-01`;
    return { from, to: addDays(addMonths(from, 1), -1) };
  });
}

// The rounds of Party badges: 3 February, 19 May, 2 September, 7 November.
const rounds = ['02-03', '05-19', '09-02', '11-07'];

/**
 * The next round of badges on or after a day, with the months whose members it honours: those after the month of the round
 * before, up to its own.
 */
export function nextRound(on: Day): { on: Day; honours: Period } {
  const days = [-1, 0, 1].flatMap((by) => rounds.map((round) => `${yearOf(on) + by}-${round}`));
  const at = days.findIndex((day) => day >= on);
  const [before, next] = [days[at - 1] as Day, days[at] as Day];
  const month = (day: Day) => `${day.slice(0, 7)}-01`;
  return { on: next, honours: { from: addMonths(month(before), 1), to: addDays(addMonths(month(next), 1), -1) } };
}
