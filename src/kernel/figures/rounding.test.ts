import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#/platform/errors.ts';
import { compareRational, divide, parseDecimal, rational, round, roundingMethods, shares } from './rounding.ts';

const row = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 8 })
  .filter((counts) => counts.some((c) => c > 0));
const decimals = fc.integer({ min: 1, max: 6 });

test('the row of Hải Hậu 2020 is 15.6 / 76.6 / 7.8: half up, the residual on the largest share', () => {
  expect(shares([14, 69, 7], 1, 'half-up-residual-largest')).toEqual([15.6, 76.6, 7.8]);
  expect(shares([14, 69, 7], 1, 'half-up')).toEqual([15.6, 76.7, 7.8]);
  expect(shares([14, 69, 7], 1, 'truncated')).toEqual([15.5, 76.6, 7.7]);
  expect(shares([14, 69, 7], 1, 'largest-remainder')).toEqual([15.5, 76.7, 7.8]);
});

test('a half goes up, away from zero, however the binary fraction would fall', () => {
  expect(round(rational(1005, 1000), 2)).toBe(1.01);
  expect(round(rational(-1005, 1000), 2)).toBe(-1.01);
  expect(round(rational(-1009, 1000), 2, 'truncated')).toBe(-1);
  expect(round(rational(1, 3), 6)).toBe(0.333333);
  expect(round(rational(5, 10), 0)).toBe(1);
});

test('for every row the two methods for complete rows add up to exactly 100', () => {
  fc.assert(
    fc.property(
      row,
      decimals,
      fc.constantFrom('half-up-residual-largest', 'largest-remainder'),
      (counts, places, method) => {
        const units = shares(counts, places, method).map((share) => Math.round((share as number) * 10 ** places));
        expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(100 * 10 ** places);
      },
    ),
  );
});

test('for every row and method no share is a whole unit or more from the exact one, save the one that takes the residual', () => {
  fc.assert(
    fc.property(row, decimals, fc.constantFrom(...roundingMethods), (counts, places, method) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const off = shares(counts, places, method).filter((share, i) => {
        const difference = rational(BigInt(counts[i] as number) * 100n, BigInt(total));
        const given = parseDecimal((share as number).toFixed(places));
        const gap = Number(given.numerator * difference.denominator - difference.numerator * given.denominator);
        return Math.abs(gap / Number(given.denominator * difference.denominator)) >= 10 ** -places;
      });
      expect(off.length).toBeLessThanOrEqual(method === 'half-up-residual-largest' ? 1 : 0);
    }),
  );
});

test('for every row a larger count never gets a smaller share by largest remainder', () => {
  fc.assert(
    fc.property(row, decimals, (counts, places) => {
      const given = shares(counts, places, 'largest-remainder') as number[];
      for (const [i, a] of counts.entries())
        for (const [j, b] of counts.entries()) if (a > b) expect(given[i]).toBeGreaterThanOrEqual(given[j] as number);
    }),
  );
});

test('a row without counts has no shares', () => {
  expect(shares([0, 0], 1, 'largest-remainder')).toEqual([null, null]);
});

test('what cannot be rounded so is refused', () => {
  expect(() => round(rational(1, 2), 1, 'largest-remainder')).toThrow(Problem);
  expect(() => round(rational(1, 2), 7)).toThrow(Problem);
  expect(() => shares([1], 1.5, 'half-up')).toThrow(Problem);
  expect(() => shares(Array(200).fill(1), 0, 'half-up-residual-largest')).toThrow('more decimals');
});

test('fractions are exact', () => {
  expect(parseDecimal('106.30')).toEqual({ numerator: 10630n, denominator: 100n });
  expect(parseDecimal('-0.5')).toEqual({ numerator: -5n, denominator: 10n });
  expect(round(divide(rational(1701), parseDecimal('16.00')), 1)).toBe(106.3);
  expect(compareRational(rational(1, 3), rational(333333333333333333n, 1000000000000000000n))).toBe(1);
});
