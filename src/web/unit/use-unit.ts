import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../address.ts';
import { usePlace } from '../place.ts';
import type { UnitSearch } from './unit-search.ts';

/** What every question of the page says: the unit, the day, as known when. Null until a unit is chosen. */
export function useAskedUnit() {
  const { unit, tenant, day, known } = usePlace();
  return unit === null ? null : { code: unit, tenant, on: day, knownAt: known ?? undefined };
}

export type AskedUnit = NonNullable<ReturnType<typeof useAskedUnit>>;

/** The page's own part of the address, and the way to another. */
export function useUnitSearch() {
  const search: UnitSearch = useSearch({ from: '/unit' });
  const navigate = useNavigate();
  const goTo = (change: UnitSearch, { replace = true }: { replace?: boolean } = {}) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, ...change }), replace } as never);
  return { search, goTo };
}
