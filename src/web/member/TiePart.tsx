import { Button } from 'antd';
import { useState } from 'react';
import { readTies, type Tie } from '#/domain/members/own-record-contract.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDayOf } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import seen from './Seen.module.css';
import { TieDialog, UntieDialog } from './TieDialogs.tsx';
import styles from './TiePart.module.css';
import { useTieText } from './tie-texts.ts';

/** The account that opens this record as one's own: shown, tied and untied by an officer, never by whose it is. */
export function TiePart({ person, tenant }: { person: string; tenant: string }) {
  const say = useTieText();
  const [asked, setAsked] = useState<'tie' | 'untie' | null>(null);
  const { data, error, refetch } = useAsk(readTies, { person, tenant });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={4} />;
  const { ties, can, name } = data;
  const open = ties.find(({ untiedAt }) => untiedAt === null);
  const past = ties.filter((one) => one !== open);
  const close = () => setAsked(null);
  return (
    <section aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className={seen.lead}>{say('what')}</p>
      <div className={styles.card}>
        {open === undefined ? <p className={styles.none}>{say('none')}</p> : <Open tie={open} />}
        {can.tie ? <Button onClick={() => setAsked('tie')}>{say('tie')}</Button> : null}
        {can.untie ? <Button onClick={() => setAsked('untie')}>{say('untie')}</Button> : null}
        {open !== undefined && !can.untie ? <p className={styles.none}>{say('own')}</p> : null}
        {past.length === 0 ? null : <Past ties={past} />}
      </div>
      {asked === 'tie' ? <TieDialog {...{ person, tenant, name, close }} /> : null}
      {asked === 'untie' && open !== undefined ? (
        <UntieDialog {...{ person, tenant, close }} login={open.login} />
      ) : null}
    </section>
  );
}

function Open({ tie: { login, tiedAt, tiedBy, reason } }: { tie: Tie }) {
  const say = useTieText();
  return (
    <div>
      <p className={styles.login}>{login}</p>
      <p className={styles.none}>{say('tied', { day: writeDayOf(tiedAt), by: tiedBy, reason })}</p>
    </div>
  );
}

function Past({ ties }: { ties: readonly Tie[] }) {
  const say = useTieText();
  return (
    <details className={styles.past}>
      <summary>{say('past', { count: ties.length })}</summary>
      <ul>
        {ties.map(({ login, tiedAt, tiedBy, untiedAt, untiedBy, untieReason }) => (
          <li key={tiedAt}>
            {say('ended', {
              ...{ login, by: tiedBy, endedBy: untiedBy ?? '', reason: untieReason ?? '' },
              from: writeDayOf(tiedAt),
              to: writeDayOf(untiedAt ?? tiedAt),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
