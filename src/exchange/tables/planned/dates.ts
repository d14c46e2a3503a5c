import { type Day, isDay, isPartialDay, type PartialDay } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { plainWords } from './spellings.ts';

export type DayDoubt = 'cell.day-short' | 'cell.day-swapped' | 'cell.day-number' | 'cell.day-letters';

/** A day as it was written; with `doubt` a clerk would ask before taking it. */
export interface ReadDay {
  day: PartialDay;
  doubt?: DayDoubt;
}

/** Where two digits of a year are to be led: births are at least 18 years before the day the register opens. */
export interface DayUse {
  isBirth: boolean;
  opening: Day | undefined;
}

/** "ngày 3 tháng 2 năm 1930" and some blanks. */
const longest = 60;
const [firstYear, lastYear] = [1880, 2100];
/** Excel's day 0; its serial numbers count from there (it believes in a 29 February 1900, so small ones are off). */
const excelStart = Date.UTC(1899, 11, 30);
const [leastSerial, mostSerial] = [3_000, 73_000];

/** Null: no day, month or year. */
export function readDay(cell: Exclude<Cell, null | boolean>, use: DayUse): ReadDay | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : { day: cell.toISOString().slice(0, 10) };
  if (typeof cell === 'number') return ofNumber(cell);
  if (cell.length > longest) return null;
  const text = cell
    .replace(/^'+/, '')
    .replace(/[T ]+0{1,2}:00(:00(\.0+)?)?Z?$/, '')
    .replace(/[\s.,;]+$/, '')
    .trim();
  return written(text) ?? spoken(text) ?? short(text, use) ?? solid(text) ?? withLetters(text, use);
}

export function showDay(day: PartialDay): string {
  return day.split('-').toReversed().join('/');
}

function dayOf(year: string | undefined, month?: string, date?: string): PartialDay | null {
  const parts = [year, month, date].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const day = parts.join('-');
  return isPartialDay(day) && Number(year) >= firstYear && Number(year) <= lastYear ? day : null;
}

const sure = (day: PartialDay | null): ReadDay | null => (day === null ? null : { day });

/** What is not known of a date may be written as zeros, dots, dashes or question marks. */
const unknown = /^(?:0{1,2}|[.?_x…]{1,4}|-{1,3})$/i;
const between = String.raw`\s*[/.\-–—,\\]\s*|\s+`;
const threeParts = new RegExp(
  String.raw`^(\d{1,2}|[.?_x…]{1,4}|-{1,3})(?:${between})(\d{1,2}|[.?_x…]{1,4}|-{1,3})(?:${between})(\d{4})$`,
  'i',
);
const twoParts = new RegExp(String.raw`^(\d{1,2}|[.?_x…]{1,4}|-{1,3})(?:${between})(\d{4})$`, 'i');
const yearFirst = new RegExp(String.raw`^(\d{4})(?:${between})(\d{1,2})(?:(?:${between})(\d{1,2}))?$`);

function written(text: string): ReadDay | null {
  if (/^\d{4}$/.test(text)) return sure(dayOf(text));
  const [, date, month, year] = threeParts.exec(text) ?? [];
  if (date !== undefined && month !== undefined) {
    if (unknown.test(month)) return unknown.test(date) ? sure(dayOf(year)) : null;
    if (unknown.test(date)) return sure(dayOf(year, month));
    const swapped = Number(month) > 12 ? dayOf(year, date, month) : null;
    return swapped === null ? sure(dayOf(year, month, date)) : { day: swapped, doubt: 'cell.day-swapped' };
  }
  const [, only, ofYear] = twoParts.exec(text) ?? [];
  if (only !== undefined) return sure(unknown.test(only) ? dayOf(ofYear) : dayOf(ofYear, only));
  const [, first, second, third] = yearFirst.exec(text) ?? [];
  return first === undefined ? null : sure(dayOf(first, second, third));
}

/** "ngày 3 tháng 2 năm 1930", "tháng 2/1930", "sinh năm 1930". */
function spoken(text: string): ReadDay | null {
  const [, date, month, year] =
    /^(?:(?:sinh )?(?:ngay )?(\d{1,2}) )?(?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(plainWords(text)) ?? [];
  if (year !== undefined && /[a-z]/.test(plainWords(text))) return sure(dayOf(year, month, date));
  const [, only] = /^(?:sinh )?(?:nam )?(\d{4})$/.exec(plainWords(text)) ?? [];
  return only === undefined || !/nam|sinh/.test(plainWords(text)) ? null : sure(dayOf(only));
}

function short(text: string, { isBirth, opening }: DayUse): ReadDay | null {
  const [, date, month, digits] = /^(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*['’]?(\d{2})$/.exec(text) ?? [];
  // Of "12/12" nobody can say whether it is a day or a year.
  if (digits === undefined || (date === undefined && Number(digits) <= 31)) return null;
  const pivot = Number((opening ?? '2025').slice(2, 4)) - (isBirth ? 18 : 0);
  const day = dayOf(`${Number(digits) <= pivot ? '20' : '19'}${digits}`, month, date);
  return day === null ? null : { day, doubt: 'cell.day-short' };
}

/** "01051990", "19900501". */
function solid(text: string): ReadDay | null {
  const [, a = '', b = '', c = ''] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const day = dayOf(c, b, a) ?? dayOf(`${a}${b}`, c.slice(0, 2), c.slice(2));
  return day === null || !isDay(day) ? null : { day, doubt: 'cell.day-number' };
}

function ofNumber(number: number): ReadDay | null {
  if (Number.isInteger(number) && number >= firstYear && number <= lastYear) return sure(dayOf(String(number)));
  // "5.1990" typed as a number has lost its zero.
  const [, month, year] = /^(\d{1,2})\.(\d{3,4})$/.exec(String(number)) ?? [];
  const ofMonth = year === undefined ? null : dayOf(year.padEnd(4, '0'), month);
  if (ofMonth !== null) return { day: ofMonth, doubt: 'cell.day-number' };
  if (number >= leastSerial && number <= mostSerial)
    return {
      day: new Date(excelStart + Math.floor(number) * 86_400_000).toISOString().slice(0, 10),
      doubt: 'cell.day-number',
    };
  return Number.isSafeInteger(number) ? solid(String(number).padStart(8, '0')) : null;
}

function withLetters(text: string, use: DayUse): ReadDay | null {
  if (!/^[\dOoIl/.\-\s]+$/.test(text) || !/[OoIl]/.test(text)) return null;
  const digits = text.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1');
  const found = written(digits) ?? short(digits, use);
  return found === null ? null : { day: found.day, doubt: 'cell.day-letters' };
}
