import { Problem } from '#/platform/errors.ts';
import type { Act } from '../journal/act.ts';

/** An act with the rank of its kind: what the order of folding needs. */
export interface Ranked {
  act: Act;
  rank: number;
}

/**
 * The order of folding: by day, then the kind's rank, then `after`, then id. When an act was recorded plays no part.
 * Throws `after.cycle` where acts name each other.
 */
export function inFoldOrder(acts: readonly Ranked[]): Ranked[] {
  const sorted = acts.toSorted(byDayRankId);
  if (sorted.every(({ act }) => act.after === null)) return sorted;
  const ordered: Ranked[] = [];
  for (let start = 0; start < sorted.length; ) {
    const day = sorted[start]?.act.effectiveOn;
    let end = start;
    while (end < sorted.length && sorted[end]?.act.effectiveOn === day) end++;
    ordered.push(...honourAfter(sorted.slice(start, end)));
    start = end;
  }
  return ordered;
}

function byDayRankId(a: Ranked, b: Ranked): number {
  if (a.act.effectiveOn !== b.act.effectiveOn) return a.act.effectiveOn < b.act.effectiveOn ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.act.id < b.act.id ? -1 : 1;
}

/** One day's acts: each act waits for the one it names; among those that may come, the first of the plain order. */
function honourAfter(day: Ranked[]): Ranked[] {
  const waiting = [...day];
  const present = new Set(day.map(({ act }) => act.id));
  const done = new Set<string>();
  const ordered: Ranked[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ act }) => act.after === null || !present.has(act.after) || done.has(act.after));
    if (next === -1) {
      const ids = waiting.map(({ act }) => act.id);
      throw new Problem('after.cycle', `These acts wait for one another: ${ids.join(', ')}.`, {
        fields: ids.map((actId) => ({
          actId,
          field: 'after',
          code: 'after.cycle',
          message: 'This act waits for itself.',
        })),
      });
    }
    const [ranked] = waiting.splice(next, 1) as [Ranked];
    done.add(ranked.act.id);
    ordered.push(ranked);
  }
  return ordered;
}

/**
 * The acts that still hold: an act falls away when an act that itself holds withdraws it.
 * All withdrawals of an act concern its subjects, so they stand in the same list.
 */
export function active(acts: readonly Act[]): Act[] {
  const withdrawers = new Map<string, Act[]>();
  for (const act of acts)
    if (act.withdraws !== null) withdrawers.set(act.withdraws, [...(withdrawers.get(act.withdraws) ?? []), act]);
  if (withdrawers.size === 0) return [...acts];
  const holds = (act: Act): boolean => !(withdrawers.get(act.id) ?? []).some(holds);
  return acts.filter(holds);
}

/** Neighbours of one day and rank of which neither says that it comes after the other: their order must not matter. */
export function unorderedPairs(ordered: readonly Ranked[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 1; i < ordered.length; i++) {
    const a = ordered[i - 1] as Ranked;
    const b = ordered[i] as Ranked;
    if (a.act.effectiveOn === b.act.effectiveOn && a.rank === b.rank && b.act.after !== a.act.id)
      pairs.push([i - 1, i]);
  }
  return pairs;
}
