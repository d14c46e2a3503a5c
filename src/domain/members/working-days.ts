import { addDays, type Day, daysBetween } from '#/platform/day.ts';

// 1 January 1970 was a Thursday.
const weekday = (day: Day): number => (((daysBetween('1970-01-01', day) + 4) % 7) + 7) % 7;

/**
 * Working days after `from` up to and including `to`: Monday to Friday. Public holidays are not taken out (they are
 * announced year by year), so a deadline may be reported some days early, never late; such rules only warn.
 */
export function workingDaysBetween(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let i = 1; i <= days % 7; i += 1) {
    const day = (weekday(from) + i) % 7;
    if (day !== 0 && day !== 6) count += 1;
  }
  return count;
}

/** The last day on which no more than so many working days have passed since `from`. */
export function lastWorkingDay(from: Day, count: number): Day {
  // A week has five: the guess lies at most some days short.
  let day = addDays(from, Math.floor(count / 5) * 7);
  while (workingDaysBetween(from, addDays(day, 1)) <= count) day = addDays(day, 1);
  return day;
}
