import { addDays, addMonths, type Day } from '#/platform/day.ts';

export interface Span {
  from: Day;
  to: Day;
}

/** The times that the page of a day speaks of, each with the same time a year before. */
export interface PageTimes {
  /** From the first of January to the day. */
  year: { now: Span; before: Span };
  /** The last year that is over by the day: classification is of whole years, and counts on their 31 December. */
  classified: { now: Span; before: Span };
  /** The last month that is over by the day. */
  month: { now: Span; before: Span };
}

export function timesOf(on: Day): PageTimes {
  const first = `${on.slice(0, 4)}-01-01`;
  const year = Number(on.slice(0, 4));
  const classified = on.slice(5) === '12-31' ? year : year - 1;
  const nextMonth = addMonths(`${on.slice(0, 7)}-01`, 1);
  const monthEnd = addDays(on, 1) === nextMonth ? on : addDays(`${on.slice(0, 7)}-01`, -1);
  const month = { from: `${monthEnd.slice(0, 7)}-01`, to: monthEnd };
  return {
    year: { now: { from: first, to: on }, before: { from: yearBefore(first), to: yearBefore(on) } },
    classified: { now: wholeYear(classified), before: wholeYear(classified - 1) },
    month: { now: month, before: { from: yearBefore(month.from), to: lastOfMonth(yearBefore(month.from)) } },
  };
}

export function wholeYear(year: number): Span {
  const text = String(year).padStart(4, '0');
  return { from: `${text}-01-01`, to: `${text}-12-31` };
}

/** 28 February for a 29th; the last of February for a last of February would compare other days. */
function yearBefore(day: Day): Day {
  return addMonths(day, -12);
}

function lastOfMonth(first: Day): Day {
  return addDays(addMonths(first, 1), -1);
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
