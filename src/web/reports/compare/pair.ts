import type { ReportShown } from '#/reports/contract.ts';
import type { ToOpen } from '../../opened.ts';

type Row = ReportShown['rows'][number];

/** A number as it stands in one of two reports. */
export type Cell = Pick<Row, 'value' | 'reason' | 'decimals' | 'isBlank'> & {
  /** Where the value is known as a range alone. */
  range?: { min: number; max: number };
};

export interface Side {
  /** Null: the form has no number there (it prints ×). */
  cell: Cell | null;
  open: ToOpen;
}

/** One row of two reports, side by side. */
export interface Pair {
  key: string;
  mark: string;
  label: string;
  level: number;
  isHeading: boolean;
  isPercent?: boolean;
  /** Null: that report has no such row. */
  here: Side | null;
  there: Side | null;
}

export interface Difference {
  by: number;
  /** In percent of the other; null where that is nothing, or where both are percentages. */
  percent: number | null;
  decimals: number | undefined;
}

/** How much more this one is than the other; null where one of them is not known. */
export function difference({ here, there, isPercent = false }: Pair): Difference | null {
  const [mine, theirs] = [here?.cell, there?.cell];
  if (mine?.value == null || theirs?.value == null) return null;
  const by = mine.value - theirs.value;
  const percent = isPercent || theirs.value === 0 ? null : (by * 100) / theirs.value;
  return { by, percent, decimals: mine.decimals ?? theirs.decimals };
}

/** What only one of the two has. */
export function onlyIn(pairs: readonly Pair[], side: 'here' | 'there'): Pair[] {
  const other = side === 'here' ? 'there' : 'here';
  return pairs.filter((pair) => pair[other] === null && pair[side] !== null && !pair.isHeading);
}

/**
 * The rows of two lists in one: in the order of the first, and what only the second has behind the row that it follows
 * there.
 */
export function merged<T>(
  here: readonly T[],
  there: readonly T[],
  keyOf: (one: T) => string,
): { here: T | null; there: T | null }[] {
  const theirs = new Map(there.map((one) => [keyOf(one), one]));
  const mine = new Set(here.map(keyOf));
  const all: { here: T | null; there: T | null }[] = here.map((one) => ({
    here: one,
    there: theirs.get(keyOf(one)) ?? null,
  }));
  let before: T | null = null;
  for (const one of there) {
    if (!mine.has(keyOf(one))) all.splice(placeAfter(all, before, keyOf), 0, { here: null, there: one });
    before = one;
  }
  return all;
}

function placeAfter<T>(
  all: readonly { here: T | null; there: T | null }[],
  before: T | null,
  keyOf: (one: T) => string,
): number {
  if (before === null) return 0;
  return all.findIndex(({ here, there }) => keyOf((here ?? there) as T) === keyOf(before)) + 1;
}
