import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { addDays } from '#/platform/day.ts';
import { handMadeFacts } from './facts.ts';

// A random small organisation over 40 days: three floors, cells that move, persons that stand and enter here and there.

const FIRST = '2020-01-01';
const LENGTH = 40;
export const ROOT = 'P';
export const COMMUNES = ['D1', 'D2', 'D3'];
export const CELLS = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'];
export const UNITS = [ROOT, ...COMMUNES, ...CELLS];
export const PERSONS = Array.from({ length: 8 }, (_, i) => `person ${i}`);

export interface ToyWorld {
  /** A cell's parent, and from which day another one. */
  moves: { to: number; day: number }[][];
  /** Where a person stands: a unit (or nowhere) from a day on. */
  stands: { unit: number | null; day: number; transit: boolean }[][];
  entries: { person: number; unit: number; day: number }[];
}

/** A day of the world, counted from the first. */
export const day = fc.nat({ max: LENGTH - 1 });
const spells = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(
      fc.tuple(day, value).map(([at, v]) => ({ day: at, ...v })),
      { selector: (spell) => spell.day, maxLength: 4 },
    )
    .map((list) => list.toSorted((a, b) => a.day - b.day));
const stands = spells(fc.record({ unit: fc.option(fc.nat({ max: UNITS.length - 1 })), transit: fc.boolean() }));
export const toyWorld: fc.Arbitrary<ToyWorld> = fc.record({
  moves: fc.tuple(...CELLS.map(() => spells(fc.record({ to: fc.nat({ max: COMMUNES.length - 1 }) })))),
  stands: fc.tuple(...PERSONS.map(() => stands)),
  entries: fc.uniqueArray(
    fc.record({ person: fc.nat({ max: PERSONS.length - 1 }), unit: fc.nat({ max: UNITS.length - 1 }), day }),
    { maxLength: 12, selector: (e) => `${e.person} ${e.day}` },
  ),
});

export const dayOf = (n: number): string => addDays(FIRST, n);

/** Writes the world's facts in place of what the tables hold. */
export async function lay({ moves, stands: where, entries }: ToyWorld, client: PoolClient): Promise<void> {
  const facts = handMadeFacts();
  for (const unit of UNITS) facts.unit(unit, 'cell', '2000-01-01');
  for (const commune of COMMUNES) facts.under(commune, ROOT, '2000-01-01');
  CELLS.forEach((cell, i) => {
    const turns = [{ to: i % COMMUNES.length, day: -1 }, ...(moves[i] ?? [])];
    turns.forEach((turn, k) => {
      const next = turns[k + 1];
      facts.under(
        cell,
        COMMUNES[turn.to] as string,
        turn.day < 0 ? '2000-01-01' : dayOf(turn.day),
        next ? dayOf(next.day) : null,
      );
    });
  });
  PERSONS.forEach((person, i) => {
    facts.person(person);
    (where[i] ?? []).forEach((spell, k, all) => {
      const next = all[k + 1];
      if (spell.unit === null) return;
      facts.standing(person, UNITS[spell.unit] as string, dayOf(spell.day), next ? dayOf(next.day) : null, {
        in_transit: spell.transit,
      });
    });
  });
  for (const { person, unit, day: on } of entries)
    facts.event(PERSONS[person] as string, dayOf(on), 'admitted', null, UNITS[unit] as string);
  await facts.insert(client);
}

/** The same, recounted by hand. */
export function superiorOf({ moves }: ToyWorld, unit: string, on: number): string | null {
  if (unit === ROOT) return null;
  if (COMMUNES.includes(unit)) return ROOT;
  const i = CELLS.indexOf(unit);
  return COMMUNES[(moves[i] ?? []).findLast((move) => move.day <= on)?.to ?? i % COMMUNES.length] as string;
}

/** Whether a unit is another or lies under it. */
export function isUnder(w: ToyWorld, unit: string, above: string, on: number): boolean {
  for (let at: string | null = unit; at !== null; at = superiorOf(w, at, on)) if (at === above) return true;
  return false;
}

/** Names of those who stand under a unit on a day, in transit or not counted. */
export function membersBy(w: ToyWorld, above: string, on: number): string[] {
  return PERSONS.filter((_, i) => {
    const spell = (w.stands[i] ?? []).findLast((s) => s.day <= on);
    return (
      spell !== undefined && spell.unit !== null && !spell.transit && isUnder(w, UNITS[spell.unit] as string, above, on)
    );
  });
}

/** Names of those who entered, once for each time. */
export function entriesBy(w: ToyWorld, above: string, from: number, to: number): string[] {
  return w.entries
    .filter(
      (entry) => entry.day >= from && entry.day <= to && isUnder(w, UNITS[entry.unit] as string, above, entry.day),
    )
    .map((entry) => PERSONS[entry.person] as string)
    .toSorted();
}
