import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { searchUnits } from '#/domain/units/unit-contract.ts';
import { keepPlace } from '../address.ts';
import { ask } from '../ask.ts';
import { nothingOpened } from '../opened.ts';
import { useGoTo, usePlace } from '../place.ts';
import { type Found, MOST } from './found.ts';

/** Of so many the page is offered as well. */
const PAGES = 3;

/** Units that are called so, in every register: going there keeps the page and the time. */
export function useUnits(q: string): { units: Found[]; pages: Found[]; isWaiting: boolean } {
  const { on } = usePlace();
  const go = useGoToUnit();
  const navigate = useNavigate();
  const { data, isFetching } = useQuery({
    queryKey: [searchUnits.path, q, on, MOST],
    queryFn: ({ signal }) => ask(searchUnits, { q, on, limit: MOST }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const units = q === '' ? [] : (data?.units ?? []);
  const pages = units.slice(0, PAGES).map(
    ({ id, code, tenant, name }): Found => ({
      key: `unit-page ${id}`,
      group: 'unitPages',
      title: name,
      detail: code,
      go: () => void navigate({ to: '/unit', search: (before) => ({ ...keepPlace(before), unit: code, tenant }) }),
    }),
  );
  return {
    pages,
    isWaiting: q !== '' && isFetching,
    units: units.map(({ id, code, tenant, name, path }) => ({
      key: `unit ${id}`,
      group: 'units',
      title: name,
      detail: [code, ...path.map((above) => above.name)].join(' · '),
      recent: unitChoice({ tenant, code, name }),
      go: () => go({ tenant, code }),
    })),
  };
}

export function useGoToUnit(): (unit: { tenant: string; code: string }) => void {
  const goTo = useGoTo();
  return ({ tenant, code }) => goTo({ unit: code, tenant, ...nothingOpened } as never);
}

const unitChoice = (unit: { tenant: string; code: string; name: string }) => `unit ${JSON.stringify(unit)}`;

/** A unit that was chosen lately. */
export function readUnitChoice(choice: string): { tenant: string; code: string; name: string } | null {
  if (!choice.startsWith('unit {')) return null;
  try {
    const { tenant, code, name } = JSON.parse(choice.slice(5));
    return typeof tenant === 'string' && typeof code === 'string' && typeof name === 'string'
      ? { tenant, code, name }
      : null;
  } catch {
    return null;
  }
}
