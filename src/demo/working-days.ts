import { addDays, type Day, daysBetween } from '#/platform/day.ts';

/** Public holidays of the years that the demos play in: Tết, Hùng Kings, 30/4 and 1/5, 2/9 with their days off. */
const holidays = new Set(
  [
    ['2019-01-01'],
    ['2019-02-04', 5],
    ['2019-04-15'],
    ['2019-04-29', 3],
    ['2019-09-02'],
    ['2020-01-01'],
    ['2020-01-23', 7],
    ['2020-04-02'],
    ['2020-04-30', 2],
    ['2020-09-02'],
    ['2021-01-01'],
    ['2021-02-10', 7],
    ['2021-04-21'],
    ['2021-04-30', 4],
    ['2024-09-02', 2],
    ['2025-01-01'],
    ['2025-01-27', 7],
    ['2025-04-07'],
    ['2025-04-30', 3],
    ['2025-09-01', 2],
    ['2026-01-01'],
    ['2026-02-16', 7],
    ['2026-04-27'],
    ['2026-04-30', 2],
    ['2026-09-01', 2],
  ].flatMap(([from, length = 1]) => Array.from({ length: length as number }, (_, i) => addDays(from as Day, i))),
);

/** Monday is 0, as 1900-01-01 was. */
function weekday(day: Day): number {
  return (daysBetween('1900-01-01', day) + 7_000_000) % 7;
}

export function isWorkingDay(day: Day): boolean {
  return weekday(day) < 5 && !holidays.has(day);
}

/** The day itself when people work on it, else the next one they do. */
export function workingDay(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** The day that many working days later, the first not counted. */
export function addWorkingDays(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, 1);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** How many working days lie after the first day, up to and including the second. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
