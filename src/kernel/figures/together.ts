import type { Day } from '#/platform/day.ts';
import { evaluateAverage } from './average.ts';
import type { Catalogue } from './catalogue.ts';
import { endsOf } from './ends.ts';
import type { CountFigure, ExtremumFigure, Figure, RatioFigure, RatioPart } from './figure.ts';
import { type Frame, frameOn } from './frame.ts';
import { countAhead } from './many.ts';
import { evaluateRatio, quotient } from './ratio.ts';
import { type Rational, rational } from './rounding.ts';
import { evaluateTarget } from './target.ts';

// A page shows a dozen figures of one unit, this year and the year before, or for each of ten years. Asked one by one
// they would cost a scan each; here all that they count is counted together (many.ts).

type Args = Record<string, string>;

/** One figure over one period, as one of many; a stock counts on the last day. */
export interface Point {
  figure: string;
  args: Args;
  from: Day;
  to: Day;
}

export interface PointAnswer {
  figure: Figure;
  /** Exactly; null for a ratio without denominator, where no target is in force, and for a range. */
  value: Rational | null;
  /** Of a count, and of the numerator of a ratio of counts: how much of it nobody names. */
  declared: number;
}

/** Answers all of them, in the order asked: the same numbers that one question each would give. */
export async function answerTogether(
  frame: Frame,
  catalogue: Catalogue,
  points: readonly Point[],
): Promise<PointAnswer[]> {
  const asked = points.map(({ figure, args, ...period }) => ({ ...catalogue.ask(figure, args), ...period }));
  const count = await countAhead(
    frame,
    asked.flatMap(({ figure, args, from, to }) =>
      countsIn(catalogue, figure, args).map(([part, narrowed]) => ({ figure: part, args: narrowed, from, to })),
    ),
  );
  const answers: PointAnswer[] = [];
  for (const { figure, args, from, to } of asked) {
    const at = frameOn(frame, { on: to, from, to });
    const parts = countsIn(catalogue, figure, args);
    if (parts.length === 0) {
      answers.push({ figure, value: await alone(at, catalogue, figure, args), declared: 0 });
      continue;
    }
    const counted = await count(
      at,
      parts.map(([part, narrowed]) => ({ figure: part, args: narrowed, from, to })),
    );
    const [above, below] = counted.map(({ named, declared }) => rational(named + declared)) as [Rational, Rational];
    const value = figure.type === 'ratio' ? quotient(figure, above, below) : above;
    answers.push({ figure, value, declared: counted[0]?.declared ?? 0 });
  }
  return answers;
}

/** The counts that a figure is made of: itself, both parts of a ratio of two counts, none of anything else. */
export function countsIn(catalogue: Catalogue, figure: Figure, args: Args): [CountFigure, Args][] {
  if (figure.type === 'count') return [[figure, args]];
  return figure.type === 'ratio' ? (plainParts(catalogue, figure, args) ?? []) : [];
}

/** Both parts of a ratio of two counts; null for a ratio of anything else. */
export function plainParts(
  catalogue: Catalogue,
  { numerator, denominator }: RatioFigure,
  args: Args,
): [[CountFigure, Args], [CountFigure, Args]] | null {
  const [above, below] = [countOf(catalogue, numerator, args), countOf(catalogue, denominator, args)];
  return above === null || below === null ? null : [above, below];
}

function countOf(catalogue: Catalogue, part: RatioPart, asked: Args): [CountFigure, Args] | null {
  if (part === 'years' || typeof part.figure !== 'string' || part.only !== undefined) return null;
  const figure = catalogue.get(part.figure);
  if (figure.type !== 'count') return null;
  const passed = Object.entries(asked).filter(
    ([key]) => key in (figure.args?.shape ?? {}) && !part.without?.includes(key),
  );
  return [figure, { ...Object.fromEntries(passed), ...part.args }];
}

/** What is made of no counts, or of more than two. */
async function alone(at: Frame, catalogue: Catalogue, figure: Figure, args: Args): Promise<Rational | null> {
  if (figure.type === 'average') return (await evaluateAverage(at, catalogue, figure, {})).value;
  if (figure.type === 'ratio') return (await evaluateRatio(at, catalogue, figure, args, {})).value;
  if (figure.type === 'target') return (await evaluateTarget(at, figure, args)).value;
  return figure.type === 'extremum' ? oneEnd(at, figure, args) : null;
}

async function oneEnd(at: Frame, figure: ExtremumFigure, args: Args): Promise<Rational | null> {
  if (figure.pick === 'range') return null;
  const { unitId, on, from, to, isCurrent, knownAt } = at;
  const ends = await endsOf(at, figure, { unitId, on, from, to, args, knownAt: isCurrent ? null : knownAt });
  return figure.pick === 'least' ? ends.least : ends.greatest;
}
