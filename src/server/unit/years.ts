import type { YearSeries } from '#/domain/units/page-figures-contract.ts';
import { answerTogether, type PointAnswer } from '#/kernel/figures/together.ts';
import { Problem } from '#/platform/errors.ts';
import { drawnOf } from './key-figures.ts';
import { type Known, knownOn } from './known-since.ts';
import type { OpenUnit } from './open-unit.ts';
import { cut, decimalsOf, kindOn } from './overview.ts';
import { earlier, type Span, wholeYear } from './periods.ts';

interface Series {
  key: string;
  figure: string;
  args: Record<string, string>;
}

/** Figures of the last so many years, all counted together; years of which nothing is known at the beginning are left out. */
export async function yearsOf(
  unit: OpenUnit,
  asked: readonly string[] | undefined,
  years: number,
): Promise<YearSeries[]> {
  const series =
    asked?.map(readSeries) ?? drawnOf(await kindOn(unit)).map(({ key, figure, args = {} }) => ({ key, figure, args }));
  const { catalogue, on } = unit;
  const last = Number(on.slice(0, 4));
  const spans = Array.from({ length: years }, (_, i) => {
    const { from, to } = wholeYear(last - years + 1 + i);
    return { from, to: earlier(to, on) };
  });
  return unit.count(async (frame) => {
    const days = spans.map(({ to }) => to);
    const known = await knownOn(frame, catalogue, days);
    const answers = await answerTogether(
      frame,
      catalogue,
      series.flatMap(({ figure, args }) => spans.map((span) => ({ figure, args, ...span }))),
    );
    const told = series.map((one, n) => {
      const own = answers.slice(n * years, (n + 1) * years);
      const { figure } = own[0] as PointAnswer;
      const points = spans.map((span, i) => pointOf(known, span, own[i] as PointAnswer));
      const { time, measure } = figure;
      return { ...one, time, measure, decimals: decimalsOf(own[0] as PointAnswer), points };
    });
    const first = Math.min(...told.map(({ points }) => firstKnown(points)), years - 2);
    return told.map((one) => ({ ...one, points: one.points.slice(first) }));
  });
}

/** A number of nobody before the register opened is no number; a year that it opened in, or that still runs, is told in part. */
function pointOf(known: Known, span: Span, answer: PointAnswer): YearSeries['points'][number] {
  const { openedOn } = known;
  const value = cut(answer);
  const isTold = known.has(span.to) || (value ?? 0) > 0;
  const isOpening = openedOn !== null && span.from < openedOn && openedOn <= span.to;
  const isRunning = !span.to.endsWith('12-31');
  const isPartial = answer.figure.time === 'flow' && answer.figure.type === 'count' && (isOpening || isRunning);
  return { year: Number(span.from.slice(0, 4)), ...span, value: isTold ? value : null, isPartial };
}

function firstKnown(points: YearSeries['points']): number {
  const at = points.findIndex(({ value }) => value !== null);
  return at === -1 ? points.length : at;
}

/** `units-classified;level=good;kind=cell`. Whether there is such a figure the catalogue judges. */
function readSeries(text: string): Series {
  const [figure = '', ...pairs] = text.split(';');
  const args = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) {
      const message = `"${pair}" is not of the form key=value.`;
      throw new Problem('args.invalid', message, { fields: [{ field: 'figure', code: 'args.invalid', message }] });
    }
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return { key: text, figure, args: Object.fromEntries(args) };
}
