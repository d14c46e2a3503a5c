import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listAccesses } from '#/kernel/access/log-contract.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import type { AccessSearch } from './access-search.ts';

/** The page of the access log that the address names. */
export function useAccesses() {
  const search: AccessSearch = useSearch({ strict: false });
  const { unit, tenant } = usePlace();
  const { all, person, by, action, from, to, notice, cursor } = search;
  const asked = {
    ...{ tenant, person, actor: by, action, from, to, cursor },
    ...(notice === undefined ? {} : { notice: '1' as const }),
    ...(unit === null || all !== undefined ? {} : { unit }),
  };
  const page = useQuery({
    queryKey: [listAccesses.path, asked],
    queryFn: ({ signal }) => ask(listAccesses, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return { search, page };
}

/** Changes what the address asks for; a page further on belongs to another question. */
export function useNarrowing(): (change: Partial<AccessSearch>) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, cursor: undefined, ...change }),
      replace: true,
    } as never);
}
