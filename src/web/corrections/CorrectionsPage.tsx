import { useState } from 'react';
import { listCorrections } from '#/domain/members/correction-contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { CorrectionLine } from './CorrectionLine.tsx';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

const states = ['open', 'decided'] as const;
const most = 200;

/** The requests of the place: what waits for a decision, and what was decided. */
export function CorrectionsPage() {
  const say = useCorrectionText();
  usePageTitle(say('title'));
  const [state, setState] = useState<(typeof states)[number]>('open');
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say('lead')}</p>
      </header>
      <Tabs label={say('states')} tabs={states.map((key) => ({ key, label: say(key) }))} shown={state} show={setState}>
        <List state={state} />
      </Tabs>
    </div>
  );
}

function List({ state }: { state: (typeof states)[number] }) {
  const say = useCorrectionText();
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(listCorrections, { tenant, state });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={8} />;
  if (data.corrections.length === 0) return <Nothing title={say('none')} />;
  return (
    <>
      <ul className={styles.list}>
        {data.corrections.map((one) => (
          <CorrectionLine key={one.id} correction={one} isNamed />
        ))}
      </ul>
      {data.corrections.length < most ? null : <p className={styles.soft}>{say('more')}</p>}
    </>
  );
}
