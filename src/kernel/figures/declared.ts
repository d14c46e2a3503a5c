import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import { ofWhom, periodOf } from './counted.ts';
import { declaredRows, passedOver } from './declared-choice.ts';
import type { CountFigure } from './figure.ts';
import { type Frame, isOn, leadsTo } from './frame.ts';
import { isUnder, unitsUnder } from './units-under.ts';

/** A count without names that belongs to an answer. */
export interface DeclaredLine {
  actId: string;
  unitId: string;
  amount: number;
  /** The last day of the period it was reported for, or the day of the occasion it was told of. */
  on: Day;
  /** The asked unit's direct subordinate that it lies under; null: the asked unit's own. */
  childId: string | null;
}

/**
 * The counts without names that count: of those declared, for a flow those whose period lies within the asked one, where
 * their unit stood on the period's last day; for a stock those in force on the asked day, where their unit stands that
 * day. Beside them a flow's own amounts, each where its unit stood on its day.
 */
export async function declaredIn(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<DeclaredLine[]> {
  const { rows } = await sql<DeclaredLine>`select * from (${await declared(frame, figure, args)}) d
    order by d.on, d.unit_id, d.act_id`.execute(frame.tx);
  return rows;
}

/** How much of them falls to each direct subordinate; null: to the asked unit itself. */
export async function declaredShares(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<Map<string | null, number>> {
  const { rows } = await sql<{ childId: string | null; amount: number }>`
    select d.child_id, sum(d.amount) as amount from (${await declared(frame, figure, args)}) d group by d.child_id`.execute(
    frame.tx,
  );
  return new Map(rows.map(({ childId, amount }) => [childId, amount]));
}

/** Those of a flow that touch the asked period without lying within it: no part of them can be counted. */
export async function declaredAcross(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<DeclaredLine[]> {
  if (figure.time === 'stock') return [];
  const period = askedPeriod(frame, figure);
  const across = declaredRows(frame, figure, args, (alias) => {
    const valid = sql.ref(`${alias}.valid`);
    return sql`coalesce(${valid} && ${period}, false) and not coalesce(${valid} <@ ${period}, false)`;
  });
  return linesOf(frame, figure, args, across);
}

/** Those of the asked time that are parts of another declared count, which counts in their place. */
export async function declaredParts(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<DeclaredLine[]> {
  const isOfTime = ofTime(frame, figure);
  const acts = await passedOver(frame, figure, args, isOfTime);
  if (acts.length === 0) return [];
  const isPassedOver = (alias: string) =>
    sql`${isOfTime(alias)} and ${sql.ref(`${alias}.act_id`)} = any(${acts}::uuid[])`;
  return linesOf(frame, figure, args, declaredRows(frame, figure, args, isPassedOver));
}

async function linesOf(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  rows: RawBuilder<unknown>,
): Promise<DeclaredLine[]> {
  const day = figure.time === 'stock' ? sql`${frame.on}::date` : lastDay;
  const lines = placed(frame, figure, args, sql`select d.act_id, d.unit_id, d.amount, ${day} as day from (${rows}) d`);
  const { rows: found } =
    await sql<DeclaredLine>`select * from (${lines}) d order by d.on, d.unit_id, d.act_id`.execute(frame.tx);
  return found;
}

/** That a declared count is of the asked day, or lies within the asked period. */
function ofTime(frame: Frame, figure: CountFigure): (alias: string) => RawBuilder<unknown> {
  if (figure.time === 'stock') return (alias) => isOn(sql`${sql.ref(`${alias}.valid`)}`, sql`${frame.on}::date`);
  return (alias) => sql`coalesce(${sql.ref(`${alias}.valid`)} <@ ${askedPeriod(frame, figure)}, false)`;
}

const lastDay = sql`(upper(d.valid) - 1)`;

function askedPeriod(frame: Frame, figure: CountFigure): RawBuilder<unknown> {
  const { from, to } = periodOf(frame, figure);
  return sql`daterange(${from}::date, ${to}::date, '[]')`;
}

async function declared(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<RawBuilder<unknown>> {
  const day = figure.time === 'stock' ? sql`${frame.on}::date` : lastDay;
  const isOfTime = ofTime(frame, figure);
  const passed = await passedOver(frame, figure, args, isOfTime);
  const lines = sql`select d.act_id, d.unit_id, d.amount, ${day} as day
    from (${declaredRows(frame, figure, args, isOfTime)}) d where d.act_id <> all(${passed}::uuid[])`;
  if (figure.amounts === undefined) return placed(frame, figure, args, lines);
  const { from, to } = periodOf(frame, figure);
  const own = sql`select m.act_id, m.unit_id, m.amount, m.day from (${figure.amounts(frame.facts, args)}) m
    where m.day between ${from}::date and ${to}::date and ${isUnder(sql`m.unit_id`, await unitsUnder(frame, from, to))}`;
  return placed(frame, figure, args, sql`${lines} union all ${own}`);
}

/** Those whose unit stood under the asked one on their day, with the direct subordinate that it stood under. */
function placed(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  amounts: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { table } = frame.facts;
  return sql`select a.act_id, a.unit_id, a.amount, a.day as on, c.ancestor_id as child_id from (${amounts}) a
    join ${table('unitLine', 'l')} on l.unit_id = a.unit_id and ${leadsTo(frame.unitId)} and ${isOn(sql`l.valid`, sql`a.day`)}
    left join ${table('unitLine', 'c')} on c.unit_id = a.unit_id and c.depth = l.depth - 1 and ${isOn(sql`c.valid`, sql`a.day`)}
    where true ${figure.partition?.some(({ whose }) => whose) ? sql`` : ofWhom(frame, figure, args, sql`a.unit_id`)}
      ${figure.crossing ? sql`and a.unit_id = ${frame.unitId}::uuid` : sql``}`;
}
