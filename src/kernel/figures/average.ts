import { type RawBuilder, sql } from 'kysely';
import { type BrokenCount, breakDown } from './breakdown.ts';
import type { Breakdown } from './breakdown-rows.ts';
import { sharesOf, splitByUnit } from './by-unit.ts';
import type { Catalogue } from './catalogue.ts';
import type { Wanted } from './count.ts';
import { periodOf, rowsInPlace } from './counted.ts';
import type { AverageFigure, CountFigure, ListEntry, NotCounted } from './figure.ts';
import type { Frame } from './frame.ts';
import { type ListedRow, toEntries, withLabels } from './list.ts';
import { type Rational, rational } from './rounding.ts';
import type { UnitLabel } from './unit-labels.ts';

export interface Average {
  /** Exactly; null where nobody's is told. */
  value: Rational | null;
  /** Of how many, and what theirs add up to. */
  named: number;
  sum: number;
  list?: ListEntry[];
  notCounted?: NotCounted[];
  byUnit?: (UnitLabel & { value: Rational | null })[];
}

/** The count figure whose rows tell what the average is of. */
export function averaged(catalogue: Catalogue, { figure, name }: AverageFigure): CountFigure {
  const count = catalogue.get(figure);
  if (count.type !== 'count' || count.breakdown === undefined)
    throw new Error(`${name} is the average of no breakdown`);
  return count;
}

export const averageOf = ({ named, sum }: BrokenCount): Rational | null => (named === 0 ? null : rational(sum, named));

/** The mean over whoever's is told, exactly, with what was asked beside it. */
export async function evaluateAverage(
  frame: Frame,
  catalogue: Catalogue,
  figure: AverageFigure,
  wanted: Wanted,
): Promise<Average> {
  const count = averaged(catalogue, figure);
  const { from, to } = count.time === 'stock' ? { from: frame.on, to: frame.on } : periodOf(frame, figure);
  const [told] = (await breakDown(frame, [{ figure: count, args: {}, from, to, sumOf: figure.column }])) as [
    BrokenCount,
  ];
  const average: Average = { ...told, value: averageOf(told) };
  if (!(wanted.list || wanted.notCounted || wanted.byUnit)) return average;
  const days = count.time === 'stock' ? [sql`${frame.on}::date`] : [];
  const { rows: rowsWith, dated = [] } = count.breakdown as Breakdown;
  const rows = rowsWith(frame.facts, new Set([figure.column]), days);
  const value = sql`, r.${sql.ref(dated.includes(figure.column) ? `${figure.column}0` : figure.column)} as value`;
  const placed = await rowsInPlace(frame, count, {}, rows, 'plain', value);
  const only = (isTold: boolean) => sql`select c.* from (${placed}) c where (c.value is not null) = ${sql.lit(isTold)}`;
  if (wanted.list) average.list = await entries(frame, count, only(true));
  if (wanted.notCounted) {
    const why = 'hồ sơ chưa ghi';
    average.notCounted = (await entries(frame, count, only(false))).map(({ value: _, ...entry }) => ({
      ...entry,
      why,
    }));
  }
  if (wanted.byUnit) average.byUnit = await byUnit(frame, only(true));
  return average;
}

async function entries(frame: Frame, count: CountFigure, rows: RawBuilder<unknown>): Promise<ListEntry[]> {
  const listed = (await withLabels(frame, count, rows)) as (ListedRow & { value: number })[];
  return (await toEntries(frame, count, listed)).map(({ row, ...entry }) => ({ ...entry, value: row.value }));
}

async function byUnit(frame: Frame, rows: RawBuilder<unknown>): Promise<NonNullable<Average['byUnit']>> {
  const sums = await sharesOf(frame, rows, sql`sum(c.value)`);
  const counts = await splitByUnit(frame, await sharesOf(frame, rows, sql`count(*)`));
  return counts.map(({ unitId, code, name, value }) => ({
    code,
    name,
    value: averageOf({ named: value, sum: sums.get(unitId) ?? 0 }),
  }));
}
