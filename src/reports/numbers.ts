import type { Day } from '#/platform/day.ts';

/** A number as Vietnamese print writes it: dot for thousands, comma for decimals; '–' for what is not known. */
export function shown(value: number | null, decimals = 0): string {
  if (value === null) return '–';
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.') + (fraction === undefined ? '' : `,${fraction}`);
  return value < 0 ? `-${text}` : text;
}

/** dd/mm/yyyy */
export function shownDay(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** 23:38 ngày 23/11/2026, by the clock of Asia/Ho_Chi_Minh, whatever zone the instant is written in. */
export function shownInstant(instant: string): string {
  const there = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${there.slice(11, 16)} ngày ${shownDay(there.slice(0, 10))}`;
}
