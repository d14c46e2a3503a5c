import { badgeYears } from '#/domain/commendation/contract.ts';
import { addMonths, type Day } from '#/platform/day.ts';

/** Years and months from the day it counts from, by the month (29-QĐ/TW, 25/7/2016, 27.3). */
export function partyAgeOn(since: Day | null, on: Day): { years: number; months: number } | null {
  if (since === null) return null;
  const all = Math.max(0, monthsBetween(since, on));
  return { years: Math.floor(all / 12), months: all % 12 };
}

/** How long after its years are reached a badge is waited for: rounds are held four times a year. */
const waitedMonths = 12;

/** The badge that comes next; one whose years were reached within a year and that was not awarded is due. */
export function nextBadge(
  since: Day | null,
  awarded: readonly number[],
  on: Day,
): { years: number; on: Day; isDue: boolean } | null {
  if (since === null) return null;
  const held = monthsBetween(since, on);
  for (const years of badgeYears) {
    if (years * 12 <= held - waitedMonths || awarded.includes(years)) continue;
    return { years, on: addMonths(since, years * 12), isDue: years * 12 <= held };
  }
  return null;
}

function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [from, to].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))) as [number, number];
  return b - a;
}
