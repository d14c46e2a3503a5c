import { Button } from 'antd';
import { useId, useState } from 'react';
import { Popup } from '#/platform/ui/Popup.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { PersonSearch } from '../people/PersonSearch.tsx';
import { UnitSearch } from '../units/UnitSearch.tsx';
import type { RowState } from './judged.ts';
import { ListTable } from './ListTable.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import type { SubjectKind } from './rows.ts';
import type { List } from './use-list.ts';
import type { ManyFields } from './use-many.ts';

export interface ListPartProps {
  list: List;
  kind: string;
  fields: ManyFields;
  states: ReadonlyMap<string, RowState>;
  tenant: string | undefined;
  on: string;
  /** Columns that a pasted list brought. */
  noticeOwn: (names: readonly string[]) => void;
}

/** The list: picked, pasted, mended, left out. */
export function ListPart({ list, kind, fields, states, tenant, on, noticeOwn }: ListPartProps) {
  const say = useManyText();
  const { subject } = list;
  const [isPicking, setPicking] = useState(false);
  const all = [...states.values()].map(({ state }) => state);
  const isGood = (state: RowState['state']) => state === 'good' || state === 'warned' || state === 'waiting';
  const open = all.filter((state) => state === 'choose' || state === 'unmatched').length;
  const good = all.filter(isGood).length;
  const notGood = new Set([...states].filter(([, { state }]) => !isGood(state)).map(([id]) => id));
  return (
    <section className={styles.part} aria-label={say(`${subject}.list`)}>
      <h2>{say(`${subject}.list`)}</h2>
      {list.isLost ? <p role="alert">{say(`${subject}.lost`)}</p> : null}
      <div className={styles.ways}>
        <Popup
          open={isPicking}
          setOpen={setPicking}
          size="large"
          label={say(`${subject}.add`)}
          hint={say('addHint')}
          className={styles.pick}
          button={<>+ {say(`${subject}.add`)}</>}
        >
          <Search
            subject={subject}
            tenant={tenant}
            on={on}
            close={() => setPicking(false)}
            choose={(key) => {
              list.add(key);
              setPicking(false);
            }}
          />
        </Popup>
        <PasteBox
          subject={subject}
          read={async (text) => noticeOwn(await list.paste(text, fields.ownable))}
          reading={list.reading}
        />
      </div>
      {list.error === null ? null : <WrongLine error={list.error} />}
      {list.rows.length === 0 ? (
        <p className={styles.soft}>{say(`${subject}.nobody`)}</p>
      ) : (
        <>
          <p role="status" className={styles.counted}>
            {say('counted', { good, open, wrong: all.length - good - open })}
            {notGood.size === 0 ? null : (
              <Button size="small" onClick={() => list.leaveOut(notGood)}>
                {say('leaveAll')}
              </Button>
            )}
          </p>
          <ListTable list={list} kind={kind} own={fields.own} states={states} tenant={tenant} on={on} />
        </>
      )}
    </section>
  );
}

interface SearchProps {
  subject: SubjectKind;
  tenant: string | undefined;
  on: string;
  choose: (key: string) => void;
  close: () => void;
}

function Search({ subject, choose, ...place }: SearchProps) {
  const [text, setText] = useState('');
  if (subject === 'person') return <PersonSearch {...place} choose={choose} />;
  return <UnitSearch text={text} setText={setText} choose={({ code }) => choose(code)} close={place.close} />;
}

interface PasteBoxProps {
  subject: SubjectKind;
  read: (text: string) => Promise<void>;
  reading: number;
}

function PasteBox({ subject, read, reading }: PasteBoxProps) {
  const say = useManyText();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <div className={styles.paste}>
      <label htmlFor={id}>{say('paste')}</label>
      <textarea
        id={id}
        rows={4}
        value={text}
        aria-describedby={`${id}-what`}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-what`} className={styles.soft}>
        {reading > 0 ? say('reading', { count: reading }) : say(`${subject}.pasteWhat`)}
      </p>
      <Button
        loading={reading > 0}
        disabled={text.trim() === ''}
        onClick={async () => {
          await read(text);
          setText('');
        }}
      >
        {say('read')}
      </Button>
    </div>
  );
}
