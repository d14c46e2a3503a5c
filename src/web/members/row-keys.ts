import type { KeyboardEvent } from 'react';

/** What the keys do to the rows of a list. */
export interface RowActs {
  open: (at: number) => void;
  mark: (at: number) => void;
  markAll: () => void;
  turn: (by: 1 | -1) => void;
}

/**
 * Arrows, Home and End walk the rows, PageUp and PageDown turn the page, Enter opens, Space marks, Shift with an arrow
 * marks on the way, Ctrl+A marks the page. Returns the row to go to, or null.
 */
export function walkRows(event: KeyboardEvent, at: number, count: number, acts: RowActs): number | null {
  if (event.altKey || event.metaKey) return null;
  if (event.ctrlKey && event.key !== 'a' && event.key !== 'Home' && event.key !== 'End') return null;
  const doing = new Map([
    ['Enter', () => acts.open(at)],
    [' ', () => acts.mark(at)],
    ['PageDown', () => acts.turn(1)],
    ['PageUp', () => acts.turn(-1)],
    ...(event.ctrlKey ? [['a', acts.markAll] as const] : []),
  ]);
  const act = doing.get(event.key);
  if (act !== undefined) {
    event.preventDefault();
    act();
    return null;
  }
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key];
  if (to === undefined) return null;
  event.preventDefault();
  const next = Math.max(0, Math.min(count - 1, to));
  if (event.shiftKey && next !== at) acts.mark(next);
  return next;
}
