import { addDays, addMonths, type Day, isLastDay } from '#/platform/day.ts';

export const periodKinds = ['year', 'half', 'quarter', 'month', 'free'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A span of days, both included, and how it was chosen. */
export interface Period {
  kind: PeriodKind;
  from: Day;
  to: Day;
}

const monthsOf: Record<Exclude<PeriodKind, 'free'>, number> = { year: 12, half: 6, quarter: 3, month: 1 };

/** Reads what stands in an address: 2025, 2025-H1, 2025-Q3, 2025-07, 2025-01-15..2025-03-31. Null: no period. */
export function readPeriod(text: string): Period | null {
  const named = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (named !== null) {
    const [, year, half, quarter, month] = named;
    if (Number(year) < 2) return null; // the year before it must exist too
    if (half !== undefined) return spanOf('half', year as string, (Number(half) - 1) * 6);
    if (quarter !== undefined) return spanOf('quarter', year as string, (Number(quarter) - 1) * 3);
    if (month !== undefined) return spanOf('month', year as string, Number(month) - 1);
    return spanOf('year', year as string, 0);
  }
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined || more.length > 0) return null;
  return isLastDay(from) && isLastDay(to) && from <= to ? { kind: 'free', from, to } : null;
}

/** The period as it stands in an address. */
export function writePeriod({ kind, from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  if (kind === 'year') return year;
  if (kind === 'half') return `${year}-H${month > 6 ? 2 : 1}`;
  if (kind === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`;
  return kind === 'month' ? from.slice(0, 7) : `${from}..${to}`;
}

/** The period of that kind which holds the last day of the given one. */
export function asKind(kind: PeriodKind, { from, to }: Period): Period {
  if (kind === 'free') return { kind, from, to };
  const months = monthsOf[kind];
  const start = Math.floor((Number(to.slice(5, 7)) - 1) / months) * months;
  return spanOf(kind, to.slice(0, 4), start);
}

/** The period that many steps later; a free one steps by its own length. */
export function step(period: Period, by: number): Period {
  const { kind, from, to } = period;
  if (kind !== 'free') return asKind(kind, { kind, from, to: addMonths(from, monthsOf[kind] * by) });
  const days = daysIn(period) * by;
  return { kind, from: addDays(from, days), to: addDays(to, days) };
}

/** The same period a year before; one that ends with a month ends with it there too (28 and 29 February). */
export function lastYear({ kind, from, to }: Period): Period {
  const next = addDays(to, 1);
  const end = next.endsWith('-01') ? addDays(addMonths(next, -12), -1) : addMonths(to, -12);
  return { kind, from: addMonths(from, -12), to: end };
}

/** The whole year. */
export function yearPeriod(year: number): Period {
  return spanOf('year', String(year).padStart(4, '0'), 0);
}

function spanOf(kind: Exclude<PeriodKind, 'free'>, year: string, startMonth: number): Period {
  const from = `${year}-${String(startMonth + 1).padStart(2, '0')}-01`;
  return { kind, from, to: addDays(addMonths(from, monthsOf[kind]), -1) };
}

function daysIn({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
