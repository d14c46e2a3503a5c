import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, readSearch, writeSearch } from './address.ts';

const word = fc.string({ minLength: 1, unit: 'grapheme' });
const search = fc.record(
  {
    unit: word,
    tenant: word,
    period: fc.constantFrom('2025', '2025-Q1', '2025-01-15..2025-03-31'),
    known: fc.constant('2026-01-01T00:00:00.000Z'),
    open: word,
    arg: fc.array(
      fc.tuple(word, word).map((pair) => pair.join('=')),
      { minLength: 1 },
    ),
    ofUnit: word,
    ofPeriod: fc.constant('2024'),
    tab: fc.constantFrom('list', 'units', 'not-counted', 'definition'),
  },
  { requiredKeys: [] },
);

test('for every state of a page: its address reads back as the state', () => {
  fc.assert(
    fc.property(search, (state) => {
      expect(readSearch(parseSearch(writeSearch(state)))).toEqual(state);
    }),
  );
});

test('an address stays readable', () => {
  expect(writeSearch({ unit: 'KCQ.001', period: '2020', open: 'form-1/B2', arg: ['level=good', 'sex=male'] })).toBe(
    '?unit=KCQ.001&period=2020&open=form-1/B2&arg=level=good&arg=sex=male',
  );
});

test('what does not belong in an address is left out, not refused', () => {
  expect(
    readSearch({ unit: ['A', 'B'], period: 'soon', known: 'never', tab: 'all', arg: ['level'], other: 'x' }),
  ).toEqual({});
});
