import { useRef } from 'react';
import type { List } from './use-list.ts';

interface Turn {
  page: number;
  after: string | undefined;
}

/**
 * The way from page to page. A cursor leads on only, so the way back is kept: where each page that was seen began. Whoever came
 * by an address in the middle of a list goes back to its first page.
 */
export function usePages({ key, sort, limit, page }: List, next: string | null | undefined, go: (turn: Turn) => void) {
  const kept = useRef({ list: '', begins: new Map<number, string>() });
  const list = `${key} ${sort} ${limit}`;
  if (kept.current.list !== list) kept.current = { list, begins: new Map() };
  const { begins } = kept.current;
  const before = page > 2 ? begins.get(page - 1) : undefined;
  return {
    hasNext: next !== null && next !== undefined,
    hasBefore: page > 1,
    /** The page before is not known; the way back leads to the first. */
    isLost: page > 2 && before === undefined,
    turn: (by: 1 | -1): void => {
      if (by === 1 && next !== null && next !== undefined) {
        begins.set(page + 1, next);
        go({ page: page + 1, after: next });
      }
      if (by === -1 && page > 1)
        go(before === undefined ? { page: 1, after: undefined } : { page: page - 1, after: before });
    },
  };
}

export type Pages = ReturnType<typeof usePages>;
