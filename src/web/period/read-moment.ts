import { type Day, isLastDay } from '#/platform/day.ts';

/** Reads a day as people type it: 31/12/2025, 31-12-2025, 31.12.2025, 31122025, 2025-12-31. Null: no day. */
export function readTypedDay(text: string): Day | null {
  const given = text.trim();
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(given) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(given);
  const day = match === null ? given : `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
  return isLastDay(day) ? day : null;
}

/** Reads a moment in Viet Nam's time, `31/12/2025 17:30`; a day alone means its end. As ISO in UTC, or null. */
export function readTypedMoment(text: string, now: Date): string | null {
  const [dayText = '', timeText] = text.trim().split(/[\s,T]+/, 2);
  const day = readTypedDay(dayText);
  const time = /^(\d{1,2})[:hg](\d{2})?$/.exec(timeText ?? '23:59');
  if (day === null || time === null) return null;
  const [hour, minute] = [Number(time[1]), Number(time[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  // The whole minute is meant: what was recorded in its last second was known then.
  const moment = Date.parse(`${day}T00:00:00Z`) + ((hour - 7) * 60 + minute + 1) * 60_000 - 1;
  return moment <= now.getTime() ? new Date(moment).toISOString() : null;
}
