import { CloseOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import styles from './SearchList.module.css';
import { useUiText } from './ui-texts.ts';

interface SearchListProps<Found> {
  /** What is searched for. */
  label: string;
  /** What the list that is found is called. */
  resultsLabel: string;
  text: string;
  setText: (text: string) => void;
  found: readonly Found[];
  keyOf: (one: Found) => string;
  show: (one: Found) => ReactNode;
  /** What was found, or that it is still looked for; '': nothing is said. */
  said: string;
  /** What stands there may still be of what was typed before. */
  isBusy: boolean;
  choose: (one: Found) => void;
  close: () => void;
}

/** A field that lists what it finds while one types; arrows and Enter choose. */
export function SearchList<Found>(props: SearchListProps<Found>) {
  const { label, text, setText, found, keyOf, said, isBusy, choose, close } = props;
  const say = useUiText();
  const id = useId();
  const [at, setAt] = useState(0);
  const [hasPressed, setPressed] = useState(false);
  const here = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    if (!hasPressed || isBusy) return;
    setPressed(false);
    if (here !== undefined) choose(here);
  }, [hasPressed, isBusy, here, choose]);
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((before) => Math.max(0, Math.min(found.length - 1, before + move)));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault(); // it chooses here, and sends no form around it
    setPressed(true); // whoever is quicker than the answer gets what it brings
  };
  return (
    <div className={styles.search}>
      <div className={styles.head}>
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-label={label}
          placeholder={label}
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? id : undefined}
          aria-activedescendant={here === undefined ? undefined : `${id}-${keyOf(here)}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setPressed(false);
          }}
          onKeyDown={press}
        />
        <button type="button" className={styles.close} aria-label={say('close')} onClick={close}>
          <CloseOutlined aria-hidden />
        </button>
      </div>
      {said === '' ? null : (
        <div className={styles.said} role="status">
          {said}
        </div>
      )}
      {found.length === 0 ? null : <Results {...props} id={id} here={here} />}
    </div>
  );
}

function Results<Found>(props: SearchListProps<Found> & { id: string; here: Found | undefined }) {
  const { id, here, resultsLabel, found, keyOf, show, choose } = props;
  return (
    <div id={id} role="listbox" aria-label={resultsLabel} className={styles.results}>
      {found.map((one) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
        <div
          key={keyOf(one)}
          id={`${id}-${keyOf(one)}`}
          role="option"
          tabIndex={-1}
          aria-selected={one === here}
          className={styles.result}
          ref={(item) => {
            if (one === here) item?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => choose(one)}
        >
          {show(one)}
        </div>
      ))}
    </div>
  );
}
