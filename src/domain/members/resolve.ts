import type { FoldContext } from '#/kernel/facts/model.ts';
import { lastUnit, place, type Successions } from '#/kernel/facts/succession.ts';
import { earlier, later } from '#/kernel/tree/lines.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import type { Place } from './tracks.ts';

/** A span of days somewhere; unitId null: nowhere in this register. */
export interface Spell {
  from: Day;
  to: Day | null;
  unitId: string | null;
  /** The act that ended the unit before; null where it is as the act says. */
  becauseOf: string | null;
}

/** Where a place lies over [from, to): the unit and its successors, or the nearest common superior of both ends. */
export function spellsOf(at: Place, from: Day, to: Day | null, context: FoldContext): Spell[] {
  if ('unit' in at) return place(context.successions, at.unit, from, to);
  const spells: Spell[] = [];
  for (const { unitId, ...spell } of superiors(at, context)) {
    const span = { from: later(spell.from, from) as Day, to: earlier(spell.to, to) };
    if (span.to === null || span.from < span.to) spells.push({ ...span, unitId, becauseOf: null });
  }
  return spells;
}

/** As place(), but a unit that ended and left no successor is followed by a span of nowhere instead of a Problem. */
export function follow(successions: Successions, unitId: string, from: Day, to: Day | null): Spell[] {
  const end = endOfLine(successions, unitId);
  if (end === null || (to !== null && to <= end)) return place(successions, unitId, from, to);
  const nowhere = { from: from < end ? end : from, to, unitId: null, becauseOf: null };
  return from < end ? [...place(successions, unitId, from, end), nowhere] : [nowhere];
}

/** The day on which a unit and all its successors have ended, the last without one; null when they live on. */
function endOfLine({ life }: Successions, unitId: string): Day | null {
  const seen = new Set<string>();
  let unit = unitId;
  for (;;) {
    const known = life(unit);
    if (known === null || known.to === null) return null;
    seen.add(unit);
    if (known.successorId === null || seen.has(known.successorId)) return known.to;
    unit = known.successorId;
  }
}

/** The unit of a place on a day. One that ended without successor is still named: it is where the person last stood. */
export function unitOn(at: Place, day: Day, context: FoldContext): string | null {
  if (!('unit' in at)) return spellsOf(at, day, null, context)[0]?.unitId ?? null;
  const [spell] = follow(context.successions, at.unit, day, null);
  return spell?.unitId ?? lastUnit(context.successions, at.unit, day);
}

/** A unit, or its successor, on a day. Throws where there is neither. */
export function unitThere(unitId: string, day: Day, { successions }: FoldContext): string {
  const found = follow(successions, unitId, day, null)[0]?.unitId;
  return found ?? (place(successions, unitId, day, null)[0]?.unitId as string);
}

/** The unit of a place on a day, or null where there is none yet or no longer. */
export function unitIfAny(unitId: string, day: Day, context: FoldContext): string | null {
  try {
    return follow(context.successions, unitId, day, null)[0]?.unitId ?? null;
  } catch (error) {
    if (error instanceof Problem) return null; // not established yet: the caller looks on another day
    throw error;
  }
}

/**
 * Between letter and receipt a member stands in the nearest common superior of both ends, and of their successors when
 * they end. Whoever has no successor leaves the member where the superior was.
 */
function superiors({ from, to, since }: Exclude<Place, { unit: string }>, context: FoldContext): Spell[] {
  const { successions } = context;
  const sending = follow(successions, from, since, null);
  const receiving = follow(successions, to, since, null);
  // Nobody goes from, or to, what has ended and left no successor.
  unitThere(from, since, context);
  unitThere(to, since, context);
  const spells: Spell[] = [];
  let last: string | null = null;
  for (const { from: start, to: end, a, b } of overlaps(sending, receiving)) {
    const [x, y] = [a ?? last, b ?? last];
    const found: { from: Day; to: Day | null; unitId: string | null }[] =
      x === null || y === null ? [{ from: start, to: end, unitId: null }] : context.commonSuperior(x, y, start, end);
    for (const span of found) {
      last = span.unitId ?? last;
      join(spells, { ...span, becauseOf: null });
    }
  }
  return spells;
}

function overlaps(one: readonly Spell[], other: readonly Spell[]) {
  const shared: { from: Day; to: Day | null; a: string | null; b: string | null }[] = [];
  for (const p of one)
    for (const q of other) {
      const from = later(p.from, q.from) as Day;
      const to = earlier(p.to, q.to);
      if (to === null || from < to) shared.push({ from, to, a: p.unitId, b: q.unitId });
    }
  return shared.toSorted((p, q) => (p.from < q.from ? -1 : 1));
}

/** Adds a spell, or lengthens the last one where it is the same unit. */
export function join<S extends { from: Day; to: Day | null; unitId: string | null }>(spells: S[], spell: S): void {
  const last = spells.at(-1);
  if (last !== undefined && last.unitId === spell.unitId && last.to === spell.from) last.to = spell.to;
  else spells.push({ ...spell });
}
