import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';

/** The life of a unit, as far as the fold of others needs it. */
export interface UnitLife {
  from: Day;
  /** First day it no longer exists; null while it lives. */
  to: Day | null;
  /** Who takes its members and subordinate units by default when it ends. */
  successorId: string | null;
  endActId: string | null;
}

/** How units ended: the second argument of the fold. Unknown ids are an error. */
export interface Successions {
  life: (unitId: string) => UnitLife | null;
}

export interface Placement {
  from: Day;
  to: Day | null;
  unitId: string;
  /** Null where the placement is as the act says; else the act that ended the unit before. */
  becauseOf: string | null;
}

/**
 * Where someone assigned to `unitId` over [from, to) really stands: in the unit while it exists, then in its successors.
 * An assignment after the unit's end lands in the successor. Throws `unit.not-established` before the unit's first day,
 * `unit.ended` where a unit ended without a successor.
 */
export function place(successions: Successions, unitId: string, from: Day, to: Day | null): Placement[] {
  const placements: Placement[] = [];
  const seen = new Set<string>();
  let unit = unitId;
  let start = from;
  let becauseOf: string | null = null;
  for (;;) {
    const life = successions.life(unit);
    if (life === null || start < life.from)
      throw new Problem('unit.not-established', `The unit does not exist yet on ${start}.`, {
        fields: [{ code: 'unit.not-established', field: 'unit', message: unit }],
      });
    if (life.to === null || (to !== null && to <= life.to)) {
      placements.push({ from: start, to, unitId: unit, becauseOf });
      return placements;
    }
    if (start < life.to) {
      placements.push({ from: start, to: life.to, unitId: unit, becauseOf });
      start = life.to;
    }
    seen.add(unit);
    if (life.successorId === null || seen.has(life.successorId))
      throw new Problem('unit.ended', `The unit ended on ${life.to} and has no successor.`, {
        fields: [{ code: 'unit.ended', field: 'unit', message: unit }],
      });
    becauseOf = life.endActId;
    unit = life.successorId;
  }
}

/** The last unit of a line of successors by a day: the one itself, or what followed it. */
export function lastUnit(successions: Successions, unitId: string, day: Day): string {
  const seen = new Set<string>();
  let unit = unitId;
  for (;;) {
    const known = successions.life(unit);
    seen.add(unit);
    if (!known?.to || day < known.to || known.successorId === null || seen.has(known.successorId)) return unit;
    unit = known.successorId;
  }
}
