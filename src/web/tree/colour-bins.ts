/** A span of values that one shade stands for. */
export interface Bin {
  from: number;
  to: number;
  /** From 1, the palest. */
  step: number;
  count: number;
}

/** So many shades can be told from each other, on screen and on paper. */
const shades = 5;

/** Equal spans from the least to the greatest value; where there are few values, one for each. Empty ones are left out. */
export function binsOf(values: readonly (number | null)[]): Bin[] {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const [least, greatest] = [known[0], known.at(-1)];
  if (least === undefined || greatest === undefined) return [];
  const each = [...new Set(known)];
  const count = (from: number, to: number) => known.filter((value) => from <= value && value <= to).length;
  if (each.length <= shades)
    return each.map((value, at) => ({
      from: value,
      to: value,
      step: spread(at, each.length),
      count: count(value, value),
    }));
  const width = (greatest - least) / shades;
  const bins: Bin[] = [];
  for (let step = 1; step <= shades; step += 1) {
    const isLast = step === shades;
    const inside = known.filter(
      (value) => value >= least + width * (step - 1) && (isLast || value < least + width * step) && value <= greatest,
    );
    // Told by the values that are there: no number stands between two spans.
    if (inside.length > 0)
      bins.push({ from: inside[0] as number, to: inside.at(-1) as number, step, count: inside.length });
  }
  return bins;
}

/** Few values stand as far apart as there are shades. */
const spread = (at: number, count: number): number =>
  count === 1 ? Math.ceil(shades / 2) : 1 + Math.round((at * (shades - 1)) / (count - 1));

/** How strong a shade is, from 0 to 1. */
export function strengthOf(bins: readonly Bin[], value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const step = bins.find(({ from, to }) => from <= value && value <= to)?.step;
  return step === undefined ? null : strength(step);
}

export const strength = (step: number): number => 0.1 + (0.9 * step) / shades;
