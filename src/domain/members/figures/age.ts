import { type RawBuilder, sql } from 'kysely';
import type { FactSource } from '#/kernel/figures/source.ts';

/** The bands of Forms 2 and 3. In full years on the day, from the first to below the second; null: no bound. */
export const ageBands: Record<string, [number | null, number | null]> = {
  '18-30': [null, 31],
  '31-35': [31, 36],
  '36-40': [36, 41],
  '41-45': [41, 46],
  '46-50': [46, 51],
  '51-55': [51, 56],
  '56-60': [56, 61],
  'over-60': [61, null],
};

/** The day on which the person of record r turns an age. PostgreSQL puts the birthday of 29 February on 28 February, as addMonths does. */
export function birthday(age: number | null): RawBuilder<unknown> {
  return age === null ? sql`null::date` : sql`(r.born_on + make_interval(years => ${sql.lit(age)}))::date`;
}

/**
 * Leaves the records (r) of people who can be of a band on a day somebody will look at; a day or two more, for whoever was
 * born on 29 February. Spares the join of everybody else: a third of the time for the young of a province.
 */
export function bornForBand(
  { span }: FactSource,
  [least, below]: readonly [number | null, number | null],
): RawBuilder<unknown> {
  if (span === null) return sql`true`;
  const years = (age: number) => sql`make_interval(years => ${sql.lit(age)})`;
  const young = below === null ? sql`true` : sql`r.born_on >= ${span.from}::date - ${years(below)} - interval '2 days'`;
  const old = least === null ? sql`true` : sql`r.born_on <= ${span.to}::date - ${years(least)} + interval '2 days'`;
  return sql`${young} and ${old}`;
}
