import { CloseOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { type PersonFound, searchPeople } from '#/domain/members/list-contract.ts';
import { ask } from '../ask.ts';
import styles from './PersonField.module.css';
import { usePersonText } from './person-texts.ts';
import { useWho } from './who.ts';

const most = 20;

interface PersonSearchProps {
  tenant: string | undefined;
  on: string;
  choose: (person: string) => void;
  close: () => void;
}

/** A field that lists people while one types; arrows and Enter choose. */
export function PersonSearch({ tenant, on, choose, close }: PersonSearchProps) {
  const say = usePersonText();
  const id = useId();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data, isFetching, isError } = useQuery({
    queryKey: [searchPeople.path, q, tenant, on],
    queryFn: ({ signal }) => ask(searchPeople, { q, tenant, on, limit: most }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const [at, setAt] = useState(0);
  const people = q === '' ? [] : (data?.people ?? []);
  const here = people[Math.min(at, people.length - 1)];
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && people.length > 0) {
      event.preventDefault();
      setAt((before) => Math.max(0, Math.min(people.length - 1, before + move)));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (here !== undefined && !isFetching) choose(here.person);
  };
  const count = people.length < most ? 'found' : 'foundMany';
  const heard = isError ? say('failed') : data === undefined ? say('looking') : say(count, { count: people.length });
  return (
    <div className={styles.search}>
      <div className={styles.head}>
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-label={say('search')}
          placeholder={say('search')}
          aria-expanded={people.length > 0}
          aria-controls={people.length > 0 ? id : undefined}
          aria-activedescendant={here === undefined ? undefined : `${id}-${here.person}`}
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
      {q === '' ? null : (
        <p className={styles.said} role="status">
          {people.length === 0 && data !== undefined && !isFetching ? say('foundNone') : heard}
        </p>
      )}
      {people.length === 0 ? null : <Results id={id} people={people} here={here} choose={choose} />}
    </div>
  );
}

interface ResultsProps {
  id: string;
  people: readonly PersonFound[];
  here: PersonFound | undefined;
  choose: (person: string) => void;
}

function Results({ id, people, here, choose }: ResultsProps) {
  const say = usePersonText();
  const who = useWho();
  return (
    <div id={id} role="listbox" aria-label={say('results')} className={styles.results}>
      {people.map((one) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
        <div
          key={one.person}
          id={`${id}-${one.person}`}
          role="option"
          tabIndex={-1}
          aria-selected={one === here}
          className={styles.result}
          ref={(item) => {
            if (one === here) item?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => choose(one.person)}
        >
          {one.name}
          {one.code === null ? null : <span className={styles.code}>{one.code}</span>}
          <span className={styles.who}>{who(one)}</span>
        </div>
      ))}
    </div>
  );
}
