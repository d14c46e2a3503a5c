import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import { ofWhom, periodOf } from './counted.ts';
import type { CountFigure } from './figure.ts';
import { type Frame, isOn, leadsTo } from './frame.ts';

/** A count reported without names that belongs to an answer. */
export interface DeclaredLine {
  actId: string;
  unitId: string;
  amount: number;
  /** The last day of the period it was reported for. */
  on: Day;
  /** The asked unit's direct subordinate that it lies under; null: the asked unit's own. */
  childId: string | null;
}

/**
 * The declared counts that count: for a flow those whose period lies within the asked one, where their unit stood on the
 * period's last day; for a stock those in force on the asked day, where their unit stands that day.
 */
export async function declaredIn(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<DeclaredLine[]> {
  if (figure.time === 'stock') {
    const on = sql`${frame.on}::date`;
    return declaredWhere(frame, figure, args, isOn(sql`d.valid`, on), on);
  }
  return declaredWhere(frame, figure, args, sql`coalesce(d.valid <@ ${askedPeriod(frame, figure)}, false)`, lastDay);
}

/** Those of a flow that touch the asked period without lying within it: no part of them can be counted. */
export async function declaredAcross(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<DeclaredLine[]> {
  if (figure.time === 'stock') return [];
  const period = askedPeriod(frame, figure);
  const isAcross = sql`coalesce(d.valid && ${period}, false) and not coalesce(d.valid <@ ${period}, false)`;
  return declaredWhere(frame, figure, args, isAcross, lastDay);
}

const lastDay = sql`(upper(d.valid) - 1)`;

function askedPeriod(frame: Frame, figure: CountFigure): RawBuilder<unknown> {
  const { from, to } = periodOf(frame, figure);
  return sql`daterange(${from}::date, ${to}::date, '[]')`;
}

async function declaredWhere(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  condition: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): Promise<DeclaredLine[]> {
  const { table } = frame.facts;
  const { rows } = await sql<DeclaredLine>`
    select d.act_id, d.unit_id, d.amount, ${lastDay} as on, c.ancestor_id as child_id
    from ${table('declaredCount', 'd')}
    join ${table('unitLine', 'l')} on l.unit_id = d.unit_id and ${leadsTo(frame.unitId)} and ${isOn(sql`l.valid`, day)}
    left join ${table('unitLine', 'c')} on c.unit_id = d.unit_id and c.depth = l.depth - 1 and ${isOn(sql`c.valid`, day)}
    where d.figure = ${figure.name} and d.args = ${JSON.stringify(args)}::jsonb and ${condition} ${ofWhom(frame, figure, args, sql`d.unit_id`)}
    order by d.valid, d.unit_id, d.act_id`.execute(frame.tx);
  return rows;
}
