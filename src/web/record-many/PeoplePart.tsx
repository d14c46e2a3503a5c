import { Button } from 'antd';
import { useId, useState } from 'react';
import { Popup } from '#/platform/ui/Popup.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { PersonSearch } from '../people/PersonSearch.tsx';
import type { RowState } from './judged.ts';
import type { ManyFields } from './ManyForm.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import { PeopleTable } from './PeopleTable.tsx';
import type { usePeople } from './use-people.ts';

export interface PeoplePartProps {
  people: ReturnType<typeof usePeople>;
  fields: ManyFields;
  states: ReadonlyMap<string, RowState>;
  tenant: string | undefined;
  on: string;
  /** Columns that a pasted list brought. */
  noticeOwn: (names: readonly string[]) => void;
}

/** The list: picked, pasted, mended, left out. */
export function PeoplePart({ people, fields, states, tenant, on, noticeOwn }: PeoplePartProps) {
  const say = useManyText();
  const [isPicking, setPicking] = useState(false);
  const all = [...states.values()].map(({ state }) => state);
  const isGood = (state: RowState['state']) => state === 'good' || state === 'warned' || state === 'waiting';
  const open = all.filter((state) => state === 'choose' || state === 'unmatched').length;
  const good = all.filter(isGood).length;
  const notGood = new Set([...states].filter(([, { state }]) => !isGood(state)).map(([id]) => id));
  return (
    <section className={styles.part} aria-label={say('people')}>
      <h2>{say('people')}</h2>
      {people.isLost ? <p role="alert">{say('lost')}</p> : null}
      <div className={styles.ways}>
        <Popup
          open={isPicking}
          setOpen={setPicking}
          size="large"
          label={say('add')}
          hint={say('addHint')}
          className={styles.pick}
          button={<>+ {say('add')}</>}
        >
          <PersonSearch
            tenant={tenant}
            on={on}
            close={() => setPicking(false)}
            choose={(person) => {
              people.add(person);
              setPicking(false);
            }}
          />
        </Popup>
        <PasteBox read={async (text) => noticeOwn(await people.paste(text, fields.ownable))} reading={people.reading} />
      </div>
      {people.error === null ? null : <WrongLine error={people.error} />}
      {people.rows.length === 0 ? (
        <p className={styles.soft}>{say('nobody')}</p>
      ) : (
        <>
          <p role="status" className={styles.counted}>
            {say('counted', { good, open, wrong: all.length - good - open })}
            {notGood.size === 0 ? null : (
              <Button size="small" onClick={() => people.leaveOut(notGood)}>
                {say('leaveAll')}
              </Button>
            )}
          </p>
          <PeopleTable people={people} own={fields.own} states={states} tenant={tenant} on={on} />
        </>
      )}
    </section>
  );
}

function PasteBox({ read, reading }: { read: (text: string) => Promise<void>; reading: number }) {
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
        {reading > 0 ? say('reading', { count: reading }) : say('pasteWhat')}
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
