import { CloseOutlined, SearchOutlined } from '@ant-design/icons';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { FoundList, optionId } from './FoundList.tsx';
import type { Found } from './found.ts';
import styles from './Palette.module.css';
import { usePaletteText } from './palette-texts.ts';
import { keepChoice } from './recent.ts';
import { useFound } from './use-found.ts';

/** One field that finds everything: arrows walk what it found, Enter goes there. */
export function Palette({ close }: { close: () => void }) {
  const say = usePaletteText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { found, isWaiting } = useFound(typed);
  const all = found.flatMap(([, members]) => members);
  const here = all[Math.min(at, all.length - 1)];
  useModal(dialog, field);
  const choose = ({ go, recent }: Found) => {
    if (recent !== undefined) keepChoice(recent);
    close();
    go();
  };
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && all.length > 0) {
      event.preventDefault();
      setAt((before) => (Math.min(before, all.length - 1) + move + all.length) % all.length);
    }
    if (event.key === 'Enter' && here !== undefined) choose(here);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it by Esc, which the browser tells as cancel
    <dialog
      ref={dialog}
      aria-label={say('title')}
      className={styles.palette}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close(); // beside it
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <SearchOutlined aria-hidden className={styles.sign} />
          <input
            ref={field}
            className={styles.field}
            role="combobox"
            aria-label={say('search')}
            placeholder={say('search')}
            aria-expanded={all.length > 0}
            aria-controls={all.length > 0 ? id : undefined}
            aria-activedescendant={here === undefined ? undefined : optionId(id, all, here)}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={press}
          />
          <button type="button" className={styles.close} aria-label={say('close')} onClick={close}>
            <CloseOutlined aria-hidden />
          </button>
        </div>
        <FoundList id={id} found={found} here={here} choose={choose} />
        <Foot text={typed.trim()} count={all.length} isWaiting={isWaiting} />
      </div>
    </dialog>
  );
}

function Foot({ text, count, isWaiting }: { text: string; count: number; isWaiting: boolean }) {
  const say = usePaletteText();
  const heard = count > 0 ? say('found', { count }) : say(isWaiting ? 'waiting' : 'none', { text });
  return (
    <div className={styles.foot}>
      <span role="status">{text === '' ? say('begin') : heard}</span>
      <span className={styles.keys}>{say('keys')}</span>
    </div>
  );
}

/** Over everything, with the keyboard in the field; afterwards the keyboard is where it was. */
function useModal(dialog: { current: HTMLDialogElement | null }, field: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    field.current?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [dialog, field]);
}
