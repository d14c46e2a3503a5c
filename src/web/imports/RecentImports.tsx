import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listImports } from '#/exchange/intake/contract.ts';
import type { PastImport } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment, writeNumber } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { answers, useAsk } from '../ask.ts';
import { DiscardDialog } from './DiscardDialog.tsx';
import styles from './RecentImports.module.css';
import { useRecentText } from './recent-texts.ts';
import { UndoDialog } from './record/UndoDialog.tsx';
import { StateMark } from './StateMark.tsx';

/** What was imported here, and what lies half done. */
export function RecentImports() {
  const say = useRecentText();
  const { data, error, refetch } = useAsk(listImports, {});
  return (
    <section aria-labelledby="recent-imports">
      <h2 id="recent-imports" className={styles.title}>
        {say('title')}
      </h2>
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={4} />
      ) : data.imports.length === 0 ? (
        <p className={styles.none}>{say('none')}</p>
      ) : (
        <ul className={styles.list}>
          {data.imports.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ one }: { one: PastImport }) {
  const say = useRecentText();
  const { language } = useLanguage();
  const { name, state, at, by, acts } = one;
  return (
    <li className={styles.line}>
      <span className={styles.name}>{name}</span>
      <StateMark state={state} />
      <span className={styles.soft}>{say('by', { who: by, when: writeMoment(at) })}</span>
      <span className={styles.acts}>{acts === null ? '' : say('count', { count: writeNumber(acts, language) })}</span>
      <Actions one={one} />
    </li>
  );
}

function Actions({ one }: { one: PastImport }) {
  const say = useRecentText();
  const [asking, setAsking] = useState<'discard' | 'undo' | null>(null);
  const { id, name, state } = one;
  const isOver = state === 'recorded' || state === 'undone';
  const done = () => {
    setAsking(null);
    void answers.invalidateQueries({ queryKey: [listImports.path] });
  };
  return (
    <span className={`${styles.actions} not-printed`}>
      <Link
        to="/imports/$import"
        params={{ import: id }}
        search={keepPlace}
        className={styles.open}
        aria-label={say(isOver ? 'seeNamed' : 'openNamed', { name })}
      >
        {say(isOver ? 'see' : 'open')}
      </Link>
      {state === 'recorded' ? (
        <Button size="small" aria-label={say('undoNamed', { name })} onClick={() => setAsking('undo')}>
          {say('undo')}
        </Button>
      ) : null}
      {isOver ? null : (
        <Button size="small" aria-label={say('discardNamed', { name })} onClick={() => setAsking('discard')}>
          {say('discard')}
        </Button>
      )}
      {asking === 'discard' ? <DiscardDialog id={id} name={name} done={done} close={() => setAsking(null)} /> : null}
      {asking === 'undo' ? <UndoDialog {...one} done={done} close={() => setAsking(null)} /> : null}
    </span>
  );
}
