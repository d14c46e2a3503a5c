import type { Day } from '../day.ts';
import type { Language } from '../i18n/texts.ts';

/** A number as the language writes it: 1.701,5 in Vietnamese, 1,701.5 in English; null is a dash. */
export function writeNumber(value: number | null | undefined, language: Language, decimals?: number): string {
  if (value === null || value === undefined) return '–';
  return formatOf(language, decimals).format(value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once: making one takes longer than drawing the line that the number stands in. */
function formatOf(language: Language, decimals: number | undefined): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const fixed = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = formats.get(key) ?? new Intl.NumberFormat(tag(language), { maximumFractionDigits: 6, ...fixed });
  formats.set(key, format);
  return format;
}

/** dd/mm/yyyy in both languages: one screen, one way to read a date. */
export function writeDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** A day of a record, which may be known to the month or year alone: 05/1975, 1975. */
export function writePartialDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** A moment in Viet Nam's time: dd/mm/yyyy hh:mm. */
export function writeMoment(iso: string): string {
  return `${writeDayOf(iso)} ${inVietNam(iso).slice(11, 16)}`;
}

/** The day of a moment in Viet Nam, which is another one than that of UTC for seven hours of each day. */
export function writeDayOf(iso: string): string {
  return writeDay(inVietNam(iso).slice(0, 10));
}

const inVietNam = (iso: string): string => new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();

/** Sorts texts as the language does; Vietnamese order for Vietnamese names also on an English screen. */
export const vietnamese = new Intl.Collator('vi');

/** The name turned: given name, middle names, family name, as lists from the server stand (`nameOrder`). */
export function byGivenName(name: string): string {
  const [family = '', ...rest] = name.trim().split(/\s+/);
  const given = rest.pop();
  return given === undefined ? family : [given, ...rest, family].join(' ');
}

/** A text to search in: without accents and case, đ as d. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();
}

function tag(language: Language): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB';
}
