import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type PersonFound, searchPeople } from '#/domain/members/list-contract.ts';
import { SearchList } from '#/platform/ui/SearchList.tsx';
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
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data, isFetching, isError } = useQuery({
    queryKey: [searchPeople.path, q, tenant, on],
    queryFn: ({ signal }) => ask(searchPeople, { q, tenant, on, limit: most }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const people = q === '' ? [] : (data?.people ?? []);
  const count = people.length < most ? 'found' : 'foundMany';
  const heard = isError ? say('failed') : data === undefined ? say('looking') : say(count, { count: people.length });
  const isNobody = people.length === 0 && data !== undefined && !isFetching;
  return (
    <SearchList
      label={say('search')}
      resultsLabel={say('results')}
      text={text}
      setText={setText}
      found={people}
      keyOf={({ person }) => person}
      show={(one) => <Shown one={one} />}
      said={q === '' ? '' : isNobody ? say('foundNone') : heard}
      isBusy={isFetching || q !== text.trim()}
      choose={({ person }) => choose(person)}
      close={close}
    />
  );
}

function Shown({ one }: { one: PersonFound }) {
  const who = useWho();
  return (
    <>
      {one.name}
      {one.code === null ? null : <span className={styles.code}>{one.code}</span>}
      <span className={`${styles.who} ${styles.below}`}>{who(one)}</span>
    </>
  );
}
