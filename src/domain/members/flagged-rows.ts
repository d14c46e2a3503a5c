import type { FoldContext } from '#/kernel/facts/model.ts';
import type { FactRow } from '#/kernel/facts/table.ts';
import { toldRow } from './event-rows.ts';
import type { StandingSpell } from './standing-spells.ts';

/**
 * The flag of a transfer that the register knows stands where and when that transfer counts, so that it is one of the
 * transfers of its period and unit: those out in the unit they led from, those in where they led to.
 */
export function flaggedRow(
  row: FactRow,
  personId: string,
  stood: readonly StandingSpell[],
  context: FoldContext,
): FactRow {
  const { told: _, ...columns } = row;
  const { on_day, from_unit_id, to_unit_id } = toldRow(row, personId, stood, context);
  const unit_id = (row.direction === 'out' ? from_unit_id : to_unit_id) ?? null;
  return { ...columns, on_day: on_day ?? null, unit_id } as FactRow;
}
