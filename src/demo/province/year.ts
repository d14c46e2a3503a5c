import type { ActInput } from '#/kernel/journal/act.ts';
import { arrivals } from './arrivals.ts';
import { YEAR } from './calendar.ts';
import { changes } from './changes.ts';
import { departures } from './departures.ts';
import type { Fates } from './fates.ts';
import { communePapers } from './papers.ts';
import type { Year } from './stream.ts';
import type { ProvinceTree } from './tree.ts';

/** One year of acts, day by day. Only what is on its way (letters, approvals, stays) is held. */
export function* year(seed: number, tree: ProvinceTree, fates: Fates): Generator<ActInput> {
  const the: Year = { seed, tree, fates, paper: communePapers(tree.communes) };
  const streams = [...arrivals(the), ...changes(the), ...departures(the)].map((stream) => ({ stream, n: 0 }));
  const later = new Map<number, (() => ActInput)[]>();
  for (let today = 1; today < YEAR; today += 1) {
    for (const make of later.get(today) ?? []) yield make();
    later.delete(today);
    for (const at of streams) {
      const { stream } = at;
      for (; at.n < stream.count && stream.on(at.n) <= today; at.n += 1) {
        const line = stream.act(at.n, today);
        yield line;
        const next = stream.follow?.(at.n, today, line);
        if (next !== undefined && next.on < YEAR) later.set(next.on, [...(later.get(next.on) ?? []), next.act]);
      }
    }
  }
}
