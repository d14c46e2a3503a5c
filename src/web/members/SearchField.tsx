import { CloseOutlined, SearchOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState } from 'react';
import { useMembersText } from './members-texts.ts';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  /** What is asked now. */
  q: string | undefined;
  ask: (q: string | undefined) => void;
  /** From the field into the rows. */
  goDown?: () => void;
}

/** The list is asked so long after the last letter. */
const restMs = 200;

/** A name without accents, a code or the number of a card; the list follows while one types. */
export function SearchField({ q = '', ask, goDown }: SearchFieldProps) {
  const say = useMembersText();
  const [text, setText] = useState(q);
  const sent = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has other words than those sent from here: a view was picked, or the way back was taken.
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q);
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (typed: string) => {
    clearTimeout(timer.current);
    if (typed.trim() === sent.current) return;
    sent.current = typed.trim();
    ask(typed.trim() === '' ? undefined : typed.trim());
  };
  return (
    <div className={styles.field}>
      <SearchOutlined aria-hidden className={styles.icon} />
      <input
        type="search"
        className={styles.input}
        aria-label={say('search')}
        placeholder={say('searchHint')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => send(target.value), restMs);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text);
          if (event.key === 'ArrowDown' && goDown !== undefined) {
            event.preventDefault();
            goDown();
          }
        }}
      />
      {text === '' ? null : (
        <button
          type="button"
          className={styles.clear}
          aria-label={say('clearWords')}
          title={say('clearWords')}
          onClick={() => {
            setText('');
            send('');
          }}
        >
          <CloseOutlined aria-hidden />
        </button>
      )}
    </div>
  );
}
