import { expect, test } from 'vitest';
import { type Above, type Known, keyOf, pickLines } from './pick-lines.ts';

const unit = (code: string, hasChildren = false) => ({
  id: code,
  code,
  name: code,
  kind: null,
  type: null,
  hasChildren,
});

const known: Record<string, Known> = {
  A: { units: [unit('A', true)] },
  'A A': { units: [unit('A.1', true), unit('A.2')] },
  'A A.1': 'waiting',
  B: { units: [] },
  C: 'failed',
};
const read = (above: Above) => known[keyOf(above)] ?? 'waiting';

test('lines stand in the order of reading, each with its place; only what is open is asked for', () => {
  const { lines, asked } = pickLines(['A', 'B', 'C', 'D'], read, ({ unit: code }) => code === 'A' || code === 'A.1');
  expect(
    lines.map(({ key, level, place, siblings, isOpen, isWaiting }) => [key, level, place, siblings, isOpen, isWaiting]),
  ).toEqual([
    ['A A', 1, 1, 1, true, false],
    ['A A.1', 2, 1, 2, true, true],
    ['A A.2', 2, 2, 2, undefined, false],
    ['none B', 1, 1, 1, undefined, false],
    ['failed C', 1, 1, 1, undefined, false],
  ]);
  expect(asked.map(keyOf)).toEqual(['A', 'A A', 'A A.1', 'B', 'C', 'D']);
  const closed = pickLines(['A'], read, () => false);
  expect(closed.lines.map(({ key, isOpen }) => [key, isOpen])).toEqual([['A A', false]]);
  expect(closed.asked.map(keyOf)).toEqual(['A']);
});
