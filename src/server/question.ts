import { type RoundingMethod, roundingMethods } from '#/kernel/figures/rounding.ts';
import { type Day, isDay } from '#/platform/day.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';

/** When a figure or report is asked for, as it came from outside. */
export interface AskedDays {
  on?: string;
  from?: string;
  to?: string;
}

export interface Days {
  /** The day, or the last day of the period: a code is resolved on it. */
  on: Day;
  from: Day | null;
  to: Day | null;
}

/** Reads `on`, or `from` and `to` (both included). Throws `period.missing`, `period.invalid`, `period.empty`. */
export function readDays({ on, from, to }: AskedDays): Days {
  const fields: FieldProblem[] = [];
  const fault = (field: string, code: string, message: string) => fields.push({ field, code, message });
  for (const [field, day] of Object.entries({ on, from, to }))
    if (day !== undefined && !isDay(day))
      fault(field, 'period.invalid', `"${day}" is not a day of the calendar (YYYY-MM-DD).`);
  if (on !== undefined && (from !== undefined || to !== undefined))
    fault('on', 'period.invalid', 'Ask for one day (on) or for a period (from, to), not for both.');
  else if (on === undefined && from === undefined && to === undefined)
    fault('on', 'period.missing', 'Name a day (on), or the first and the last day of a period (from, to).');
  else if ((from === undefined) !== (to === undefined))
    fault(from === undefined ? 'from' : 'to', 'period.missing', 'A period has a first and a last day (from, to).');
  else if (from !== undefined && to !== undefined && fields.length === 0 && from > to)
    fault('to', 'period.empty', `The period from ${from} to ${to} has no days: it ends before it begins.`);
  refuse(fields);
  if (on !== undefined) return { on, from: null, to: null };
  return { on: to as Day, from: from as Day, to: to as Day };
}

/** Reads `key=value` pairs. Throws `args.invalid`. */
export function readArgs(pairs: readonly string[] = []): Record<string, string> {
  const args: Record<string, string> = {};
  const fields: FieldProblem[] = [];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at);
    if (at < 1) fields.push({ field: 'arg', code: 'args.invalid', message: `"${pair}" is not of the form key=value.` });
    else if (key in args)
      fields.push({ field: `args.${key}`, code: 'args.invalid', message: `"${key}" is given twice.` });
    else args[key] = pair.slice(at + 1);
  }
  refuse(fields);
  return args;
}

/** Reads a rounding method. Throws `rounding.unknown`. */
export function readRounding(method: string | undefined): RoundingMethod | undefined {
  if (method === undefined || (roundingMethods as readonly string[]).includes(method))
    return method as RoundingMethod | undefined;
  const message = `There is no rounding method "${method}"; there are ${roundingMethods.join(', ')}.`;
  throw new Problem('rounding.unknown', message, {
    fields: [{ field: 'rounding', code: 'rounding.unknown', message }],
  });
}

/** Reads a whole number from 0 to 6. Throws `rounding.decimals`. */
export function readDecimals(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[0-6]$/.test(text)) return Number(text);
  const message = 'Decimals are a whole number from 0 to 6.';
  throw new Problem('rounding.decimals', message, {
    fields: [{ field: 'decimals', code: 'rounding.decimals', message }],
  });
}

function refuse(fields: FieldProblem[]): void {
  const [first] = fields;
  if (first !== undefined) throw new Problem(first.code, fields.map(({ message }) => message).join(' '), { fields });
}
