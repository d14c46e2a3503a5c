import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './PickOne.module.css';
import { Popup } from './Popup.tsx';
import { useUiText } from './ui-texts.ts';
import { foldAccents } from './written.ts';

/** One that can be picked. */
export interface Choice {
  key: string;
  label: string;
  /** Said after it, small: why it should not be taken, or where it is taken already. */
  note?: string;
}

interface PickOneProps {
  /** What is asked: "Cột C, Ngày sinh". */
  label: string;
  shown: string;
  chosen: string | null;
  groups: readonly { label: string; picks: readonly Choice[] }[];
  choose: (key: string) => void;
  /** How it looks while nothing is chosen. */
  isEmpty?: boolean;
  align?: 'start' | 'end';
}

/**
 * One of many, in groups, found by typing without accents. antd's Select keeps a hidden list beside the one that is shown,
 * which axe refuses, and 200 of them on a page are slow: this one draws its list only while it is open.
 */
export function PickOne({ label, shown, isEmpty, align, choose, ...list }: PickOneProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      label={label}
      hint={`, ${label}`}
      align={align}
      size="large"
      className={isEmpty ? `${styles.button} ${styles.empty}` : styles.button}
      button={
        <>
          <span className={styles.shown}>{shown}</span>
          <DownOutlined aria-hidden className={styles.down} />
        </>
      }
    >
      <List
        {...list}
        label={label}
        close={() => setOpen(false)}
        choose={(key) => {
          setOpen(false);
          choose(key);
        }}
      />
    </Popup>
  );
}

type ListProps = Omit<PickOneProps, 'shown' | 'isEmpty' | 'align'> & { close: () => void };

function List({ label, chosen, groups, choose, close }: ListProps) {
  const say = useUiText();
  const id = useId();
  const [text, setText] = useState('');
  // Not deferred: Enter right after the last letter has to mean what was typed.
  const wanted = foldAccents(text.trim());
  const found = groups
    .map((group) => ({ ...group, picks: group.picks.filter((pick) => isMatch(group.label, pick, wanted)) }))
    .filter(({ picks }) => picks.length > 0);
  const flat = found.flatMap(({ picks }) => picks);
  const [moved, setMoved] = useState<number | null>(null);
  // Before the arrows have moved: what is chosen, or what begins as was typed.
  const isBest = ({ key, label: words }: Choice) =>
    wanted === '' ? key === chosen : foldAccents(words).startsWith(wanted);
  const at = moved ?? Math.max(0, flat.findIndex(isBest));
  const here = flat[Math.min(at, flat.length - 1)];
  const press = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setMoved(Math.max(0, Math.min(flat.length - 1, to)));
    }
    if (event.key === 'Enter' && here !== undefined) {
      event.preventDefault();
      choose(here.key);
    }
  };
  return (
    <>
      <div className={styles.head}>
        <input
          className={styles.search}
          data-autofocus
          role="combobox"
          aria-label={label}
          placeholder={say('typeToFind')}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={here === undefined ? undefined : `${id}-${here.key}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setMoved(null);
          }}
          onKeyDown={press}
        />
        <button type="button" className={styles.close} aria-label={say('close')} onClick={close}>
          <CloseOutlined aria-hidden />
        </button>
      </div>
      <div id={id} role="listbox" aria-label={label} className={styles.list}>
        {found.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, no field set
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={styles.group} aria-hidden>
              {group.label}
            </div>
            {group.picks.map((pick) => (
              <Option key={pick.key} id={`${id}-${pick.key}`} pick={pick} state={{ chosen, here }} choose={choose} />
            ))}
          </div>
        ))}
        {flat.length === 0 ? <p className={styles.none}>{say('noMatch')}</p> : null}
      </div>
    </>
  );
}

interface OptionProps {
  id: string;
  pick: Choice;
  state: { chosen: string | null; here: Choice | undefined };
  choose: (key: string) => void;
}

function Option({ id, pick, state, choose }: OptionProps) {
  const isHere = pick.key === state.here?.key;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={pick.key === state.chosen}
      className={isHere ? `${styles.option} ${styles.here}` : styles.option}
      ref={(item) => {
        if (isHere) item?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => choose(pick.key)}
    >
      <span>{pick.label}</span>
      {pick.note === undefined ? null : <span className={styles.note}>{pick.note}</span>}
    </div>
  );
}

function isMatch(group: string, { label, note = '' }: Choice, wanted: string): boolean {
  // Words by how they begin: "ghi" is in "nghiệp" too.
  const all = ` ${foldAccents(`${label} ${note} ${group}`).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return wanted.split(/\s+/).every((word) => all.includes(` ${word}`));
}
