import { sql } from 'kysely';
import { parseRange } from '#/kernel/facts/table.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { TargetFigure } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn } from '#/kernel/figures/frame.ts';
import { evaluateTarget } from '#/kernel/figures/target.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { addDays, daysBetween } from '#/platform/day.ts';
import type { Period } from '../period.ts';
import type { Scene } from './scene.ts';
import { type AppliedTarget, type Ask, figureOf, keyOf, type Value } from './value.ts';

/** A target and what it is a target of. */
export interface UnitTarget {
  of: Pick<Ask, 'figure' | 'args'>;
  /** The figure's title. */
  title: string;
  target: AppliedTarget;
}

/** The targets of the unit itself: those in force on the last day, and those of the time that follows. */
export interface Targets {
  now: UnitTarget[];
  next: UnitTarget[];
}

interface Given {
  figure: string;
  args: Record<string, string>;
  act: string;
  valid: string;
}

export async function targetsOf(frame: Frame, catalogue: Catalogue, { period, words }: Scene): Promise<Targets> {
  const { rows } = await sql<Given>`
    select t.figure, t.args, t.act_id as act, t.valid::text as valid from ${frame.facts.table('target', 't')}
    where t.unit_id = ${frame.unitId}::uuid order by t.figure, t.args::text, t.act_id`.execute(frame.tx);
  return {
    now: await inForce(frame, catalogue, rows, period, false),
    next: await inForce(frame, catalogue, rows, words.next, true),
  };
}

async function inForce(
  frame: Frame,
  catalogue: Catalogue,
  given: readonly Given[],
  { from, to }: Period,
  isNext: boolean,
): Promise<UnitTarget[]> {
  const figure = catalogue.get('target') as TargetFigure;
  const found: UnitTarget[] = [];
  for (const assignments of Map.groupBy(given, ({ figure, args }) => canonicalJson([figure, args])).values()) {
    if (!assignments.some(({ valid }) => holdsOn(valid, to))) continue;
    const of = assignments[0] as Given;
    const args = { of: of.figure, ...of.args };
    const { value, measure, atLeast, list } = await evaluateTarget(frameOn(frame, { on: to, from, to }), figure, args);
    const act = assignments.find((one) => one.act === list[0]?.act);
    if (value === null || act === undefined) continue;
    found.push({
      of: { figure: of.figure, args: of.args },
      title: figureOf(catalogue, of)?.title.vi ?? of.figure,
      target: {
        key: keyOf('target', args, isNext ? { from, to } : null),
        value: Number(value.numerator) / Number(value.denominator),
        measure: measure === 'percent' ? 'percent' : 'count',
        atLeast,
        period: daysOf(act.valid),
      },
    });
  }
  return found;
}

function daysOf(valid: string): Period {
  const { from, to: end } = parseRange(valid);
  return { from: from ?? '', to: end === null ? '9999-12-31' : addDays(end, -1) };
}

function holdsOn(valid: string, day: string): boolean {
  const { from, to } = daysOf(valid);
  return from <= day && day <= to;
}

/**
 * Whether a value can be measured by a target. A percentage by a percentage, of a time that lies in the target's; a number
 * that stands by the number on that day; what happened in a period only by what was to happen in just that period, or in
 * a year that it is the beginning of.
 */
export function isMeasuredBy({ type, measure, time, isElsewhen, period }: Value, target: AppliedTarget): boolean {
  const { from, to } = target.period;
  const isPercent = measure === 'percent';
  if (isPercent !== (target.measure === 'percent')) return false;
  if (isElsewhen) return isPercent && from <= period.to && period.to <= to;
  if (type === 'ratio' || time === 'stock') return true;
  if (from === period.from && to === period.to) return true;
  return from === period.from && to > period.to && daysBetween(from, to) < 366;
}
