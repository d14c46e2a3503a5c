import type { Kysely } from 'kysely';
import type { DB } from '#/platform/db/types.gen.ts';
import { evaluateAverage } from './average.ts';
import type { Catalogue } from './catalogue.ts';
import { evaluateCount, type Wanted } from './count.ts';
import { evaluateExtremum } from './extremum.ts';
import type {
  AverageFigure,
  CountFigure,
  ExtremumFigure,
  Figure,
  FigureAnswer,
  FigureQuestion,
  Question,
  RatioFigure,
  TargetFigure,
} from './figure.ts';
import { type Frame, inFrame } from './frame.ts';
import { evaluateRatio } from './ratio.ts';
import { type Rational, type RoundingMethod, round } from './rounding.ts';
import { evaluateTarget } from './target.ts';
import { unitLabels } from './unit-labels.ts';

export interface AnswerOptions extends Wanted {
  /** Instead of the figure's own; 0 to 6. */
  decimals?: number;
  /** `half-up` unless told; methods for a complete row of shares are refused here. */
  rounding?: RoundingMethod;
}

/** One question with everything its parts need. */
interface Asked {
  frame: Frame;
  catalogue: Catalogue;
  question: Question;
  options: AnswerOptions;
  base: Pick<FigureAnswer, 'figure' | 'args' | 'type' | 'unit' | 'on' | 'from' | 'to' | 'knownAt' | 'measure'>;
}

/**
 * Answers one figure. `tx` is a transaction in which set_ctx was called (repeatable read for several answers that must
 * agree). Throws `figure.unknown`, `figure.args`, `figure.period`, `figure.day`, `known-at.future`, `known-at.invalid`,
 * `unit.unknown`, `rounding.decimals`, `rounding.needs-row`.
 */
export async function answerFigure(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  question: FigureQuestion,
  options: AnswerOptions = {},
): Promise<FigureAnswer> {
  const { figure, args } = catalogue.ask(question.figure, question.args);
  return inFrame(tx, question, async (frame) => {
    const unit = (await unitLabels(frame.facts, [frame.unitId]))(frame.unitId, frame.on);
    const base = {
      figure: figure.name,
      ...(Object.keys(args).length > 0 ? { args } : {}),
      type: figure.type,
      unit,
      ...days(figure, question),
      knownAt: frame.knownAt,
      measure: figure.measure,
    };
    return answer({ frame, catalogue, question: { ...question, args }, options, base }, figure);
  });
}

function answer(asked: Asked, figure: Figure): Promise<FigureAnswer> {
  if (figure.type === 'count') return answerCount(asked, figure);
  if (figure.type === 'ratio') return answerRatio(asked, figure);
  if (figure.type === 'extremum') return answerExtremum(asked, figure);
  if (figure.type === 'average') return answerAverage(asked, figure);
  return answerTarget(asked, figure);
}

/** A stock says its day even when a period was asked: it counts on the last one. */
function days(figure: Figure, { on, from, to }: Question): Pick<FigureAnswer, 'on' | 'from' | 'to'> {
  if (from === null || to === null) return { on };
  return figure.time === 'stock' ? { on, from, to } : { from, to };
}

async function answerCount({ frame, question, options, base }: Asked, figure: CountFigure): Promise<FigureAnswer> {
  const { named, declared, list, notCounted, byUnit } = await evaluateCount(frame, figure, question.args, options);
  return {
    ...base,
    value: named + declared,
    decimals: 0,
    named,
    declared,
    list,
    notCounted,
    byUnit: byUnit?.map(({ code, name, value }) => ({ code, name, value })),
  };
}

async function answerRatio(
  { frame, catalogue, question, options, base }: Asked,
  figure: RatioFigure,
): Promise<FigureAnswer> {
  const { numerator, denominator, value, byUnit } = await evaluateRatio(
    frame,
    catalogue,
    figure,
    question.args,
    options,
  );
  const cut = cutting(figure, options);
  return {
    ...base,
    value: cut.apply(value),
    decimals: cut.decimals,
    rounding: cut.method,
    named: numerator.named,
    declared: numerator.declared,
    numerator: plain(numerator.value),
    denominator: plain(denominator.value),
    list: options.list ? { numerator: numerator.list ?? [], denominator: denominator.list ?? [] } : undefined,
    notCounted: options.notCounted
      ? { numerator, denominator }[figure.notCountedOf ?? 'denominator'].notCounted
      : undefined,
    byUnit: byUnit?.map((share) => ({ code: share.code, name: share.name, value: cut.apply(share.value) })),
  };
}

async function answerAverage({ frame, catalogue, options, base }: Asked, figure: AverageFigure): Promise<FigureAnswer> {
  const { value, named, sum, list, notCounted, byUnit } = await evaluateAverage(frame, catalogue, figure, options);
  const cut = cutting(figure, options);
  return {
    ...base,
    value: cut.apply(value),
    decimals: cut.decimals,
    rounding: cut.method,
    named,
    declared: 0,
    numerator: sum,
    denominator: named,
    list,
    notCounted,
    byUnit: byUnit?.map((share) => ({ ...share, value: cut.apply(share.value) })),
  };
}

async function answerExtremum(
  { frame, question, options, base }: Asked,
  figure: ExtremumFigure,
): Promise<FigureAnswer> {
  const cut = cutting(figure, options);
  const { least, greatest, named, list, empty } = await evaluateExtremum(frame, figure, question, cut, options);
  const isRange = figure.pick === 'range';
  return {
    ...base,
    value: isRange ? null : cut.apply(figure.pick === 'least' ? least : greatest),
    ...(isRange ? { min: cut.apply(least) ?? undefined, max: cut.apply(greatest) ?? undefined } : {}),
    decimals: cut.decimals,
    rounding: cut.method,
    named,
    declared: 0,
    list: options.list ? list : undefined,
    notCounted: options.notCounted ? empty : undefined,
  };
}

async function answerTarget({ frame, question, options, base }: Asked, figure: TargetFigure): Promise<FigureAnswer> {
  const { value, measure, atLeast, list, replaced } = await evaluateTarget(frame, figure, question.args);
  return {
    ...base,
    measure: measure === 'percent' ? 'percent' : base.measure,
    value: plain(value) ?? null,
    decimals: value === null ? 0 : value.denominator.toString().length - 1,
    named: list.length,
    declared: 0,
    atLeast,
    list: options.list ? list : undefined,
    notCounted: options.notCounted ? replaced : undefined,
  };
}

/** How a value is cut: by what was asked, or as the figure says. Throws where a method or its decimals cannot be. */
export function cutting(
  figure: { decimals: number },
  options: { decimals?: number | undefined; rounding?: RoundingMethod | undefined },
) {
  const { decimals = figure.decimals, rounding: method = 'half-up' } = options;
  round({ numerator: 0n, denominator: 1n }, decimals, method); // refuses what cannot be, even where there is nothing to cut
  return {
    decimals,
    method,
    apply: (value: Rational | null) => (value === null ? null : round(value, decimals, method)),
  };
}

/** A count, or a target as it was written. */
function plain(value: Rational | null): number | undefined {
  return value === null ? undefined : Number(value.numerator) / Number(value.denominator);
}
