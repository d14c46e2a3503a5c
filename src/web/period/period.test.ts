import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#/platform/day.ts';
import { asKind, lastYear, type Period, periodKinds, readPeriod, step, writePeriod } from './period.ts';

const day = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1900-01-01', count));
const period = fc
  .tuple(fc.constantFrom(...periodKinds), day, fc.integer({ min: 0, max: 900 }))
  .map(([kind, from, length]): Period => asKind(kind, { kind, from, to: addDays(from, length) }));

test.each([
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-H2', '2025-07-01', '2025-12-31'],
  ['2025-Q3', '2025-07-01', '2025-09-30'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2025-01-15..2025-03-31', '2025-01-15', '2025-03-31'],
])('%s is from %s to %s', (text, from, to) => {
  expect(readPeriod(text)).toMatchObject({ from, to });
});

test.each([
  '',
  '25',
  '2025-13',
  '2025-Q5',
  '2025-H0',
  '2025-02-30..2025-03-01',
  '2025-03-02..2025-03-01',
  '..',
  '0001',
])('"%s" is no period', (text) => {
  expect(readPeriod(text)).toBeNull();
});

test('for every period: what stands in the address reads back as the period', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(readPeriod(writePeriod(one))).toEqual(one);
    }),
  );
});

test('for every period: a step on and a step back lead home, and periods in a row leave no day between them', () => {
  fc.assert(
    fc.property(period, (one) => {
      const next = step(one, 1);
      expect(next.from).toBe(addDays(one.to, 1));
      expect(step(next, -1)).toEqual(one);
    }),
  );
});

test('for every period: the period of another kind holds its last day', () => {
  fc.assert(
    fc.property(period, fc.constantFrom(...periodKinds), (one, kind) => {
      const { from, to } = asKind(kind, one);
      expect(from <= one.to && one.to <= to).toBe(true);
    }),
  );
});

test.each([
  ['2025', '2024'],
  ['2025-H2', '2024-H2'],
  ['2025-Q1', '2024-Q1'],
  ['2025-02', '2024-02'],
  ['2025-01-15..2025-02-28', '2024-01-15..2024-02-29'],
  ['2024-02-10..2024-02-29', '2023-02-10..2023-02-28'],
  ['2025-03-05..2025-04-14', '2024-03-05..2024-04-14'],
])('a year before %s is %s', (given, before) => {
  expect(writePeriod(lastYear(readPeriod(given) as Period))).toBe(before);
});
