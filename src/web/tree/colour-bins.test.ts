import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binsOf, strengthOf } from './colour-bins.ts';

test('for all values, each lies in exactly one span, and the spans count them all', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))), (values) => {
      const bins = binsOf(values);
      const known = values.filter((value) => value !== null);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(known.length);
      for (const value of known) expect(bins.filter(({ from, to }) => from <= value && value <= to)).toHaveLength(1);
    }),
  );
});

test('a greater value is never paler', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2 }), (values) => {
      const bins = binsOf(values);
      const strengths = values.toSorted((a, b) => a - b).map((value) => strengthOf(bins, value) ?? -1);
      expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
    }),
  );
});

test('few values are told one by one; none at all has no shade', () => {
  expect(binsOf([50, null, 20, 50])).toEqual([
    { from: 20, to: 20, step: 1, count: 1 },
    { from: 50, to: 50, step: 5, count: 2 },
  ]);
  expect(binsOf([null])).toEqual([]);
  expect(strengthOf([], 3)).toBeNull();
});
