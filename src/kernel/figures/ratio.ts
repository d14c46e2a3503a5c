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
  const value = quotient(figure, numerator.value, denominator.value);
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
  const side = sideOf(catalogue, ratio, part, args);
  if (side.figure.type === 'count') {
    const count = await evaluateCount(frame, side.figure, side.args, wanted);
    return { ...count, value: rational(count.named + count.declared) };
  }
  const { value, list, replaced } = await evaluateTarget(frame, side.figure, side.args);
  return { value, named: list.length, declared: 0, list, notCounted: replaced };
}

function sideOf(
  catalogue: Catalogue,
  ratio: RatioFigure,
  part: RatioPart,
  asked: Record<string, string>,
): { figure: CountFigure | TargetFigure; args: Record<string, string> } {
  const name = typeof part.figure === 'string' ? part.figure : (asked[part.figure.arg] ?? '');
  const figure = catalogue.get(name);
  if (figure.type !== 'count' && figure.type !== 'target')
    throw new Problem('figure.args', `${ratio.name} relates counts and targets; ${name} is neither.`);
  const passed = Object.entries(asked).filter(([key]) => knows(figure, key));
  return { figure, args: catalogue.ask(name, { ...Object.fromEntries(passed), ...part.args }).args };
}

function knows(figure: Figure, arg: string): boolean {
  const more = figure.args?.def.catchall; // a target takes the args of whatever it is a target of
  return arg in (figure.args?.shape ?? {}) || (more !== undefined && more._zod.def.type !== 'never');
}

function quotient(figure: RatioFigure, numerator: Rational | null, denominator: Rational | null): Rational | null {
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
