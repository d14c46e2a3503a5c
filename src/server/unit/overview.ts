import { sql } from 'kysely';
import type { KeyFigure } from '#/domain/units/page-figures-contract.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { TargetFigure } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn } from '#/kernel/figures/frame.ts';
import { divide, type Rational, round, times } from '#/kernel/figures/rounding.ts';
import { evaluateTarget } from '#/kernel/figures/target.ts';
import { answerTogether, type PointAnswer } from '#/kernel/figures/together.ts';
import type { Day } from '#/platform/day.ts';
import { type Shown, shownOf } from './key-figures.ts';
import { isWhole, knownOn } from './known-since.ts';
import type { OpenUnit } from './open-unit.ts';
import { type PageTimes, timesOf } from './periods.ts';

/** The key figures of a unit, this year and the year before, all counted together. */
export async function overviewOf(unit: OpenUnit): Promise<KeyFigure[]> {
  const shown = shownOf(await kindOn(unit));
  const { catalogue, on } = unit;
  const spans = timesOf(on);
  return unit.count(async (frame) => {
    const known = await knownOn(frame, catalogue, [spans.year.before.to]);
    const pointsOf = (which: 'now' | 'before') =>
      shown.map(({ figure, args = {}, of = 'year' }) => ({ figure, args, ...spans[of][which] }));
    const answers = await answerTogether(frame, catalogue, [...pointsOf('now'), ...pointsOf('before')]);
    const members = answers[shown.findIndex(({ key }) => key === 'members')]?.value ?? null;
    const figures: KeyFigure[] = [];
    for (const [i, one] of shown.entries()) {
      const now = answers[i] as PointAnswer;
      const before = answers[shown.length + i] as PointAnswer;
      const span = spans[one.of ?? 'year'].before;
      // Of a classification of the year before something is known when anything was recorded of it.
      const isKnown = now.figure.time === 'stock' ? known.has(span.to) : isWhole(known, span);
      const isTold = one.of === 'classified' ? before.value !== null : isKnown;
      figures.push({
        ...plain(one, now, spans),
        before: isTold && before.value !== null ? { ...span, value: cut(before) as number } : null,
        share: one.share === true ? percent(now.value, members) : null,
        target: one.hasTarget === true ? await targetOf(frame, catalogue, one, spans, now.value) : null,
      });
    }
    return figures;
  });
}

export async function kindOn({ db, facts, unitId, on }: OpenUnit): Promise<string | null> {
  const { rows } = await sql<{ kind: string }>`select k.kind from ${facts.table('unitKind', 'k')}
    where k.unit_id = ${unitId}::uuid and k.valid @> ${on}::date`.execute(db);
  return rows[0]?.kind ?? null;
}

function plain(
  { key, group, of = 'year', figure, args = {} }: Shown,
  answer: PointAnswer,
  spans: PageTimes,
): Omit<KeyFigure, 'before' | 'share' | 'target'> {
  const { time, measure } = answer.figure;
  const { declared } = answer;
  return {
    key,
    group,
    figure,
    args,
    time,
    measure,
    decimals: decimalsOf(answer),
    ...spans[of].now,
    value: cut(answer),
    declared,
  };
}

export function decimalsOf({ figure }: PointAnswer): number {
  return 'decimals' in figure ? figure.decimals : 0;
}

/** As the figure prints it. */
export function cut(answer: PointAnswer): number | null {
  return answer.value === null ? null : round(answer.value, decimalsOf(answer));
}

export function percent(part: Rational | null, whole: Rational | null): number | null {
  if (part === null || whole === null || whole.numerator === 0n) return null;
  return round(times(divide(part, whole), 100n), 1);
}

/** What was to be reached in the year of the figure, and how much of it was; null where no target is in force. */
async function targetOf(
  frame: Frame,
  catalogue: Catalogue,
  { figure, args = {}, of = 'year' }: Shown,
  spans: PageTimes,
  reached: Rational | null,
): Promise<KeyFigure['target']> {
  const { from, to } = spans[of].now;
  const on: Day = to;
  const { value, measure, atLeast } = await evaluateTarget(
    frameOn(frame, { on, from, to }),
    catalogue.get('target') as TargetFigure,
    { of: figure, ...args },
  );
  if (value === null) return null;
  return {
    value: Number(value.numerator) / Number(value.denominator),
    measure: measure ?? 'count',
    atLeast,
    attained: percent(reached, value),
  };
}
