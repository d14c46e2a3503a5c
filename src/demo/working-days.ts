import { addDays, type Day, daysBetween } from '#/platform/day.ts';

/** Public holidays of the years that the demos play in: Tết, Hùng Kings, 30/4 and 1/5, 2/9 with their days off. */
const holidays = new Set(
  [
    ['2010-01-01'],
    ['2010-02-15', 3],
    ['2010-04-23'],
    ['2010-04-30', 2],
    ['2010-09-02'],
    ['2011-02-02', 4],
    ['2011-04-12'],
    ['2011-05-02', 2],
    ['2011-09-02'],
    ['2012-01-23', 4],
    ['2012-04-02'],
    ['2012-04-30', 2],
    ['2012-09-03'],
    ['2013-01-01'],
    ['2013-02-11', 5],
    ['2013-04-19'],
    ['2013-04-29', 3],
    ['2013-09-02'],
    ['2014-01-01'],
    ['2014-01-30', 6],
    ['2014-04-09'],
    ['2014-04-30', 3],
    ['2014-09-01', 2],
    ['2015-01-01', 2],
    ['2015-02-16', 6],
    ['2015-04-28', 4],
    ['2015-09-02'],
    ['2016-01-01'],
    ['2016-02-08', 5],
    ['2016-04-18'],
    ['2016-05-02', 2],
    ['2016-09-02'],
    ['2017-01-02'],
    ['2017-01-26', 6],
    ['2017-04-06'],
    ['2017-05-01', 2],
    ['2017-09-04'],
    ['2018-01-01'],
    ['2018-02-14', 7],
    ['2018-04-25'],
    ['2018-04-30', 2],
    ['2018-09-03'],
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
    ['2021-09-02', 2],
    ['2022-01-03'],
    ['2022-01-31', 5],
    ['2022-04-11'],
    ['2022-05-02', 2],
    ['2022-09-01', 2],
    ['2023-01-02'],
    ['2023-01-20', 7],
    ['2023-05-01', 3],
    ['2023-09-01', 4],
    ['2024-01-01'],
    ['2024-02-08', 7],
    ['2024-04-18'],
    ['2024-04-29', 3],
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
