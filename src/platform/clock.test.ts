import { expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

test('the system clock moves with the machine', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
});

test('a fixed clock stands still, whatever is done to the date it gave', () => {
  const clock = fixedClock('2026-11-23T01:02:03.004Z');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-11-23T01:02:03.004Z');
  expect(() => fixedClock('yesterday')).toThrow(RangeError);
});
