import { isPartialDay, type PartialDay } from '#/platform/day.ts';
import { readTypedDay } from '../../period/read-moment.ts';

/** Reads a day that may be known to the month or year only: 31/12/2025, 12/2025, 2025. Null: none of these. */
export function readTypedPartialDay(text: string): PartialDay | null {
  const given = text.trim();
  const month = /^(\d{1,2})[/.\- ](\d{4})$/.exec(given);
  const partial = month === null ? given : `${month[2]}-${month[1]?.padStart(2, '0')}`;
  return readTypedDay(given) ?? (isPartialDay(partial) ? partial : null);
}

/** Reads a number as Vietnamese write it: 1.234,5 or 1234.5. Null: none. */
export function readTypedNumber(text: string, isWhole: boolean): number | null {
  const given = text.trim();
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(given) ? given.replaceAll('.', '') : given;
  const value = Number(plain.replace(',', '.'));
  return plain === '' || !Number.isFinite(value) || (isWhole && !Number.isInteger(value)) ? null : value;
}

/** A day as people write it, also one known to the month or year. */
export function writePartialDay(day: PartialDay): string {
  return day.split('-').reverse().join('/');
}
