import { expect, test } from 'vitest';
import { parseSearch, writeSearch } from '../address.ts';
import { handOver, readHandedOver } from './handed-over.ts';

const tab = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  };
};
const many = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

test.each([1, 2, 50, 51, 3000])('%i people arrive as they were chosen, by way of an address', (count) => {
  const here = tab();
  const people = many(count);
  const address = writeSearch({ ...handOver(people, here) });
  expect(address.length).toBeLessThan(2300);
  expect(readHandedOver(parseSearch(address), here)).toEqual(people);
});

test('what another tab keeps is not there, and what is no id is nobody', () => {
  expect(readHandedOver(parseSearch(writeSearch({ ...handOver(many(51), tab()) })), tab())).toBeNull();
  expect(readHandedOver({ people: ['me', 7] }, tab())).toEqual([]);
  expect(readHandedOver({}, tab())).toEqual([]);
});
