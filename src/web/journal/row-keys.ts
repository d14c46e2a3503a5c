import type { KeyboardEvent } from 'react';

/** Arrows up and down, Home and End go from the link of one row to that of another. */
export function useRowKeys(): (event: KeyboardEvent<HTMLTableElement>) => void {
  return (event) => {
    const rows = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('tbody tr td a')];
    const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || to === undefined || rows[to] === undefined) return;
    event.preventDefault();
    rows[to].focus();
  };
}
