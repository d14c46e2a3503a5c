import { useSearch } from '@tanstack/react-router';
import { listObstacles, type Obstacles } from '#/kernel/journal/obstacle-contract.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';

/** Why a kind of act cannot be recorded about whom the page is of. */
export type Why = Obstacles['kinds'][number]['why'];

/** What stands against each kind, as the kinds themselves say: about the person that the address names, or the page's unit. */
export function useObstacles(about: 'all' | 'person' | 'unit') {
  const { person } = useSearch({ from: '/record' });
  const { tenant, unit, day } = usePlace();
  const isOfUnit = unit !== null && (about === 'unit' || (about === 'all' && person === undefined));
  const whom = isOfUnit ? { unit } : person !== undefined && about !== 'unit' ? { person } : null;
  const { data, isLoading } = useAsk(
    listObstacles,
    tenant === undefined || whom === null ? null : { tenant, ...whom, on: day },
  );
  const whyNot: ReadonlyMap<string, Why> = new Map(data?.kinds.map(({ kind, why }) => [kind, why]));
  return { on: day, whyNot, isWaiting: isLoading };
}
