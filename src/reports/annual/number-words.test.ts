import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInWords, roundedCount, shownPercent, stepOf } from './number-words.ts';

test('the counts of five published reports get the words they were printed with', () => {
  expect(countInWords(1_701, 'flow')).toBe('trên 1.700');
  expect(countInWords(8_391, 'stock')).toBe('gần 8.400');
  expect(countInWords(14_712, 'stock')).toBe('hơn 14.700');
  expect(countInWords(1_807, 'flow')).toBe('trên 1.800');
});

test('below a thousand, and where nothing was rounded, a count stands without a word', () => {
  expect([0, 1, 117, 972, 999].map((count) => countInWords(count, 'flow'))).toEqual(['0', '1', '117', '972', '999']);
  expect([1_000, 8_400, 480_000].map((count) => countInWords(count, 'stock'))).toEqual(['1.000', '8.400', '480.000']);
});

test('for every count: the word tells on which side of the printed number the exact one lies, and how near', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6_000_000 }), fc.constantFrom('stock', 'flow'), (count, time) => {
      const printed = countInWords(count, time as 'stock' | 'flow');
      const [, word, digits] = /^(?:(trên|hơn|gần) )?([\d.]+)$/.exec(printed) as RegExpExecArray;
      const rounded = Number((digits as string).replaceAll('.', ''));
      expect(rounded).toBe(roundedCount(count));
      if (word === undefined) expect(rounded).toBe(count);
      else if (word === 'gần') expect(rounded).toBeGreaterThan(count);
      else expect(rounded).toBeLessThan(count);
      if (word === 'hơn' || word === 'trên') expect(word).toBe(time === 'flow' ? 'trên' : 'hơn');
      expect(Math.abs(rounded - count) * 2).toBeLessThanOrEqual(stepOf(count));
      expect(stepOf(count) * 10).toBeLessThanOrEqual(Math.max(10, count));
    }),
  );
});

test('a whole percentage has no decimals in prose', () => {
  expect([shownPercent(93, 1), shownPercent(97.08, 2), shownPercent(97.1, 2), shownPercent(0.5, 1)]).toEqual([
    '93%',
    '97,08%',
    '97,10%',
    '0,5%',
  ]);
});
