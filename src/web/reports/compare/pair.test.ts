import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, difference, merged, onlyIn, type Pair } from './pair.ts';

const side = (cell: Cell | null) => ({ cell, open: { open: 'form-1/A' } });
const pair = (here: Cell | null | undefined, there: Cell | null | undefined, more: Partial<Pair> = {}): Pair => ({
  key: 'A',
  mark: 'A',
  label: 'Dòng A',
  level: 0,
  isHeading: false,
  here: here === undefined ? null : side(here),
  there: there === undefined ? null : side(there),
  ...more,
});

test('the difference is of this one, in percent of the other', () => {
  expect(difference(pair({ value: 30 }, { value: 40 }))).toMatchObject({ by: -10, percent: -25 });
  expect(difference(pair({ value: 3 }, { value: 0 }))).toMatchObject({ by: 3, percent: null });
  expect(difference(pair({ value: 80 }, { value: 75 }, { isPercent: true }))).toMatchObject({ by: 5, percent: null });
});

test('what is not known has no difference', () => {
  for (const [here, there] of [
    [{ value: null }, { value: 1 }],
    [{ value: 1 }, null],
    [undefined, { value: 1 }],
  ] as const)
    expect(difference(pair(here, there))).toBeNull();
});

test('a row of one side alone is told, a heading is not', () => {
  const pairs = [pair({ value: 1 }, undefined), pair({ value: 1 }, undefined, { isHeading: true }), pair(null, null)];
  expect(onlyIn(pairs, 'here')).toEqual([pairs[0]]);
  expect(onlyIn(pairs, 'there')).toEqual([]);
});

test('what only the second list has stands behind what it follows there', () => {
  const both = merged([...'abc'], [...'xaybcz'], (one) => one);
  expect(both.map(({ here, there }) => here ?? there).join('')).toBe('xaybcz');
  expect(both.filter(({ here }) => here === null).map(({ there }) => there)).toEqual(['x', 'y', 'z']);
});

test('whatever the lists are: each row once, the first in its own order', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefghij'));
  fc.assert(
    fc.property(list, list, (first, second) => {
      const both = merged(first, second, (one) => one);
      expect(both.flatMap(({ here }) => here ?? [])).toEqual(first);
      expect(both.map(({ here, there }) => here ?? there).toSorted()).toEqual(
        [...new Set([...first, ...second])].toSorted(),
      );
      for (const { here, there } of both) if (here !== null && there !== null) expect(there).toBe(here);
    }),
  );
});
