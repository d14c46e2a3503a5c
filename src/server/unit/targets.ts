import { sql } from 'kysely';
import type { AssignedTarget } from '#/domain/units/page-figures-contract.ts';
import { compareRational, parseDecimal, type Rational } from '#/kernel/figures/rounding.ts';
import { answerTogether, type PointAnswer } from '#/kernel/figures/together.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { OpenUnit } from './open-unit.ts';
import { cut, decimalsOf, percent } from './overview.ts';
import { earlier } from './periods.ts';
import { sourcesOf } from './sources.ts';

interface Given {
  unitId: string;
  figure: string;
  args: Record<string, string>;
  since: Day;
  until: Day;
  value: string;
  measure: 'count' | 'percent';
  atLeast: boolean;
  actId: string;
}

/** The targets that hold on the day, those of a year beside those of a term, with what was reached and what was given on. */
export async function targetsOf(unit: OpenUnit): Promise<AssignedTarget[]> {
  const { catalogue, unitId, on } = unit;
  const own = await inForce(unit, sql`t.unit_id = ${unitId}::uuid`);
  const known = own.filter(({ figure }) => catalogue.all.some(({ name }) => name === figure));
  const below = await belowOf(unit);
  const source = await sourcesOf(
    unit,
    known.map(({ actId }) => actId),
  );
  const answers = await unit.count((frame) =>
    answerTogether(
      frame,
      catalogue,
      known.map(({ figure, args, since, until }) => ({
        figure,
        args,
        from: since,
        to: earlier(on, addDays(until, -1)),
      })),
    ),
  );
  return known.map((given, i) => ({
    ...measured(given, answers[i] as PointAnswer),
    source: source(given.actId),
    below: given.measure === 'percent' ? null : below(given),
  }));
}

function measured(given: Given, answer: PointAnswer): Omit<AssignedTarget, 'source' | 'below'> {
  const { figure, args, since, until, measure, atLeast } = given;
  const goal = parseDecimal(given.value);
  // A number of people is not a part of a percentage.
  const isComparable = (answer.figure.measure === 'percent') === (measure === 'percent');
  const exact: Rational | null = isComparable ? answer.value : null;
  return {
    figure,
    args,
    from: since,
    to: addDays(until, -1),
    value: Number(given.value),
    measure,
    atLeast,
    reached: cut(answer),
    attained: percent(exact, goal),
    decimals: decimalsOf(answer),
    isReached: exact !== null && compareRational(exact, goal) >= 0,
  };
}

/** Of each goal (figure, arguments, period) the assignment that holds on the day: see domain/targets/figures.ts. */
async function inForce({ db, facts, on }: OpenUnit, whose: ReturnType<typeof sql>): Promise<Given[]> {
  const { rows } = await sql<Given>`
    select distinct on (t.unit_id, t.figure, t.args, t.valid) t.unit_id, t.figure, t.args, lower(t.valid) as since,
      upper(t.valid) as until, t.value::text as value, t.measure, t.at_least, t.act_id
    from ${facts.table('target', 't')}
    where ${whose} and t.valid @> ${on}::date and (t.assigned_on <= ${on}::date or not t.assigned_on <@ t.valid)
      and (t.cancelled_on is null or (t.cancelled_on <@ t.valid and t.cancelled_on > ${on}::date))
    order by t.unit_id, t.figure, t.args, t.valid, t.assigned_on desc, t.act_id desc`.execute(db);
  return rows;
}

/** Given on to the direct subordinates: how much in all, to how many of them, and to how many nothing. */
async function belowOf(unit: OpenUnit): Promise<(given: Given) => NonNullable<AssignedTarget['below']>> {
  const { db, facts, unitId, on } = unit;
  const children = sql`select p.unit_id from ${facts.table('unitParent', 'p')} where p.parent_id = ${unitId}::uuid and p.valid @> ${on}::date`;
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (${children}) c`.execute(db);
  const given = await inForce(unit, sql`t.unit_id in (${children})`);
  const byGoal = Map.groupBy(given, goalOf);
  return (one) => {
    const same = byGoal.get(goalOf(one)) ?? [];
    const sum = same.reduce((total, { value }) => total + Number(value), 0);
    return { sum, units: same.length, without: (rows[0]?.count ?? 0) - same.length };
  };
}

function goalOf({ figure, args, since, until, measure }: Given): string {
  return JSON.stringify([figure, Object.entries(args).toSorted(), since, until, measure]);
}
