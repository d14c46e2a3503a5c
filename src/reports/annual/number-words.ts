import { shown } from '../numbers.ts';

/** Below this a count is always printed exactly: nobody writes "gần 100" of 97 members. */
const LEAST = 1000;

/** Three leading digits, and never finer than hundreds: "trên 1.700", "hơn 14.700", "hơn 481.000". */
export function stepOf(count: number): number {
  return count < LEAST ? 1 : 10 ** Math.max(2, Math.floor(Math.log10(count)) - 2);
}

/** The nearest whole step; a half goes up. */
export function roundedCount(count: number): number {
  const step = stepOf(count);
  return Math.floor((2 * count + step) / (2 * step)) * step;
}

/**
 * A count rounded, with the word that tells to which side: what was rounded down is "trên" (of things done) or "hơn" (of
 * things there are), what was rounded up is "gần", what is exact has no word.
 */
export function countInWords(count: number, time: 'stock' | 'flow'): string {
  const rounded = roundedCount(count);
  if (rounded === count) return shown(count);
  if (rounded > count) return `gần ${shown(rounded)}`;
  return `${time === 'flow' ? 'trên' : 'hơn'} ${shown(rounded)}`;
}

/** A percentage in prose: 93%, not 93,0%; 97,10% keeps its decimals. */
export function shownPercent(value: number, decimals: number): string {
  return `${shown(value, Number.isInteger(value) ? 0 : decimals)}%`;
}
