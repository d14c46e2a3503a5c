import { Button } from 'antd';
import { useState } from 'react';
import type { Retention } from '#/domain/members/retention-contract.ts';
import { Nothing } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { AskDialog } from './AskDialog.tsx';
import { Rests } from './Rests.tsx';
import styles from './Retention.module.css';
import { useRetentionText } from './retention-texts.ts';
import { Whom } from './Whom.tsx';

type Due = Retention['due'][number];

/** Whose sensitive values are due, since when and by which rule; each may be asked to be erased. */
export function DueList({ retention: { due, rules }, tenant }: { retention: Retention; tenant: string | undefined }) {
  const say = useRetentionText();
  const [asked, setAsked] = useState<Due | null>(null);
  const rule = rules.find(({ key }) => key === 'retention.sensitive-after-leaving');
  const scans = rules.find(({ key }) => key === 'retention.attachments-after-leaving')?.dueCount ?? 0;
  return (
    <>
      {rule === undefined ? null : (
        <p className={styles.rule}>
          {say('dueBy', { count: rule.count ?? 0 })} <Rests rule={rule} />
        </p>
      )}
      {due.length === 0 ? <Nothing title={say('noneDue')}>{say('noneDueWhat')}</Nothing> : null}
      <ul className={styles.list} hidden={due.length === 0}>
        {due.map((one) => (
          <li key={one.person} className={styles.line}>
            <Whose due={one} />
            {one.erasure === null ? (
              <Button aria-label={say('askOf', { name: one.name })} onClick={() => setAsked(one)}>
                {say('ask')}
              </Button>
            ) : (
              <span className={styles.state} data-state="waiting">
                {say('waits')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {due.length < mostDue ? null : <p className={styles.soft}>{say('moreDue', { count: mostDue })}</p>}
      {scans === 0 ? null : <p className={styles.soft}>{say('scans', { count: scans })}</p>}
      {asked === null ? null : <AskDialog due={asked} tenant={tenant} close={() => setAsked(null)} />}
    </>
  );
}

/** So many the server tells. */
const mostDue = 200;

function Whose({ due: { person, name, leftOn, dueOn, valueCount } }: { due: Due }) {
  const say = useRetentionText();
  return (
    <span className={styles.what}>
      <Whom person={person} name={name} />
      <span className={styles.soft}>
        {say('dueSince', { left: writeDay(leftOn), due: writeDay(dueOn), count: valueCount })}
      </span>
    </span>
  );
}
