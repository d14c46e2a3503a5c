import type { Headline } from '#/reports/home/contract.ts';

/** Per cent of the whole that it is a part of; null without one. */
export function shareOf(value: number | null, whole: number | null | undefined): number | null {
  return value === null || !whole ? null : (value * 100) / whole;
}

/** What is shown of a headline: shares where it is a grade, numbers otherwise. */
export function isShare({ group }: Pick<Headline, 'group'>): boolean {
  return group === 'quality';
}

/** +53 or −4; 0 is no change. */
export function written(change: number, write: (value: number) => string): string {
  return change > 0 ? `+${write(change)}` : `−${write(-change)}`;
}
