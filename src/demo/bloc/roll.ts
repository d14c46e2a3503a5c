import type { Day } from '#/platform/day.ts';
import type { Career } from './careers.ts';
import type { BlocCase } from './case.ts';
import { cellLivesOn, livesOn, type Organisation } from './tree.ts';

/** Who stands in each organisation on a day, by the flows that were drafted. */
export function rollOn({ company, organisations }: BlocCase, day: Day): Map<Organisation, Career[]> {
  const roll = new Map<Organisation, Career[]>();
  for (const organisation of organisations) {
    if (!livesOn(organisation, day)) continue;
    const cells = organisation.cells.filter((cell) => cellLivesOn(cell, day));
    roll.set(
      organisation,
      cells.flatMap((cell) => company.on(cell, day)),
    );
  }
  return roll;
}
