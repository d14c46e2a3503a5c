import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedClock } from './clock.ts';
import {
  addDays,
  addMonths,
  compare,
  daysBetween,
  earliest,
  isDay,
  isPartialDay,
  latest,
  precision,
  today,
  wholeYearsBetween,
} from './day.ts';

const DAY_MS = 86_400_000;
const FIRST = Math.round(new Date('0001-01-01T00:00:00Z').getTime() / DAY_MS);
const LAST = Math.round(Date.UTC(9999, 11, 31) / DAY_MS);
const text = (serial: number): string => new Date(serial * DAY_MS).toISOString().slice(0, 10);
const serials = fc.integer({ min: FIRST, max: LAST });
const near = fc.integer({
  min: Math.round(Date.UTC(1900, 0, 1) / DAY_MS),
  max: Math.round(Date.UTC(2100, 0, 1) / DAY_MS),
});

test('for every two days, adding and subtracting agree with Date.UTC', () => {
  fc.assert(
    fc.property(serials, serials, (a, b) => {
      expect(daysBetween(text(a), text(b))).toBe(b - a);
      expect(addDays(text(a), b - a)).toBe(text(b));
      expect(compare(text(a), text(b))).toBe(Math.sign(a - b));
      expect(isDay(text(a))).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('for every year, month and date, isDay says what Date.UTC says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, date) => {
      const candidate = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      const back = new Date(Date.UTC(year, month - 1, date));
      const isReal = back.getUTCMonth() === month - 1 && back.getUTCDate() === date && back.getUTCFullYear() === year;
      expect(isDay(candidate)).toBe(isReal);
      expect(isPartialDay(candidate)).toBe(isReal);
    }),
    { numRuns: 5000 },
  );
});

test('what is not written as a day is not a day', () => {
  for (const wrong of [
    '',
    '2026',
    '2026-1-01',
    '2026-01-1',
    '2026/01/01',
    '2026-01-01 ',
    '0000-01-01',
    '2026-01-0x',
    20260101,
    null,
  ]) {
    expect(isDay(wrong)).toBe(false);
  }
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('1900-02-29'), isDay('2000-02-29')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('for every day, adding months keeps the date or clamps it to the end of the month', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: -1200, max: 1200 }), (serial, count) => {
      const date = new Date(serial * DAY_MS);
      const end = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0));
      const wanted = Math.min(date.getUTCDate(), end.getUTCDate());
      expect(addMonths(text(serial), count)).toBe(`${end.toISOString().slice(0, 8)}${String(wanted).padStart(2, '0')}`);
    }),
  );
  expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-03-31', -13)]).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2025-02-28',
  ]);
});

test('for every two days, whole years is the greatest n whose anniversary has been reached', () => {
  fc.assert(
    fc.property(near, near, (a, b) => {
      const years = wholeYearsBetween(text(a), text(b));
      expect(addMonths(text(a), 12 * years) <= text(b)).toBe(true);
      expect(addMonths(text(a), 12 * (years + 1)) > text(b)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('a day outside the years 0001–9999 is refused', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('not a day!', Number.NaN)).toThrow(RangeError);
});

test('today is the day in Viet Nam: it begins at 17:00 UTC', () => {
  expect(today(fixedClock('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
  expect(today(fixedClock('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
});

test('a partial day has a precision, a first and a last day', () => {
  expect(['1965', '1964-02', '1965-03-19'].map(precision)).toEqual(['year', 'month', 'day']);
  expect(['1965', '1964-02', '1965-03-19'].map(earliest)).toEqual(['1965-01-01', '1964-02-01', '1965-03-19']);
  expect(['1965', '1964-02', '1965-03-19'].map(latest)).toEqual(['1965-12-31', '1964-02-29', '1965-03-19']);
  expect(['1965', '1964-02'].every(isPartialDay)).toBe(true);
  expect(['0000', '196', '1965-13', '1965-00', '1965-1', '1965_01', 1965].some(isPartialDay)).toBe(false);
});
