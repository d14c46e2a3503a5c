import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listTenants } from '#/kernel/access/contract.ts';
import { remember, remembered } from '#/platform/ui/remembered.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import styles from './FirstHour.module.css';
import { useHelpText } from './help-texts.ts';
import { ImportTemplates } from './ImportTemplates.tsx';

const steps = [
  { key: 'import', to: '/imports' },
  { key: 'units', to: '/tree' },
  { key: 'records', to: '/' },
  { key: 'report', to: '/reports' },
  { key: 'print', to: '/reports' },
] as const;

/** From one's own Excel list to a printed form, step by step; how far it has come is read from the register. */
export function FirstHour({ isFixed = false }: { isFixed?: boolean }) {
  const say = useHelpText();
  const [isAway, setAway] = useState(!isFixed && remembered('first-hour', ['away'] as const) === 'away');
  const { data } = useAsk(listTenants, {});
  // Members are there: the import is done. What is read and printed leaves no trace in a register.
  const done = data?.tenants.some(({ opensOn, latestOn }) => (opensOn ?? latestOn) !== null) ? 1 : 0;
  const put = (away: boolean) => {
    setAway(away);
    remember('first-hour', away ? 'away' : 'shown');
  };
  if (isAway)
    return (
      <div>
        <Button onClick={() => put(false)}>{say('back')}</Button>
      </div>
    );
  return (
    <section className={styles.guide} aria-label={say('firstHour')}>
      <div className={styles.head}>
        <h2>{say('firstHour')}</h2>
        {isFixed ? null : (
          <Button size="small" onClick={() => put(true)}>
            {say('away')}
          </Button>
        )}
      </div>
      <ol className={styles.steps}>
        {steps.map(({ key, to }, at) => (
          <li key={key} className={at < done ? styles.done : at === done ? styles.next : undefined}>
            <Link to={to} search={keepPlace}>
              {say(`step.${key}`)}
            </Link>
            <span className={styles.state}>{say(at < done ? 'done' : at === done ? 'next' : 'later')}</span>
            <p>{say(`step.${key}What`)}</p>
            {key === 'import' ? <ImportTemplates /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
