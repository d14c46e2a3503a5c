import { type RawBuilder, sql } from 'kysely';
import { countedIn } from './counted.ts';
import { declaredShares } from './declared.ts';
import { countNamed, fromTallies, isTallied } from './evaluate.ts';
import type { CountFigure } from './figure.ts';
import { type Frame, isOn } from './frame.ts';
import { type UnitLabel, unitLabels } from './unit-labels.ts';

/** Part of a count that falls to one direct subordinate; `unitId` of the asked unit itself for what is its own. */
export interface CountShare extends UnitLabel {
  unitId: string;
  value: number;
}

/**
 * Splits a count among the asked unit's direct subordinates, as the tree was on each row's day (for a stock on the asked
 * day), declared counts included. The shares add up to the whole; what belongs to no subordinate is the unit's own.
 */
export async function countByUnit(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<CountShare[]> {
  const values =
    isTallied(frame, figure) && figure.time === 'stock'
      ? await talliedShares(frame, figure, args, await childrenOn(frame))
      : await sharesOf(frame, await countedIn(frame, figure, args), sql`count(*)`);
  for (const [childId, amount] of await declaredShares(frame, figure, args))
    add(values, childId ?? frame.unitId, amount);
  return splitByUnit(frame, values);
}

/** In the order of their codes, the asked unit's own last; direct subordinates also where they have nothing. */
export async function splitByUnit(frame: Frame, shares: ReadonlyMap<string, number>): Promise<CountShare[]> {
  const values = new Map(shares);
  for (const child of await childrenOn(frame)) add(values, child, 0);
  const labelOf = await unitLabels(frame.facts, [...values.keys()]);
  return [...values]
    .filter(([unitId, value]) => unitId !== frame.unitId || value !== 0)
    .map(([unitId, value]) => ({ unitId, ...labelOf(unitId, frame.on), value }))
    .sort(
      (a, b) => Number(a.unitId === frame.unitId) - Number(b.unitId === frame.unitId) || (a.code < b.code ? -1 : 1),
    );
}

/** Direct subordinates on the asked (last) day: they are shown even when they have nothing. */
async function childrenOn(frame: Frame): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`select l.unit_id from ${frame.facts.table('unitLine', 'l')}
    where l.ancestor_id = ${frame.unitId}::uuid and l.depth = 1 and ${isOn(sql`l.valid`, sql`${frame.on}::date`)}`.execute(
    frame.tx,
  );
  return rows.map((row) => row.unitId);
}

// Only for a stock: a unit that was moved within the period carries the flows of its former superior in its tallies.
async function talliedShares(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  children: string[],
): Promise<Map<string, number>> {
  const shares = await fromTallies(frame, figure, args, children);
  const whole = await countNamed(frame, figure, args);
  const under = [...shares.values()].reduce((sum, value) => sum + value, 0);
  return shares.set(frame.unitId, whole - under);
}

/** What rows in their place amount to, by direct subordinate; `amount` is an aggregate over the rows (alias c). */
export async function sharesOf(
  frame: Frame,
  rows: RawBuilder<unknown>,
  amount: RawBuilder<unknown>,
): Promise<Map<string, number>> {
  const { table } = frame.facts;
  // Summed by unit before it is carried up: a province has 40 times as many members as units.
  const { rows: shares } = await sql<{ childId: string | null; value: number }>`
    with spread as materialized (select c.unit_id, c.day, ${amount} as value from (${rows}) c group by c.unit_id, c.day)
    select x.ancestor_id as child_id, sum(s.value)::bigint as value
    from spread s left join (
      ${table('unitLine', 'x')} join ${table('unitLine', 'k')} on k.unit_id = x.ancestor_id and k.ancestor_id = ${frame.unitId}::uuid and k.depth = 1
    ) on x.unit_id = s.unit_id and ${isOn(sql`x.valid`, sql`s.day`)} and ${isOn(sql`k.valid`, sql`s.day`)}
    group by x.ancestor_id`.execute(frame.tx);
  return new Map(shares.map(({ childId, value }) => [childId ?? frame.unitId, value]));
}

function add(values: Map<string, number>, unitId: string, value: number): void {
  values.set(unitId, (values.get(unitId) ?? 0) + value);
}
