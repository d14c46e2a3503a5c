import type { PartialDay } from '#/platform/day.ts';

/** A day as a Vietnamese sentence writes it, also one known to the month or year: 03/02/2010. */
export function spokenDay(day: PartialDay): string {
  return day.split('-').reverse().join('/');
}
