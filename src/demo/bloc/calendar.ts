import { addDays, type Day, daysBetween } from '#/platform/day.ts';
import { between, type Random } from '../random.ts';
import { isWorkingDay, workingDay } from '../working-days.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The last working day up to that one. */
export function workingDayBefore(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}

/** Any day from the first to the last. */
export function dayBetween(r: Random, from: Day, to: Day): Day {
  return addDays(from, between(r, 0, daysBetween(from, to)));
}

/** A working day from the first to the last, both working days or not. */
export function workingDayBetween(r: Random, from: Day, to: Day): Day {
  const day = workingDay(dayBetween(r, from, to));
  return day <= to ? day : workingDayBefore(to);
}

/** Days on which a standing committee decides of members: in the second and in the fourth week of a month. */
export function sessionsOf(year: number): Day[] {
  return Array.from({ length: 24 }, (_, i) => {
    const month = pad(1 + (i >> 1));
    return workingDayBefore(`${year}-${month}-${i % 2 === 0 ? '11' : '26'}`);
  });
}

const known = new Map<number, Day[]>();

/** The first such day from that one on. */
export function sessionFrom(day: Day): Day {
  for (let year = Number(day.slice(0, 4)); ; year += 1) {
    const days = known.get(year) ?? sessionsOf(year);
    known.set(year, days);
    const found = days.find((session) => session >= day);
    if (found !== undefined) return found;
  }
}

/** The last such day up to that one. */
export function sessionBefore(day: Day): Day {
  for (let year = Number(day.slice(0, 4)); ; year -= 1) {
    const found = sessionsOf(year).findLast((session) => session <= day);
    if (found !== undefined) return found;
  }
}

/** The four rounds of the year in which badges and cards are handed out. */
export const roundsOf = (year: number): Day[] => ['02-03', '05-19', '09-02', '11-07'].map((day) => `${year}-${day}`);

/** The first round on or after that day. */
export function roundFrom(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return [...roundsOf(year), ...roundsOf(year + 1)].find((round) => round >= day) as Day;
}

export const lastDayOf = (year: number): Day => `${year}-12-31`;
