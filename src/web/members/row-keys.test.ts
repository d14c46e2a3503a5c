import type { KeyboardEvent } from 'react';
import { expect, test } from 'vitest';
import { walkRows } from './row-keys.ts';

/** What a key does in the second of five rows. */
function press(key: string, held: { shiftKey?: boolean; ctrlKey?: boolean; altKey?: boolean } = {}) {
  const done: string[] = [];
  const event = { key, preventDefault: () => done.push('kept'), ...held } as unknown as KeyboardEvent;
  const next = walkRows(event, 1, 5, {
    open: (at) => done.push(`open ${at}`),
    mark: (at) => done.push(`mark ${at}`),
    markAll: () => done.push('mark all'),
    turn: (by) => done.push(`turn ${by}`),
  });
  return next === null ? done : [...done, next];
}

test.each([
  ['ArrowDown', {}, ['kept', 2]],
  ['ArrowUp', {}, ['kept', 0]],
  ['End', {}, ['kept', 4]],
  ['ArrowDown', { shiftKey: true }, ['kept', 'mark 2', 2]],
  ['Enter', {}, ['kept', 'open 1']],
  [' ', {}, ['kept', 'mark 1']],
  ['PageDown', {}, ['kept', 'turn 1']],
  ['PageUp', {}, ['kept', 'turn -1']],
  ['a', { ctrlKey: true }, ['kept', 'mark all']],
  ['a', {}, []],
  ['c', { ctrlKey: true }, []],
  ['ArrowLeft', { altKey: true }, []],
])('%s %o in a row', (key, held, does) => {
  expect(press(key, held)).toEqual(does);
});
