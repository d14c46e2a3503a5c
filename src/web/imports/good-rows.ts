import type { Intake } from '#/exchange/intake/shapes.ts';

/** Rows of the file that can be recorded; the units that the plan itself brings in are no rows. */
export function goodRows({ counts, plan }: Pick<Intake, 'counts' | 'plan'>): number {
  const isRootNew = plan.superior !== undefined && 'name' in plan.superior;
  return Math.max(0, (counts?.good ?? 0) - plan.newUnits.length - (isRootNew ? 1 : 0));
}
