import { expect, test } from 'vitest';
import { memberColumns, memberSorts } from '#/domain/members/list-contract.ts';
import { pressed, sortedAs } from './order.ts';

test('a heading sorts one way, pressed again the other, and says which', () => {
  expect(pressed('born', 'name')).toBe('born');
  expect(pressed('born', 'born')).toBe('-born');
  expect(pressed('born', '-born')).toBe('born');
  expect(sortedAs('born', 'born')).toBe('ascending');
  expect(sortedAs('age', 'born')).toBe('descending'); // the oldest first
  expect(sortedAs('unit', 'born')).toBe('none');
});

test('every order that the server has is reached by some heading', () => {
  const reached = memberColumns.flatMap((column) => [pressed(column, 'name'), pressed(column, column as 'name')]);
  for (const sort of memberSorts.filter((one) => !one.startsWith('-')))
    if (sort !== 'name') expect(reached).toContain(sort);
  expect(pressed('name', '-name')).toBe('name');
});
