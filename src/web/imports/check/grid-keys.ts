import type { KeyboardEvent } from 'react';

/** Arrows, Home, End and Ctrl with them walk the cells of a grid; Enter and F2 press the one that has the keyboard. */
export function walkGrid(event: KeyboardEvent, table: HTMLTableElement): void {
  const here = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  if (here === null || event.target !== here || event.altKey || event.metaKey) return;
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')]);
  const filled = rows.filter((row) => row.length > 0);
  const y = filled.findIndex((row) => row.includes(here));
  const x = filled[y]?.indexOf(here) ?? 0;
  const whole = event.ctrlKey;
  const to: Partial<Record<string, HTMLElement | undefined>> = {
    ArrowRight: filled[y]?.[x + 1],
    ArrowLeft: filled[y]?.[x - 1],
    ArrowDown: filled[y + 1]?.[x],
    ArrowUp: filled[y - 1]?.[x],
    Home: filled[whole ? 0 : y]?.[0],
    End: filled[whole ? filled.length - 1 : y]?.at(-1),
    PageDown: filled[Math.min(y + 10, filled.length - 1)]?.[x],
    PageUp: filled[Math.max(y - 10, 0)]?.[x],
  };
  if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault();
    here.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    return;
  }
  if (!(event.key in to)) return;
  event.preventDefault();
  const next = to[event.key];
  if (next === undefined) return;
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
