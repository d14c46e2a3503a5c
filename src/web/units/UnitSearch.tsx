import { CloseOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { searchUnits, type UnitFound } from '#/domain/units/unit-contract.ts';
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
  const id = useId();
  const q = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery({
    queryKey: [searchUnits.path, q, on],
    queryFn: ({ signal }) => ask(searchUnits, { q, on, limit: most }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const [at, setAt] = useState(0);
  const units = q === '' ? [] : (data?.units ?? []);
  const here = units[Math.min(at, units.length - 1)];
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && units.length > 0) {
      event.preventDefault();
      setAt((before) => Math.max(0, Math.min(units.length - 1, before + move)));
    }
    if (event.key === 'Enter' && here !== undefined && !isFetching) choose(here);
  };
  const heard = q === '' ? '' : isFetching && data === undefined ? say('loadingMore') : count(say, units, writeDay(on));
  return (
    <div className={styles.search}>
      <div className={styles.head}>
        <input
          className={styles.field}
          data-autofocus
          role="combobox"
          aria-label={say('search')}
          placeholder={say('search')}
          aria-expanded={units.length > 0}
          aria-controls={units.length > 0 ? id : undefined}
          aria-activedescendant={here === undefined ? undefined : `${id}-${here.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <button type="button" className={styles.close} aria-label={say('close')} onClick={close}>
          <CloseOutlined aria-hidden />
        </button>
      </div>
      {heard === '' ? null : (
        <div className={styles.said} role="status">
          {heard}
        </div>
      )}
      {units.length === 0 ? null : <Results id={id} units={units} here={here} choose={choose} />}
    </div>
  );
}

interface ResultsProps {
  id: string;
  units: readonly UnitFound[];
  here: UnitFound | undefined;
  choose: (unit: ChosenUnit) => void;
}

function Results({ id, units, here, choose }: ResultsProps) {
  const say = useUnitText();
  return (
    <div id={id} role="listbox" aria-label={say('results')} className={styles.results}>
      {units.map((unit) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
        <div
          key={unit.id}
          id={`${id}-${unit.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={unit === here}
          className={styles.result}
          ref={(item) => {
            if (unit === here) item?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => choose(unit)}
        >
          {unit.name}
          <span className={styles.code}>{unit.code}</span>
          <span className={styles.path}>{unit.path.map(({ name }) => name).join(' › ')}</span>
        </div>
      ))}
    </div>
  );
}

function count(say: ReturnType<typeof useUnitText>, units: readonly UnitFound[], day: string): string {
  if (units.length === 0) return say('foundNone', { day });
  return say(units.length < most ? 'found' : 'foundMany', { count: units.length });
}
