import { countByUnit } from '#/kernel/figures/by-unit.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { declaredShares } from '#/kernel/figures/declared.ts';
import { countNamed } from '#/kernel/figures/evaluate.ts';
import type { CountFigure, RatioFigure } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn } from '#/kernel/figures/frame.ts';
import { evaluateRatio } from '#/kernel/figures/ratio.ts';
import type { Rational } from '#/kernel/figures/rounding.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { daysBetween } from '#/platform/day.ts';
import type { LateTarget } from '#/reports/home/contract.ts';
import type { GivenTarget } from './targets-given.ts';

/** Never more on one page. */
const MOST = 30;

/**
 * Targets that by the day have reached less than they would have going evenly over their days. What is no flow of
 * numbers (a share, a stock) is held against the whole target, and only in the last quarter of its time.
 */
export async function lateTargets(
  frame: Frame,
  catalogue: Catalogue,
  targets: readonly GivenTarget[],
): Promise<LateTarget[]> {
  const labelOf = await unitLabels(
    frame.facts,
    targets.map(({ unitId }) => unitId),
  );
  const late: LateTarget[] = [];
  for (const same of Map.groupBy(targets, goalOf).values()) {
    const reached = await reachedBy(frame, catalogue, same);
    for (const target of same) {
      const value = reached.get(target.unitId) ?? null;
      const expected = expectedBy(catalogue, target, frame.on);
      if (value === null || expected === null || value >= expected) continue;
      const { unitId, value: goal, ...rest } = target;
      late.push({ ...rest, unit: labelOf(unitId, frame.on), until: frame.on, value, target: goal, expected });
    }
  }
  const own = labelOf(frame.unitId, frame.on).code;
  const place = ({ unit, figure }: LateTarget) => `${unit.code === own ? 0 : 1} ${unit.code} ${figure}`;
  return late.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, MOST);
}

const goalOf = ({ figure, args, from, to }: GivenTarget) => canonicalJson([figure, args, from, to]);

function expectedBy(
  catalogue: Catalogue,
  { figure, value, measure, from, to }: GivenTarget,
  on: string,
): number | null {
  const [gone, all] = [daysBetween(from, on) + 1, daysBetween(from, to) + 1];
  const { time, type } = catalogue.get(figure);
  if (time === 'flow' && type === 'count' && measure !== 'percent') return Math.floor((value * gone) / all);
  return gone * 4 >= all * 3 ? value : null;
}

/** What each unit has reached since the targets' first day: the asked one, and those right under it in one scan. */
async function reachedBy(
  frame: Frame,
  catalogue: Catalogue,
  same: readonly GivenTarget[],
): Promise<Map<string, number | null>> {
  const { figure: name, args: given, from } = same[0] as GivenTarget;
  const { figure, args } = catalogue.ask(name, given);
  const asked = frameOn(frame, { on: frame.on, from, to: frame.on });
  const isOwn = same.some(({ unitId }) => unitId === frame.unitId);
  const isBelow = same.some(({ unitId }) => unitId !== frame.unitId);
  const reached = new Map<string, number | null>();
  if (figure.type === 'count') {
    if (isBelow) for (const { unitId, value } of await countByUnit(asked, figure, args)) reached.set(unitId, value);
    if (isOwn) reached.set(frame.unitId, await whole(asked, figure, args));
  } else if (figure.type === 'ratio') {
    const { value, byUnit = [] } = await evaluateRatio(asked, catalogue, figure as RatioFigure, args, {
      byUnit: isBelow,
    });
    for (const share of byUnit) reached.set(share.unitId, plain(share.value));
    reached.set(frame.unitId, plain(value));
  }
  return reached;
}

async function whole(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<number> {
  const shares = await declaredShares(frame, figure, args);
  return [...shares.values()].reduce((sum, amount) => sum + amount, await countNamed(frame, figure, args));
}

function plain(value: Rational | null): number | null {
  return value === null ? null : Number(value.numerator) / Number(value.denominator);
}
