import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listActs } from '#/kernel/journal/list-contract.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import { type JournalSearch, noFilters } from './journal-search.ts';

/** How often an open journal looks whether something was recorded meanwhile. */
const lookEvery = 60_000;

/** The page of the journal that the address names, and whether the register has moved on since. */
export function useJournal() {
  const search: JournalSearch = useSearch({ strict: false });
  const { unit, tenant, on } = usePlace();
  const { all, by, cursor, order = 'recorded', ...rest } = search;
  const question = {
    ...filtersOf(rest),
    order,
    recordedBy: by,
    tenant,
    ...(unit === null || all !== undefined ? {} : { unit, on }),
  };
  const asked = { ...question, cursor };
  const page = useQuery({
    queryKey: [listActs.path, asked],
    queryFn: ({ signal }) => ask(listActs, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const latest = useQuery({
    queryKey: [listActs.path, 'latest', tenant],
    queryFn: ({ signal }) => ask(listActs, { tenant, limit: 1 }, signal),
    enabled: page.data !== undefined,
    refetchInterval: lookEvery,
    refetchOnWindowFocus: 'always',
  });
  const upto = page.data?.recordedUpto;
  const hasNew = upto !== undefined && (latest.data?.recordedUpto ?? '') > upto;
  return { search: { ...search, order }, question, page, hasNew };
}

function filtersOf(search: JournalSearch) {
  const { kind, person, q, effectiveFrom, effectiveTo, recordedFrom, recordedTo, withdrawn, source } = search;
  return {
    kind,
    person,
    paper: q,
    effectiveFrom,
    effectiveTo,
    recordedFrom,
    recordedTo,
    withdrawn,
    source,
    import: search.import,
  };
}

/** Changes what the address asks for; a page further on belongs to another question. */
export function useNarrowing(): (change: Partial<JournalSearch>) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, cursor: undefined, ...change }),
      replace: change.cursor === undefined,
    } as never);
}

/** How many conditions narrow the list. */
export function filterCount(search: JournalSearch): number {
  return Object.keys(noFilters).filter((key) => key !== 'cursor' && search[key as keyof JournalSearch] !== undefined)
    .length;
}
