import { sql } from 'kysely';
import { countedIn } from '#/kernel/figures/counted.ts';
import { declaredIn } from '#/kernel/figures/declared.ts';
import { fromTallies, isTallied } from '#/kernel/figures/evaluate.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { rollUp } from './lay-out.ts';
import type { TreeRow } from './tree-rows.ts';

/** A stock of every unit of the tree at once, those below each included: the same numbers as one question each would give. */
export async function countOfEach(
  frame: Frame,
  figure: CountFigure,
  rows: readonly TreeRow[],
): Promise<Map<string, number>> {
  const declared = new Map<string, number>();
  for (const { unitId, amount } of await declaredIn(frame, figure, {}))
    declared.set(unitId, (declared.get(unitId) ?? 0) + amount);
  if (!isTallied(frame, figure)) {
    const own = await namedByUnit(frame, figure);
    for (const [unitId, amount] of declared) own.set(unitId, (own.get(unitId) ?? 0) + amount);
    return rollUp(rows, own);
  }
  const ids = rows.map(({ id }) => id);
  const whole = await fromTallies(frame, figure, {}, ids);
  for (const [unitId, amount] of rollUp(rows, declared)) whole.set(unitId, (whole.get(unitId) ?? 0) + amount);
  return whole;
}

async function namedByUnit(frame: Frame, figure: CountFigure): Promise<Map<string, number>> {
  const counted = await countedIn(frame, figure, {});
  const { rows } = await sql<{ unitId: string; value: number }>`
    select c.unit_id, count(*) as value from (${counted}) c group by c.unit_id`.execute(frame.tx);
  return new Map(rows.map(({ unitId, value }) => [unitId, value]));
}
