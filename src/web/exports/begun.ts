import type { Day } from '#/platform/day.ts';
import { makeStore } from '../store.ts';

/** A list whose export this tab has begun: the server goes on with it whatever page is open. */
export interface Begun {
  id: string;
  /** What its rows are. */
  of: 'members' | 'acts';
  /** Of which unit's list; empty: of the whole register. */
  unit: string;
  day: Day;
}

const kept = 'sotay.exports';
const begun = makeStore<readonly Begun[]>(readKept());

/** The exports that this tab has begun and not closed, also before it was loaded anew. */
export const useBegun = begun.use;

export function addBegun(one: Begun): void {
  keep([...begun.get(), one]);
}

export function closeBegun(id: string): void {
  keep(begun.get().filter((one) => one.id !== id));
}

function keep(next: readonly Begun[]): void {
  begun.set(next);
  try {
    sessionStorage.setItem(kept, JSON.stringify(next));
  } catch {
    // a browser that keeps nothing: they are there until the page is loaded anew
  }
}

function readKept(): Begun[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    return Array.isArray(found) ? found : [];
  } catch {
    return []; // forbidden by the browser's settings, or not ours
  }
}
