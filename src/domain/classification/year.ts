import { z } from 'zod';
import type { Act } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';

/** The year that a grade or a review is for. */
export const forYear = z.int().min(1930).max(9998);

export const lastDayOf = (year: number): Day => `${year}-12-31`;

/** The day on which the subject must be there: the last of the year, or in the course of that year the day of the act. */
export function dayOf({ effectiveOn, body }: Act<{ forYear: number }>): Day {
  const actYear = Number(effectiveOn.slice(0, 4));
  if (body.forYear > actYear)
    throw problem('year-ahead', 'forYear', `The year ${body.forYear} has not begun on ${effectiveOn}.`);
  return body.forYear === actYear ? effectiveOn : lastDayOf(body.forYear);
}

/** The reason as it is kept: "other" carries the note that tells it. */
export function omissionOf(act: Act<{ omitted?: string | undefined }>): string | null {
  const { omitted = null } = act.body;
  if (omitted !== 'other') return omitted;
  if (act.note === null) throw problem('reason-missing', 'note', 'The reason "other" has to be told in "note".');
  return `other: ${act.note}`;
}

export function problem(code: string, field: string, message: string): Problem {
  const full = `classification.${code}`;
  return new Problem(full, message, { fields: [{ code: full, field, message }] });
}
