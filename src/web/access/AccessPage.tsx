import { Button } from 'antd';
import { useState } from 'react';
import { readSession } from '#/kernel/access/contract.ts';
import { listDelegated, listGrants } from '#/kernel/access/grant-contract.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import styles from './AccessPage.module.css';
import { useAccessText } from './access-texts.ts';
import { DelegateDialog } from './DelegateDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { GrantTable } from './GrantTable.tsx';
import { WaitingGrants } from './WaitingGrants.tsx';

/** Who holds which role where; and one's own, passed on for a time. */
export function AccessPage() {
  const say = useAccessText();
  const may = useMay();
  usePageTitle(say('title'));
  const { data: session } = useAsk(readSession, {});
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.soft}>{say('what')}</p>
      </header>
      {session?.isOperator === false && may('grants.delegate') ? <PassedOn /> : null}
      {may('grants.read') ? <Held /> : null}
    </div>
  );
}

function PassedOn() {
  const say = useAccessText();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useAsk(listDelegated, {});
  return (
    <section className={styles.part} aria-label={say('mine')}>
      <div className={styles.head}>
        <h2>{say('mine')}</h2>
        {data?.mayDelegate ? <Button onClick={() => setOpen(true)}>{say('delegate')}</Button> : null}
      </div>
      <p className={styles.soft}>{say(data?.mayDelegate === false ? 'notOn' : 'mineWhat')}</p>
      {error === null ? null : <WrongLine error={error} />}
      {data === undefined && error === null ? <Waiting lines={3} /> : null}
      {data?.grants.length === 0 ? <p className={styles.soft}>{say('nonePassed')}</p> : null}
      {data === undefined || data.grants.length === 0 ? null : (
        <GrantTable label={say('mine')} grants={data.grants} mayEnd={() => true} />
      )}
      {isOpen ? <DelegateDialog close={() => setOpen(false)} /> : null}
    </section>
  );
}

function Held() {
  const say = useAccessText();
  const may = useMay();
  const { unit, tenant } = usePlace();
  const [shown, setShown] = useState<'now' | 'all'>('now');
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useAsk(listGrants, unit === null ? null : { unit, tenant });
  const grants = (data?.grants ?? []).filter(({ holds }) => shown === 'all' || holds);
  const title = say('held', { unit: unit ?? '' });
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {may('grants.manage') ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {say('give')}
          </Button>
        ) : null}
      </div>
      <Choices
        label={say('state')}
        value={shown}
        choose={setShown}
        choices={[
          { value: 'now', label: say('filter') },
          { value: 'all', label: say('all') },
        ]}
      />
      {error === null ? null : <WrongLine error={error} />}
      {data === undefined && error === null ? <Waiting lines={6} /> : null}
      {data?.isAlone ? <p className={styles.mark}>! {say('alone')}</p> : null}
      <WaitingGrants waiting={data?.waiting ?? []} />
      {data !== undefined && grants.length === 0 ? <p className={styles.soft}>{say('none')}</p> : null}
      {grants.length === 0 ? null : <GrantTable label={title} grants={grants} mayEnd={() => may('grants.manage')} />}
      {isOpen ? <GiveDialog isAlone={data?.isAlone === true} close={() => setOpen(false)} /> : null}
    </section>
  );
}
