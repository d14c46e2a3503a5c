import { evaluateAverage } from '#/kernel/figures/average.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { endsOf } from '#/kernel/figures/ends.ts';
import type { CountFigure, ExtremumFigure, Figure, RatioFigure } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn } from '#/kernel/figures/frame.ts';
import { type CountPoint, countMany, type NamedAndDeclared } from '#/kernel/figures/many.ts';
import { evaluateRatio } from '#/kernel/figures/ratio.ts';
import { divide, type Rational, rational, round, times } from '#/kernel/figures/rounding.ts';
import { evaluateTarget } from '#/kernel/figures/target.ts';
import { countsIn, plainParts } from '#/kernel/figures/together.ts';
import type { Period } from '../period.ts';
import type { ReportRequest, Rounding } from '../report.ts';
import { reasonsOf } from './reasons.ts';
import { roundingOf } from './rounding-rules.ts';
import type { Scene } from './scene.ts';
import { type Ask, figureOf, keyOf, unknownValue, type Value } from './value.ts';

/** A figure that is known to the catalogue, with the periods it is wanted for. */
interface Wanted {
  ask: Ask;
  figure: Figure;
  now: Period;
  before: Period | null;
}

type Counted = (figure: CountFigure, args: Ask['args'], period: Period) => NamedAndDeclared;

/**
 * Answers all that the sections ask, this period and the one before in one go: the counts together (also those that
 * ratios are made of), then what is no count. What the catalogue does not know is left out.
 */
export async function evaluate(
  frame: Frame,
  catalogue: Catalogue,
  scene: Scene,
  asks: readonly Ask[],
): Promise<Map<string, Value>> {
  const wanted = once(
    scene,
    asks.flatMap((one) => wantedOf(catalogue, scene, one)),
  );
  const counted = await countAll(frame, catalogue, wanted);
  const values = new Map<string, Value>();
  for (const one of wanted) {
    const value = await valueIn(frame, catalogue, scene, one, counted);
    values.set(value.key, value);
  }
  return values;
}

/** Under which key an ask's value is found. */
export function askKey({ period }: Scene, { figure, args, during }: Ask): string {
  return keyOf(figure, args, isSame(during?.period ?? period, period) ? null : (during?.period as Period));
}

const isSame = (a: Period, b: Period) => a.from === b.from && a.to === b.to;

function wantedOf(catalogue: Catalogue, { period, words }: Scene, ask: Ask): Wanted[] {
  const figure = figureOf(catalogue, ask);
  if (figure === null) return [];
  if (ask.during !== undefined) return [{ ask, figure, now: ask.during.period, before: ask.during.before }];
  const stocksBefore = { from: words.stocksBefore, to: words.stocksBefore };
  const before = figure.time === 'stock' ? stocksBefore : words.flowsBefore;
  return [{ ask, figure, now: period, before: ask.alone || figure.type === 'extremum' ? null : before }];
}

/** Two sections may ask for one figure: it is answered once, with all that either wants beside it. */
function once(scene: Scene, wanted: readonly Wanted[]): Wanted[] {
  const byKey = new Map<string, Wanted>();
  for (const one of wanted) {
    const key = askKey(scene, one.ask);
    const known = byKey.get(key);
    const reasons = one.ask.reasons || known?.ask.reasons || false;
    const kept = known === undefined || known.before === null ? one : known;
    byKey.set(key, { ...kept, ask: { ...kept.ask, reasons } });
  }
  return [...byKey.values()];
}

async function countAll(frame: Frame, catalogue: Catalogue, wanted: readonly Wanted[]): Promise<Counted> {
  const points = new Map<string, CountPoint>();
  for (const { ask, figure, now, before } of wanted)
    for (const [part, args] of countsIn(catalogue, figure, ask.args))
      for (const period of before === null ? [now] : [now, before])
        points.set(pointKey(part, args, period), { figure: part, args, ...period });
  const keys = [...points.keys()];
  const answers = await countMany(frame, [...points.values()]);
  const byKey = new Map(keys.map((key, i) => [key, answers[i] as NamedAndDeclared]));
  return (figure, args, period) => byKey.get(pointKey(figure, args, period)) as NamedAndDeclared;
}

// A stock is counted on the last day alone: a period and its last day are one question.
const pointKey = (figure: CountFigure, args: Ask['args'], { from, to }: Period) =>
  keyOf(figure.name, args, { from: figure.time === 'stock' ? to : from, to });

