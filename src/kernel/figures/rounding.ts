import { Problem } from '#/platform/errors.ts';

/**
 * How a share is cut to decimals. The first two treat each share alone; the last two make a complete row add up to 100:
 * `half-up-residual-largest` rounds each half up and puts what is missing or over on the largest share,
 * `largest-remainder` cuts each and gives the missing units to the largest remainders.
 */
export const roundingMethods = ['half-up', 'truncated', 'half-up-residual-largest', 'largest-remainder'] as const;
export type RoundingMethod = (typeof roundingMethods)[number];

/** An exact number; the denominator is positive. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

/** An exact fraction of whole numbers. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('a fraction has no denominator 0');
  return d < 0n ? { numerator: -n, denominator: -d } : { numerator: n, denominator: d };
}

/** Reads a plain decimal as PostgreSQL prints a numeric: '106.30'. */
export function parseDecimal(text: string | number): Rational {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text));
  if (parts === null) throw new RangeError(`${text} is not a decimal number`);
  const [, sign, whole = '', fraction = ''] = parts;
  const digits = BigInt(whole + fraction);
  return { numerator: sign === '-' ? -digits : digits, denominator: 10n ** BigInt(fraction.length) };
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Over the larger denominator where one divides the other: sums of decimals stay decimals. */
export function plus(a: Rational, b: Rational): Rational {
  const [small, large] = a.denominator < b.denominator ? [a, b] : [b, a];
  if (large.denominator % small.denominator !== 0n)
    return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
  const factor = large.denominator / small.denominator;
  return { numerator: large.numerator + small.numerator * factor, denominator: large.denominator };
}

export function times(a: Rational, factor: bigint): Rational {
  return { numerator: a.numerator * factor, denominator: a.denominator };
}

/** -1, 0 or 1, exactly. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function scaleOf(decimals: number): bigint {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    throw new Problem('rounding.decimals', 'Decimals are a whole number from 0 to 6.');
  return 10n ** BigInt(decimals);
}

/** In units of the last decimal. Halves go away from zero, as is usual in Vietnamese statistics. */
function halfUp({ numerator, denominator }: Rational, scale: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size * scale + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The nearest number with that many decimals; a method that needs the whole row of shares is refused. */
export function round(value: Rational, decimals: number, method: RoundingMethod = 'half-up'): number {
  const scale = scaleOf(decimals);
  if (method === 'half-up') return toNumber(halfUp(value, scale), decimals);
  if (method === 'truncated') return toNumber((value.numerator * scale) / value.denominator, decimals);
  throw new Problem('rounding.needs-row', `The method ${method} rounds a complete row of shares, not a single figure.`);
}

/** The shares of a complete row in percent; null where the row is empty of counts. Counts are not negative. */
export function shares(counts: readonly number[], decimals: number, method: RoundingMethod): (number | null)[] {
  const scale = scaleOf(decimals);
  const total = counts.reduce((sum, count) => sum + BigInt(count), 0n);
  if (total === 0n) return counts.map(() => null);
  const exact = counts.map((count) => rational(BigInt(count) * 100n, total));
  return unitsOf(exact, scale, method).map((units) => toNumber(units, decimals));
}

function unitsOf(exact: readonly Rational[], scale: bigint, method: RoundingMethod): bigint[] {
  if (method === 'half-up') return exact.map((share) => halfUp(share, scale));
  const cut = exact.map((share) => (share.numerator * scale) / share.denominator);
  if (method === 'truncated') return cut;
  const whole = 100n * scale;
  if (method === 'largest-remainder') {
    const missing = Number(whole - cut.reduce((sum, units) => sum + units, 0n));
    const order = exact
      .map((share, i) => ({ i, remainder: (share.numerator * scale) % share.denominator, share }))
      .sort((a, b) => sign(b.remainder - a.remainder) || compareRational(b.share, a.share) || a.i - b.i);
    for (const { i } of order.slice(0, missing)) cut[i] = (cut[i] as bigint) + 1n;
    return cut;
  }
  const rounded = exact.map((share) => halfUp(share, scale));
  const largest = exact.reduce((best, share, i) => (compareRational(share, exact[best] as Rational) > 0 ? i : best), 0);
  const residual = whole - rounded.reduce((sum, units) => sum + units, 0n);
  rounded[largest] = (rounded[largest] as bigint) + residual;
  // Hundreds of tiny shares can round up to more than the largest of them holds.
  if ((rounded[largest] as bigint) < 0n)
    throw new Problem(
      'rounding.residual',
      'The rounding difference is larger than the largest share: use more decimals.',
    );
  return rounded;
}

function sign(value: bigint): -1 | 0 | 1 {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

// A whole number of units over a power of ten reads back as the nearest double, which prints as the decimal it is.
function toNumber(units: bigint, decimals: number): number {
  const size = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? size : `${size.slice(0, -decimals)}.${size.slice(-decimals)}`;
  return Number(units < 0n ? `-${text}` : text);
}
