import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { searchDestinations, searchUnits, type UnitFound } from '#/domain/units/unit-contract.ts';
import { SearchList } from '#/platform/ui/SearchList.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './UnitPicker.module.css';
import { useUnitText } from './unit-texts.ts';

const most = 20;

/** Where somebody goes may lie beyond one's own place: for which kind of act it is asked. */
export interface Beyond {
  kind: string;
  tenant: string | undefined;
}

/** Of cells elsewhere nothing more is told. */
type Found = Pick<UnitFound, 'code' | 'name' | 'path'> & Partial<UnitFound>;

interface UnitSearchProps<One extends Found> {
  text: string;
  setText: (text: string) => void;
  choose: (unit: One) => void;
  close: () => void;
}

/** A field that lists units while one types; arrows and Enter choose. */
export function UnitSearch(props: UnitSearchProps<UnitFound>) {
  const find = (q: string, on: string, signal: AbortSignal) => ask(searchUnits, { q, on, limit: most }, signal);
  return <Search {...props} least={1} queryKey={[searchUnits.path]} find={find} />;
}

/** The same for where somebody goes: cells of the whole register. */
export function DestinationSearch({ kind, tenant, ...props }: UnitSearchProps<Found> & Beyond) {
  const find = (q: string, on: string, signal: AbortSignal) =>
    ask(searchDestinations, { kind, tenant, q, on, limit: most }, signal);
  return <Search {...props} least={2} queryKey={[searchDestinations.path, kind, tenant]} find={find} />;
}

interface SearchProps<One extends Found> extends UnitSearchProps<One> {
  queryKey: readonly unknown[];
  find: (q: string, on: string, signal: AbortSignal) => Promise<{ units: One[] }>;
  /** So many letters before anything is asked. */
  least: number;
}

function Search<One extends Found>({ text, setText, choose, close, queryKey, find, least }: SearchProps<One>) {
  const say = useUnitText();
  const { on } = usePlace();
  const q = useDeferredValue(text.trim());
  const isAsked = q.length >= least;
  const { data, isFetching } = useQuery({
    queryKey: [...queryKey, q, on],
    queryFn: ({ signal }) => find(q, on, signal),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const units = isAsked ? (data?.units ?? []) : [];
  const heard = !isAsked ? '' : isFetching && data === undefined ? say('loadingMore') : count(say, units, writeDay(on));
  return (
    <SearchList
      label={say('search')}
      resultsLabel={say('results')}
      text={text}
      setText={setText}
      found={units}
      keyOf={({ id, code }) => id ?? code}
      show={shown}
      said={heard}
      isBusy={isFetching || q !== text.trim()}
      choose={choose}
      close={close}
    />
  );
}

function shown({ name, code, path }: Found) {
  return (
    <>
      {name}
      <span className={styles.code}>{code}</span>
      <span className={styles.path}>{path.map((above) => above.name).join(' › ')}</span>
    </>
  );
}

function count(say: ReturnType<typeof useUnitText>, units: readonly Found[], day: string): string {
  if (units.length === 0) return say('foundNone', { day });
  return say(units.length < most ? 'found' : 'foundMany', { count: units.length });
}
