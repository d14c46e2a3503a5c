import { expect, test } from 'vitest';
import { stepsOf, toldKeys } from './first-hour-steps.ts';

const empty = { units: 0, members: 0, unfinished: [], leftOut: 0, incomplete: 0, signed: false };
const file = (problems: number | null) => ({ id: '1', name: 'ds.xlsx', problems });
const never = () => false;
const done = (...of: Parameters<typeof stepsOf>) =>
  stepsOf(...of)
    .filter(({ isDone }) => isDone)
    .map(({ key }) => key);
const told = (key: string, ...of: Parameters<typeof stepsOf>) => stepsOf(...of).find((one) => one.key === key)?.told;

test('of an empty register nothing is done, and only of reading and printing it is said that it cannot know', () => {
  expect(done(empty, never)).toEqual([]);
  expect(stepsOf(empty, never).map(({ told }) => told.say)).toEqual([
    'told.noMembers',
    'told.noUnits',
    'told.noFile',
    'told.noRecords',
    'told.figureUnknown',
    'told.paperUnknown',
  ]);
});

test('units and members are what the register has; a root alone is no tree', () => {
  expect(done({ ...empty, units: 1 }, never)).toEqual([]);
  expect(done({ ...empty, units: 7, members: 120, incomplete: 3 }, never)).toEqual(['import', 'units', 'mend']);
  expect(told('records', { ...empty, members: 120, incomplete: 3 }, never)).toEqual({ say: 'told.gaps', count: 3 });
  expect(done({ ...empty, units: 7, members: 120 }, never)).toContain('records');
});

test('mistakes are mended when no file waits and no row was left out', () => {
  const of = (unfinished: ReturnType<typeof file>[], leftOut = 0) =>
    told('mend', { ...empty, members: 5, unfinished, leftOut }, never)?.say;
  expect(of([file(null)])).toBe('told.unchecked');
  expect(of([file(null), file(6)])).toBe('told.problems');
  expect(of([file(0)])).toBe('told.waiting');
  expect(of([], 2)).toBe('told.leftOut');
  expect(of([])).toBe('told.mended');
});

test('a number opened is known to the browser alone, a paper also by the signature that is kept', () => {
  expect(done(empty, (what) => what === 'figure')).toEqual(['report']);
  expect(done(empty, (what) => what === 'paper')).toEqual(['print']);
  expect(told('print', { ...empty, signed: true }, never)).toEqual({ say: 'told.signed' });
  expect(new Set(toldKeys).size).toBe(toldKeys.length);
});
