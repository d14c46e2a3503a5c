import { expect, test } from 'vitest';
import type { Pair } from '../compare/pair.ts';
import { groupsOf, isNothing } from './groups.ts';

/** "B1:1=5": the row B1 of level 1 with 5 here and nothing there; without a number it is a heading. */
function rows(text: string): Pair[] {
  return text.split(' ').map((one) => {
    const [, key = '', level, value, decimals] = /^(\w+):(\d)(?:=(\d+)(\.\d+)?)?$/.exec(one) ?? [];
    const cell = { value: Number(value), decimals: decimals === undefined ? undefined : 1 };
    const here = value === undefined ? null : { cell, open: { open: `form/${key}` } };
    return { key, mark: key, label: key, level: Number(level), isHeading: here === null, here, there: null };
  });
}
const told = (text: string) => groupsOf(rows(text)).map(({ key, rows }) => `${key}: ${rows.map(({ key }) => key)}`);

test('rows right under one are a group, the main rows are the last', () => {
  expect(told('A:0=9 B:0=3 B1:1=1 B2:1=2 B2a:2=1 B2b:2=1 C:0=1 C1:1=1')).toEqual([
    'B: B1,B2',
    'B2: B2a,B2b',
    ': A,B,C',
  ]);
});

test('a heading has no bar, an average stands beside no counts', () => {
  expect(told('I:0 a:1=1 b:1=2 c:1=40.5')).toEqual(['I: a,b']);
});

test('rows without anything over them are one group', () => {
  expect(told('a:1=1 b:1=2 all:0=3')).toEqual([': a,b,all']);
});

test('a row of nothing on both sides has no bar', () => {
  expect(rows('a:0=0 b:0=1 c:0').map(isNothing)).toEqual([true, false, true]);
});
