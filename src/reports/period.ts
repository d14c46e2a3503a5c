import { addDays, addMonths, type Day } from '#/platform/day.ts';

/** Both days are included. */
export interface Period {
  from: Day;
  to: Day;
}

/** The same period a year before; one that ends with a month ends with it there too (28 and 29 February). */
export function samePeriodLastYear({ from, to }: Period): Period {
  const next = addDays(to, 1);
  const endsMonth = next.endsWith('-01');
  return { from: addMonths(from, -12), to: endsMonth ? addDays(addMonths(next, -12), -1) : addMonths(to, -12) };
}
