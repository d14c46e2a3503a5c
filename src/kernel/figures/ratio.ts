import { addDays, addMonths, daysBetween } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { type Count, evaluateCount, type Wanted } from './count.ts';
import type { CountFigure, Figure, ListEntry, RatioFigure, RatioPart, TargetFigure } from './figure.ts';
import type { Frame } from './frame.ts';
import { divide, type Rational, rational, times } from './rounding.ts';
import { evaluateTarget } from './target.ts';

/** One side of a ratio, evaluated. */
interface Side extends Count {
  value: Rational | null;
  /** 'percent', or of what else it is a number; null where there is nothing. */
  measure: string | null;
  list?: ListEntry[];
}

export interface Ratio {
  /** Null without a denominator, or one of 0. */
  value: Rational | null;
  numerator: Side;
  denominator: Side;
  byUnit?: { unitId: string; code: string; name: string; value: Rational | null }[];
}

/** numerator ÷ denominator, exactly; both with what was asked beside them. */
export async function evaluateRatio(
  frame: Frame,
  catalogue: Catalogue,
  figure: RatioFigure,
  args: Record<string, string>,
  wanted: Wanted,
): Promise<Ratio> {
  const numerator = await evaluateSide(frame, catalogue, figure, figure.numerator, args, wanted);
  const denominator = await evaluateSide(frame, catalogue, figure, figure.denominator, args, wanted);
  // A number of people is not a part of a percentage: such a target is not attained or missed, it is of another kind.
  const isComparable = (numerator.measure === 'percent') === (denominator.measure === 'percent');
  const value = isComparable ? quotient(figure, numerator.value, denominator.value) : null;
  return {
    value,
    numerator,
    denominator,
    ...(wanted.byUnit ? { byUnit: shares(figure, numerator, denominator) } : {}),
  };
}

async function evaluateSide(
  frame: Frame,
  catalogue: Catalogue,
  ratio: RatioFigure,
  part: RatioPart,
  args: Record<string, string>,
  wanted: Wanted,
): Promise<Side> {
  if (part === 'years') return { value: yearsOf(frame), measure: 'years', named: 0, declared: 0, list: [] };
  const side = sideOf(catalogue, ratio, part, args);
  if (side.figure.type === 'count') {
    const count = await evaluateCount(frame, side.figure, side.args, wanted);
    return { ...count, value: rational(count.named + count.declared), measure: 'count' };
  }
  if (side.figure.type === 'ratio') {
    const { byUnit: _, ...asked } = wanted;
    const { value, numerator } = await evaluateRatio(frame, catalogue, side.figure, side.args, asked);
    const { named, declared, list, notCounted } = numerator;
    const measure = side.figure.measure === 'percent' ? 'percent' : 'count';
    return { value, measure, named, declared, list, notCounted };
  }
  const { value, measure, list, replaced } = await evaluateTarget(frame, side.figure, side.args);
  return { value, measure, named: list.length, declared: 0, list, notCounted: replaced };
}

function sideOf(
  catalogue: Catalogue,
  ratio: RatioFigure,
  part: Exclude<RatioPart, 'years'>,
  asked: Record<string, string>,
): { figure: CountFigure | TargetFigure | RatioFigure; args: Record<string, string> } {
  const isNamed = typeof part.figure !== 'string';
  const name = typeof part.figure === 'string' ? part.figure : named(part.figure, asked);
  const figure = catalogue.get(name);
  if (
    figure.type === 'extremum' ||
    figure.type === 'average' ||
    (figure.type === 'ratio' && !(isNamed && isPlain(figure)))
  )
    throw new Problem('figure.args', `${ratio.name} relates counts, targets and ratios of such; ${name} is none.`);
  if (part.only !== undefined) return { figure, args: catalogue.ask(name, part.only(asked)).args };
  const passed = Object.entries(asked).filter(([key]) => knows(figure, key) && !part.without?.includes(key));
  return { figure, args: catalogue.ask(name, { ...Object.fromEntries(passed), ...part.args }).args };
}

function named({ arg, otherwise }: { arg: string; otherwise?: string }, asked: Record<string, string>): string {
  return asked[arg] ?? (otherwise === undefined ? '' : (asked[otherwise] ?? ''));
}

/** A ratio whose own parts are fixed: the attainment of an attainment would ask for itself without end. */
function isPlain({ numerator, denominator }: RatioFigure): boolean {
  return [numerator, denominator].every((part) => part === 'years' || typeof part.figure === 'string');
}

/** Years from the first to the last day: whole months, and what is left over as a part of the month it begins. */
function yearsOf({ from, to }: Frame): Rational | null {
  if (from === null || to === null) return null;
  const end = addDays(to, 1);
  let months = 0;
  while (addMonths(from, months + 1) <= end) months += 1;
  const begun = addMonths(from, months);
  const length = daysBetween(begun, addMonths(from, months + 1));
  return rational(months * length + daysBetween(begun, end), length * 12);
}

function knows(figure: Figure, arg: string): boolean {
  const more = figure.args?.def.catchall; // a target takes the args of whatever it is a target of
  return arg in (figure.args?.shape ?? {}) || (more !== undefined && more._zod.def.type !== 'never');
}

export function quotient(
  figure: RatioFigure,
  numerator: Rational | null,
  denominator: Rational | null,
): Rational | null {
  if (numerator === null || denominator === null || denominator.numerator === 0n) return null;
  return times(divide(numerator, denominator), figure.measure === 'percent' ? 100n : 1n);
}

/** By subordinate: where either side is split. A target belongs to the asked unit alone, so such a ratio has no shares. */
function shares(figure: RatioFigure, numerator: Count, denominator: Count): NonNullable<Ratio['byUnit']> {
  if (numerator.byUnit === undefined || denominator.byUnit === undefined) return [];
  const above = new Map(numerator.byUnit.map((share) => [share.unitId, share]));
  const below = new Map(denominator.byUnit.map((share) => [share.unitId, share]));
  return [...new Map([...below, ...above]).values()].map(({ unitId, code, name }) => {
    const [n, d] = [above.get(unitId)?.value ?? 0, below.get(unitId)?.value ?? 0];
    return { unitId, code, name, value: quotient(figure, rational(n), rational(d)) };
  });
}
