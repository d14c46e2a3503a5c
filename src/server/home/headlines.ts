import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { type CountPoint, countMany, type NamedAndDeclared } from '#/kernel/figures/many.ts';
import { addMonths } from '#/platform/day.ts';
import type { Headline, HomeShown } from '#/reports/home/contract.ts';
import type { Period } from '#/reports/period.ts';
import { type Planned, planFor, spanOf } from './plan.ts';
import { monthsOf, type Spans } from './spans.ts';
import { type GivenTarget, targetFor } from './targets-given.ts';

/** So many years back the number of members is drawn. */
const YEARS = 5;

/** Counts everything that the overview shows, in a few statements. */
export async function headlines(
  frame: Frame,
  catalogue: Catalogue,
  { spans, kind, targets }: { spans: Spans; kind: string | null; targets: readonly GivenTarget[] },
): Promise<Pick<HomeShown, 'headlines' | 'members' | 'admissions'>> {
  const points: CountPoint[] = [];
  const ask = (figure: string, args: Record<string, string>, { from, to }: Period): number =>
    points.push({ figure: catalogue.ask(figure, args).figure as CountFigure, args, from, to }) - 1;
  const plan = planFor(kind).map((planned) => askPlanned(planned, spans, ask));
  const ends = yearEnds(spans).map((period) => ({ period, at: ask('members', {}, period) }));
  const months = monthsOf(spans).map((period) => {
    const before = { from: addMonths(period.from, -12), to: lastOf(addMonths(period.from, -12)) };
    return { period, at: ask('admissions', {}, period), before: ask('admissions', {}, before) };
  });
  const counts = await countMany(frame, points);
  const valueAt = (at: number) => total(counts[at] as NamedAndDeclared);
  return {
    headlines: plan.map((one) => shown(one, { spans, catalogue, valueAt, targets, unitId: frame.unitId })),
    members: ends.map(({ period, at }) => ({
      figure: 'members',
      args: {},
      from: null,
      to: period.to,
      value: valueAt(at),
    })),
    admissions: months.map(({ period, at, before }) => ({
      figure: 'admissions',
      args: {},
      ...period,
      value: valueAt(at),
      previous: valueAt(before),
    })),
  };
}

interface AskedPlan {
  planned: Planned;
  now: number;
  before: number;
  of?: { now: number; before: number };
}

function askPlanned(
  planned: Planned,
  spans: Spans,
  ask: (figure: string, args: Record<string, string>, period: Period) => number,
): AskedPlan {
  const { now, before } = spanOf(planned, spans);
  const { figure, args = {}, of } = planned;
  const both = (name: string, its: Record<string, string>) => ({
    now: ask(name, its, now),
    before: ask(name, its, before),
  });
  return { planned, ...both(figure, args), ...(of === undefined ? {} : { of: both(of.figure, of.args ?? {}) }) };
}

interface Shown {
  spans: Spans;
  catalogue: Catalogue;
  valueAt: (at: number) => number;
  targets: readonly GivenTarget[];
  unitId: string;
}

function shown(
  { planned, now, before, of }: AskedPlan,
  { spans, catalogue, valueAt, targets, unitId }: Shown,
): Headline {
  const { group, figure, args = {}, over } = planned;
  const span = spanOf(planned, spans);
  const days = (period: Period) => ({ from: over === 'day' ? null : period.from, to: period.to });
  const target = over === 'year' ? targetFor(targets, { unitId, figure, args, on: spans.on }) : null;
  return {
    group,
    figure,
    args,
    ...days(span.now),
    value: valueAt(now),
    measure: catalogue.get(figure).measure,
    before: { ...days(span.before), value: valueAt(before) },
    ...(of === undefined
      ? {}
      : {
          of: {
            figure: planned.of?.figure as string,
            args: planned.of?.args ?? {},
            ...days(span.now),
            value: valueAt(of.now),
            previous: valueAt(of.before),
          },
        }),
    ...(target === null || target.measure === 'percent'
      ? {}
      : { target: { value: target.value, measure: target.measure, atLeast: target.atLeast, to: target.to } }),
  };
}

const total = ({ named, declared }: NamedAndDeclared) => named + declared;

const lastOf = (first: string) => monthEnd(first);

function monthEnd(first: string): string {
  return new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

function yearEnds({ year, on }: Spans): Period[] {
  const last = Number(year.from.slice(0, 4));
  const before = Array.from({ length: YEARS }, (_, at) => `${last - YEARS + at}-12-31`);
  return [...before, on].map((to) => ({ from: `${to.slice(0, 4)}-01-01`, to }));
}
