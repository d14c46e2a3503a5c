import { expect } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { holding, Model } from './hunt/model.ts';
import type { Asks } from './seats.ts';

/** What lies where in a random register, told by a model that shares no code with the register. */
export interface Truth {
  model: Model;
  /** Whether a unit lies under another in today's tree; one that ended, under its successor or where it last lay. */
  isUnder: (unit: string, above: string) => boolean;
  /** Whether the record of a person is one of the unit's: its own, or one under it, counted the person at the end of a day. */
  knows: (person: string, above: string) => boolean;
  /** The same of any moment: where somebody was for a part of a day, an event may stand, and so the record is theirs too. */
  mayKnow: (person: string, above: string) => boolean;
}

/** Plays the acts through the model. */
export function truthOf(acts: readonly ActInput[]): Truth {
  const model = new Model();
  const [atNight, ever] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const note = (to: Map<string, Set<string>>, person: string, unit: string) =>
    to.set(person, (to.get(person) ?? new Set()).add(unit));
  const look = (to: Map<string, Set<string>>) => {
    for (const [person, { place }] of model.people) {
      if (place !== null) for (const unit of Object.values(place)) note(to, person, unit);
      const counted = model.standsIn(person); // who is between two units is counted where both lie
      if (counted !== null) note(to, person, counted);
    }
  };
  for (const day of Map.groupBy(holding(acts), ({ effectiveOn }) => effectiveOn).values()) {
    for (const act of day) {
      model.apply(act);
      look(ever);
      if (typeof act.host === 'string') for (const to of [atNight, ever]) note(to, act.person as string, act.host);
    }
    look(atNight);
  }
  const chain = (unit: string): string[] => {
    const { ended, parent } = model.unit(unit);
    const next = ended?.successor ?? parent;
    return next === null ? [unit] : [unit, ...chain(next)];
  };
  const isUnder = (unit: string, above: string) => chain(unit).includes(above);
  const isOf = (of: Map<string, Set<string>>) => (person: string, above: string) =>
    [...(of.get(person) ?? [])].some((unit) => isUnder(unit, above));
  return { model, isUnder, knows: isOf(atNight), mayKnow: isOf(ever) };
}

/** All rows of a list that comes by pages. */
export async function pages<T>(ask: Asks, url: string, rows: string): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body, text } = await ask(
      `${url}&limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    expect(status, text).toBe(200);
    all.push(...body[rows]);
    cursor = body.next;
  }
  return all;
}

export const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted();
