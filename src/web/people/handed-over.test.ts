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
  const address = writeSearch({ ...handOver(people, 'people', here) });
  expect(address.length).toBeLessThan(2300);
  expect(readHandedOver(parseSearch(address), 'people', here)).toEqual(people);
});

test('what another tab keeps is not there, and what is no id is nobody', () => {
  expect(
    readHandedOver(parseSearch(writeSearch({ ...handOver(many(51), 'people', tab()) })), 'people', tab()),
  ).toBeNull();
  expect(readHandedOver({ people: ['me', 7] }, 'people', tab())).toEqual([]);
  expect(readHandedOver({}, 'people', tab())).toEqual([]);
});

test.each([1, 50, 51, 400])('%i units arrive by their codes, and not as people', (count) => {
  const here = tab();
  const units = Array.from({ length: count }, (_, i) => `HH.001 ${i}`);
  const address = writeSearch({ ...handOver(units, 'units', here) });
  expect(address.length).toBeLessThan(2300);
  expect(readHandedOver(parseSearch(address), 'units', here)).toEqual(units);
  expect(readHandedOver(parseSearch(address), 'people', here)).toEqual([]);
});
