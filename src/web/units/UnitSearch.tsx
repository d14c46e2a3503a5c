import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { searchUnits, type UnitFound } from '#/domain/units/unit-contract.ts';
import { SearchList } from '#/platform/ui/SearchList.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './UnitPicker.module.css';
import type { ChosenUnit } from './UnitPicker.tsx';
import { useUnitText } from './unit-texts.ts';

const most = 20;

interface UnitSearchProps {
  text: string;
  setText: (text: string) => void;
  choose: (unit: ChosenUnit) => void;
  close: () => void;
}

/** A field that lists units while one types; arrows and Enter choose. */
export function UnitSearch({ text, setText, choose, close }: UnitSearchProps) {
  const say = useUnitText();
  const { on } = usePlace();
  const q = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery({
    queryKey: [searchUnits.path, q, on],
    queryFn: ({ signal }) => ask(searchUnits, { q, on, limit: most }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const units = q === '' ? [] : (data?.units ?? []);
  const heard = q === '' ? '' : isFetching && data === undefined ? say('loadingMore') : count(say, units, writeDay(on));
  return (
    <SearchList
      label={say('search')}
      resultsLabel={say('results')}
      text={text}
      setText={setText}
      found={units}
      keyOf={({ id }) => id}
      show={shown}
      said={heard}
      isBusy={isFetching || q !== text.trim()}
      choose={choose}
      close={close}
    />
  );
}

function shown({ name, code, path }: UnitFound) {
  return (
    <>
      {name}
      <span className={styles.code}>{code}</span>
      <span className={styles.path}>{path.map((above) => above.name).join(' › ')}</span>
    </>
  );
}

function count(say: ReturnType<typeof useUnitText>, units: readonly UnitFound[], day: string): string {
  if (units.length === 0) return say('foundNone', { day });
  return say(units.length < most ? 'found' : 'foundMany', { count: units.length });
}