async function valueIn(
  frame: Frame,
  catalogue: Catalogue,
  scene: Scene,
  wanted: Wanted,
  counted: Counted,
): Promise<Value> {
  const { ask, figure, now, before } = wanted;
  const rounding = roundingOf(scene.request, figure);
  const common = { ...describe(scene, ask, figure, now), rounding };
  if (figure.type === 'count') {
    const { named, declared } = counted(figure, ask.args, now);
    const exact = rational(named + declared);
    const previous = previousOf(scene, wanted, figure, counted);
    const reasons = ask.reasons && mayList(scene, figure) ? await reasonsOf(at(frame, now), figure, ask.args) : [];
    return {
      ...common,
      value: named + declared,
      exact,
      declared,
      isUnnamed: figure.amounts !== undefined,
      previous,
      reasons,
    };
  }
  if (figure.type === 'extremum') {
    const ends = await endsOf(at(frame, now), figure, questionOf(scene.request, ask, now));
    return { ...common, ...printedEnds(figure, ends, rounding) };
  }
  if (figure.type === 'target') {
    const { value: exact } = await evaluateTarget(at(frame, now), figure, ask.args);
    return { ...common, exact, value: exact === null ? null : Number(exact.numerator) / Number(exact.denominator) };
  }
  const ratio = (period: Period) =>
    figure.type === 'average'
      ? evaluateAverage(at(frame, period), catalogue, figure, {}).then((average) => average.value)
      : ratioIn(frame, catalogue, figure, ask.args, period, counted);
  const exact = await ratio(now);
  const isKnown = before !== null && (ask.during !== undefined || scene.isKnownBefore[figure.time]);
  const value = cut(exact, rounding);
  return { ...common, value, exact, previous: isKnown ? cut(await ratio(before), rounding) : null };
}

function describe(scene: Scene, ask: Ask, figure: Figure, now: Period): Value {
  const args = Object.entries(ask.args).map(([name, value]) => `${name}: ${value}`);
  return {
    ...unknownValue(now),
    key: askKey(scene, ask),
    figure: figure.name,
    args: ask.args,
    label: `${figure.title.vi}${args.length > 0 ? ` (${args.join(', ')})` : ''}`,
    measure: figure.measure,
    time: figure.time,
    isElsewhen: !isSame(now, scene.period),
    type: figure.type,
  };
}

/** Who was not counted is told from one scan of all who were considered: half a second for 100,000 members. */
const mayList = ({ members }: Scene, { of }: CountFigure) => of !== 'person' || members <= 50_000;

/** Before the register knew anything, nothing is known; what was declared of that time without names is. */
function previousOf(
  { isKnownBefore }: Scene,
  { ask, before }: Wanted,
  figure: CountFigure,
  counted: Counted,
): number | null {
  if (before === null) return null;
  const { named, declared } = counted(figure, ask.args, before);
  const isKnown = ask.during !== undefined || isKnownBefore[figure.time] || declared > 0;
  return isKnown ? named + declared : null;
}

const at = (frame: Frame, { from, to }: Period): Frame => frameOn(frame, { on: to, from, to });

const questionOf = ({ unitId, knownAt }: ReportRequest, { args }: Ask, { from, to }: Period) => ({
  unitId,
  knownAt,
  args,
  on: to,
  from,
  to,
});

function printedEnds(
  { pick }: ExtremumFigure,
  { least, greatest }: { least: Rational | null; greatest: Rational | null },
  rounding: Rounding,
): Pick<Value, 'value' | 'min' | 'max'> {
  const [min, max] = [cut(least, rounding), cut(greatest, rounding)];
  if (pick === 'range') return { value: null, min, max };
  return { value: pick === 'least' ? min : max, min: null, max: null };
}

async function ratioIn(
  frame: Frame,
  catalogue: Catalogue,
  figure: RatioFigure,
  args: Ask['args'],
  period: Period,
  counted: Counted,
): Promise<Rational | null> {
  const parts = plainParts(catalogue, figure, args);
  if (parts === null) return (await evaluateRatio(at(frame, period), catalogue, figure, args, {})).value;
  const [above, below] = parts.map(([part, narrowed]) => {
    const { named, declared } = counted(part, narrowed, period);
    return rational(named + declared);
  }) as [Rational, Rational];
  if (below.numerator === 0n) return null;
  return times(divide(above, below), figure.measure === 'percent' ? 100n : 1n);
}

const cut = (value: Rational | null, { decimals, method }: Rounding) =>
  value === null ? null : round(value, decimals, method);
