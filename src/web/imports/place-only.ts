import type { Search } from '../address.ts';

/** The search of a link from one page of the import to another: the place, and nothing of the page before. */
export function placeOnly({ unit, tenant, period, known }: Search): Search {
  return Object.fromEntries(
    Object.entries({ unit, tenant, period, known }).filter(([, value]) => value !== undefined),
  ) as Search;
}
