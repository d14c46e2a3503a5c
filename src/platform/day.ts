import type { Clock } from './clock.ts';

/** A calendar day, 'YYYY-MM-DD', years 0001–9999. Text order is time order. */
export type Day = string;

/** A day known only to the year or the month: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export type PartialDay = string;

// Called a million times per import: character codes and integers, never Date, never a regular expression.
const ZERO = 48;
const DASH = 45;
const LAST_SERIAL = 2_932_896; // 9999-12-31
const FIRST_SERIAL = -719_162; // 0001-01-01
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const yearOf = (day: string): number => digits(day, 0, 4);
const monthOf = (day: string): number => digits(day, 5, 7);
const dateOf = (day: string): number => digits(day, 8, 10);

function monthLength(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return LENGTHS[month - 1] ?? 0;
}

const isYear = (text: string): boolean => yearOf(text) >= 1;
const isMonth = (text: string): boolean =>
  isYear(text) && text.charCodeAt(4) === DASH && monthOf(text) >= 1 && monthOf(text) <= 12;

function format(year: number, month: number, date: number): Day {
  if (year < 1 || year > 9999) throw new RangeError(`the year ${year} is outside 0001–9999`);
  const y = year > 999 ? `${year}` : String(year).padStart(4, '0');
  return `${y}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; years counted from March put the leap day last. */
function serial(day: Day): number {
  const month = monthOf(day);
  const year = yearOf(day) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dateOf(day) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function fromSerial(days: number): Day {
  if (!(days >= FIRST_SERIAL && days <= LAST_SERIAL)) throw new RangeError('the day is outside 0001–9999');
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

/** Whether the text is a real day of the calendar. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || text.length !== 10 || !isMonth(text) || text.charCodeAt(7) !== DASH) return false;
  const date = dateOf(text);
  return date >= 1 && date <= monthLength(yearOf(text), monthOf(text));
}

/** A day that may be the last one of a period: there is a day after it. */
export function isLastDay(text: string): boolean {
  return isDay(text) && text < '9999-12-31';
}

/** The day that many days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return fromSerial(serial(day) + count);
}

/** The day that many months later; 31 January plus one month is the last of February. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return format(year, month, Math.min(dateOf(day), monthLength(year, month)));
}

/** The day it is in Viet Nam. */
export function today(clock: Clock): Day {
  return dayOf(clock.now());
}

/** The day of a moment in Viet Nam (UTC+7 all year, no summer time since 1975). */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** The greatest n with `addMonths(from, 12 × n) <= to`: somebody born on 29 February is a year older on 28 February. */
export function wholeYearsBetween(from: Day, to: Day): number {
  const years = yearOf(to) - yearOf(from);
  const month = monthOf(from);
  const anniversary = Math.min(dateOf(from), monthLength(yearOf(to), month));
  const isReached = monthOf(to) > month || (monthOf(to) === month && dateOf(to) >= anniversary);
  return isReached ? years : years - 1;
}

/** -1, 0 or 1: before, the same, after. */
export function compare(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether the text is a year, a month or a day that exists. */
export function isPartialDay(text: unknown): text is PartialDay {
  if (typeof text !== 'string') return false;
  if (text.length === 4) return isYear(text);
  return text.length === 7 ? isMonth(text) : isDay(text);
}

/** How much of the day is known. */
export function precision(partial: PartialDay): 'year' | 'month' | 'day' {
  if (partial.length === 4) return 'year';
  return partial.length === 7 ? 'month' : 'day';
}

/** The first day it can have been. */
export function earliest(partial: PartialDay): Day {
  if (partial.length === 10) return partial;
  return partial.length === 4 ? `${partial}-01-01` : `${partial}-01`;
}

/** The last day it can have been. */
export function latest(partial: PartialDay): Day {
  if (partial.length === 10) return partial;
  if (partial.length === 4) return `${partial}-12-31`;
  return `${partial}-${monthLength(yearOf(partial), monthOf(partial))}`;
}
