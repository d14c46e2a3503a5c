import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import type { CountFigure, FlowRow, StockRow } from './figure.ts';
import { type Frame, isOn, type UnitsUnder } from './frame.ts';
import { isUnder, unitsUnder } from './units-under.ts';

/** The period a flow is asked for. Throws `figure.period` where a single day was asked. */
export function periodOf(frame: Frame, figure: { name: string }): { from: Day; to: Day } {
  if (frame.from === null || frame.to === null)
    throw new Problem('figure.period', `${figure.name} is counted over a period: it needs a first and a last day.`);
  return { from: frame.from, to: frame.to };
}

/**
 * A figure's rows (or those considered) that lie under the asked unit: a stock where its unit stands on the asked day, a
 * flow where it stood on the row's own day. Columns: id, subject_id, unit_id, act_id, day (where and when it counts),
 * since (for the list), `why` when there is one, and `more` columns of the rows (alias r).
 */
export async function rowsInPlace(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  rows: Expression<StockRow | FlowRow>,
  why: 'with-why' | 'plain' = 'plain',
  more: RawBuilder<unknown> = sql``,
): Promise<RawBuilder<unknown>> {
  const whose = ofWhom(frame, figure, args);
  const ownLabel = figure.labelled
    ? sql`, case when strpos(r.scope, ${frame.viewerScope}) > 0 then r.label end as own_label`
    : sql``;
  const note = figure.noted
    ? sql`, coalesce(case when strpos(r.scope, ${frame.viewerScope}) > 0 then r.note end, r.why) as why`
    : sql`, r.why`;
  const columns = sql`r.id, r.subject_id, r.unit_id, r.act_id${ownLabel}${why === 'with-why' ? note : sql``}${more}`;
  if (figure.time === 'stock') {
    const on = sql`${frame.on}::date`;
    const under = await unitsUnder(frame, frame.on, frame.on);
    return sql`select ${columns}, ${on} as day, lower(r.valid) as since from (${rows}) r
      where ${isOn(sql`r.valid`, on)} and ${isUnder(sql`r.unit_id`, under)} ${whose}`;
  }
  const { from, to } = periodOf(frame, figure);
  const under = await unitsUnder(frame, from, to);
  if (figure.lasting === true) {
    const [shared, join] = sharedDays(from, to, under);
    return sql`select ${columns}, upper(${shared}) - 1 as day, lower(r.valid) as since from (${rows}) r ${join}
      where coalesce(not isempty(${shared}), false) and ${isUnder(sql`r.unit_id`, under)} ${whose}`;
  }
  const inside = onItsDay('r.unit_id', 'x', under);
  const outside = figure.crossing === true ? onItsDay('r.outer_unit_id', 'y', under) : null;
  return sql`select ${columns}, r.day, r.day as since from (${rows}) r ${inside.join} ${outside?.join ?? sql``}
    where r.day between ${from}::date and ${to}::date and ${inside.holds} ${whose}
      ${outside === null ? sql`` : sql`and (${outside.holds}) is not true`}`;
}

/**
 * Whether a unit lies under the asked one on the row's own day. Joined and not looked for row by row: in a period that holds
 * the day on which a tree was founded, all its thousands of units lie there for a part of it.
 */
function onItsDay(
  column: 'r.unit_id' | 'r.outer_unit_id',
  alias: string,
  under: UnitsUnder,
): { join: RawBuilder<unknown>; holds: RawBuilder<unknown> } {
  const unitId = sql.raw(column);
  const { partly } = under;
  const usual = under.days === null ? sql`true` : sql`${under.days}::daterange @> r.day`;
  if (partly === null) return { join: sql``, holds: sql`${isUnder(unitId, under)} and ${usual}` };
  const [there, days] = [sql.ref(`${alias}.unit_id`), sql.ref(`${alias}.days`)];
  return {
    join: sql`left join (
      select z.unit_id, range_agg(z.valid) as days from unnest(${partly.unitIds}::uuid[], ${partly.valid}::daterange[]) z (unit_id, valid)
      group by z.unit_id) ${sql.ref(alias)} on ${there} = ${unitId}`,
    holds: sql`${isUnder(unitId, under)} and case when ${there} is null then ${usual} else ${days} @> r.day end`,
  };
}

/** The days of the period on which a row holds and its unit lies under the asked one, and the join that this takes. */
function sharedDays(
  from: Day,
  to: Day,
  { days, partly }: UnitsUnder,
): [shared: RawBuilder<unknown>, join: RawBuilder<unknown>] {
  const usual = days === null ? sql`daterange(${from}::date, ${to}::date, '[]')` : sql`${days}::daterange`;
  if (partly === null) return [sql`r.valid * ${usual}`, sql``];
  const lines = sql`unnest(${partly.unitIds}::uuid[], ${partly.valid}::daterange[]) x (unit_id, valid)`;
  return [sql`r.valid * coalesce(x.valid, ${usual})`, sql`left join ${lines} on x.unit_id = r.unit_id`];
}

/** The condition that leaves the asked unit's own rows, or those of units under it, where the args ask for one of them. */
export function ofWhom(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  unitId: RawBuilder<unknown> = sql`r.unit_id`,
): RawBuilder<unknown> {
  const whose = figure.whose?.(args) ?? 'both';
  if (whose === 'both') return sql``;
  return whose === 'own' ? sql`and ${unitId} = ${frame.unitId}::uuid` : sql`and ${unitId} <> ${frame.unitId}::uuid`;
}

/** The rows of a figure's rule that lie under the asked unit, an id as often as it comes. */
export async function rowsCounted(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<RawBuilder<unknown>> {
  const days = figure.time === 'stock' ? { from: frame.on, to: frame.on } : periodOf(frame, figure);
  const { all, areFew } = await unitsUnder(frame, days.from, days.to);
  // A row that crosses may be known by its other end.
  const units = areFew && figure.crossing !== true ? all : null;
  return rowsInPlace(frame, figure, args, figure.rows(frame.facts, args, { ...days, units }));
}

/** The rows that a figure counts under the asked unit: what the number is the length of, what the list shows, what is split by unit. */
export async function countedIn(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<RawBuilder<unknown>> {
  const rows = await rowsCounted(frame, figure, args);
  if (!mayRepeat(figure)) return rows;
  // Each id once: the latest, so that a split by unit puts it where it last happened.
  return sql`select distinct on (c.id) c.* from (${rows}) c order by c.id, c.day desc, c.unit_id, c.act_id`;
}

/** How many there are. The sort that picks one row for each id is spared where only their number is asked. */
export async function numberIn(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<number> {
  const rows = await rowsCounted(frame, figure, args);
  const number = mayRepeat(figure) ? sql`count(distinct c.id)` : sql`count(*)`;
  const counted = await sql<{ count: number }>`select ${number} from (${rows}) c`.execute(frame.tx);
  return counted.rows[0]?.count ?? 0;
}

/** Whether rows of one id may meet. Occurrences each have their own, and a figure with tallies has promised it. */
function mayRepeat(figure: CountFigure): boolean {
  return figure.counts === 'distinct' && !figure.tally;
}
