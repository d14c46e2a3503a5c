import type { FoldContext } from '#/kernel/facts/model.ts';
import type { FactRow } from '#/kernel/facts/table.ts';
import { addDays } from '#/platform/day.ts';
import { type Told, toldIn } from './events.ts';
import { unitIfAny, unitOn, unitThere } from './resolve.ts';
import type { StandingSpell } from './standing-spells.ts';

/** An event with its units, as the tree was on its day. */
export function toldRow(
  row: FactRow,
  personId: string,
  stood: readonly StandingSpell[],
  context: FoldContext,
): FactRow {
  const told = toldIn(row);
  const { told: _, ...columns } = row;
  const { before, after, onDay } = told;
  const to = after === null ? null : unitOn(after.place, onDay, context);
  const from =
    before === null
      ? null
      : told.event === 'assigned'
        ? eveUnit(told, to, context)
        : unitOn(before.place, onDay, context);
  return {
    ...(columns as FactRow),
    person_id: personId,
    on_day: onDay,
    decided_on: told.decidedOn,
    event: told.event,
    unit_id: countedIn(told, to ?? from, stood, context),
    from_unit_id: from,
    to_unit_id: to,
  };
}

/**
 * A unit act assigns the person: from the unit of the eve. If that one ended by this very day, the assignment only picks
 * who succeeds it for this person, so nothing is left from: what happened is what the tree did.
 */
function eveUnit({ before, isSettled, onDay }: Told, to: string | null, context: FoldContext): string | null {
  if (before === null) return null;
  if (!isSettled) return unitOn(before.place, onDay, context);
  const unit = unitOn(before.place, addDays(onDay, -1), context);
  const end = unit === null ? null : (context.successions.life(unit)?.to ?? null);
  return end !== null && end <= onDay ? to : unit;
}

/**
 * Approvals and recognitions count by decision, so in the unit that stood there on that day: one established or merged
 * in between has no line on it and would lose the row.
 */
function countedIn(
  { at, after, onDay, countedOn, effectiveOn }: Told,
  standsIn: string | null,
  stood: readonly StandingSpell[],
  context: FoldContext,
): string | null {
  if (at !== null)
    return (
      (countedOn === effectiveOn ? null : unitIfAny(at, countedOn, context)) ?? unitThere(at, effectiveOn, context)
    );
  if (countedOn === onDay || after === null || !('unit' in after.place)) return standsIn;
  const there = stood.find(({ from, to }) => from <= countedOn && (to === null || countedOn < to));
  return there?.unitId ?? unitIfAny(after.place.unit, countedOn, context) ?? standsIn;
}
