import { shown, shownDay } from '#/reports/numbers.ts';
import type { Language } from '../terminal.ts';

/** A number as the reader's language writes it. */
export function number(language: Language, value: number | null | undefined, decimals = 0): string {
  if (language === 'vi') return shown(value ?? null, decimals);
  if (value === null || value === undefined) return '–';
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** 31/12/2020 in Vietnamese, 2020-12-31 in English. */
export function day(language: Language, value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  return language === 'vi' ? shownDay(value) : value;
}

/** An instant as a clock in Viet Nam shows it (UTC+7), to the second. */
export function instant(language: Language, value: string): string {
  const local = new Date(Date.parse(value) + 7 * 3_600_000).toISOString();
  return `${day(language, local.slice(0, 10))} ${local.slice(11, 19)}`;
}
