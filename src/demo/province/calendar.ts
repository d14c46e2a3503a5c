import { addDays, type Day } from '#/platform/day.ts';
import { isWorkingDay } from '../working-days.ts';
import { OPENING } from './tree.ts';

/** Days are made once and then named by their number: text is slow to make half a million times. Day 0 is the opening. */
const BEFORE = 400;
const AFTER = 420;
const days: readonly Day[] = Array.from({ length: BEFORE + AFTER }, (_, i) => addDays(OPENING, i - BEFORE));

export const YEAR = 365;

export const day = (number: number): Day => days[number + BEFORE] as Day;

const next = days.map((_, i) => {
  let at = i;
  while (at < days.length && !isWorkingDay(days[at] as Day)) at += 1;
  return at - BEFORE;
});

/** That day, or the next on which people work. */
export const workingFrom = (number: number): number => next[number + BEFORE] as number;

/** The n-th of `count` things spread over the days from … to−1, on working days, never decreasing. */
export const spread = (n: number, count: number, from: number, to: number): number =>
  workingFrom(from + Math.floor((n * (to - from)) / count));
