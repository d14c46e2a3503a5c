import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { searchPeople } from '#/domain/members/list-contract.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import { type Found, MOST } from './found.ts';

/** People of the register that the page is in; nothing of them is kept on the browser. */
export function usePeople(q: string): { people: Found[]; isWaiting: boolean } {
  const { tenant, day } = usePlace();
  const navigate = useNavigate();
  const may = useMay();
  const { data, isFetching } = useQuery({
    queryKey: [searchPeople.path, q, tenant, day, MOST],
    queryFn: ({ signal }) => ask(searchPeople, { q, tenant, on: day, limit: MOST }, signal),
    enabled: q.length > 1 && tenant !== undefined && may('members.read'),
    placeholderData: keepPreviousData,
  });
  const people = q.length > 1 ? (data?.people ?? []) : [];
  return {
    isWaiting: q.length > 1 && isFetching,
    people: people.map(({ person, code, name, born, unit }) => ({
      key: `person ${person}`,
      group: 'people',
      title: name,
      detail: [born === null ? null : written(born), unit?.name, code].filter((part) => part != null).join(' · '),
      go: () => void navigate({ to: '/members/$person', params: { person }, search: keepPlace }),
    })),
  };
}

/** A day, or as much of it as is known. */
function written(born: string): string {
  return born.length === 10 ? writeDay(born) : born.split('-').toReversed().join('/');
}
