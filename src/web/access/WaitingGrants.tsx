import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { approveGrant, type WaitingGrant } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { answers, ask } from '../ask.ts';
import { useSession } from '../session.ts';
import styles from './AccessPage.module.css';
import { useAccessText } from './access-texts.ts';
import { Span, Where } from './GrantTable.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';

/** Roles that wait for a second person; whoever may be that one approves them here. Nothing where none waits. */
export function WaitingGrants({ waiting }: { waiting: readonly WaitingGrant[] }) {
  const say = useAccessText();
  if (waiting.length === 0) return null;
  return (
    <section className={styles.waiting} aria-label={say('waiting')}>
      <h2>{say('waiting')}</h2>
      <ul>
        {waiting.map((grant) => (
          <Line key={grant.id} grant={grant} />
        ))}
      </ul>
    </section>
  );
}

function Line({ grant }: { grant: WaitingGrant }) {
  const say = useAccessText();
  const { language } = useLanguage();
  const { id, tenant, login, title, grantedBy, grantedAt, reason, mayApprove, mayRefuse, whyNot } = grant;
  const [isRefusing, setRefusing] = useState(false);
  const isOwn = useSession()?.actor === grantedBy;
  const approve = useMutation({
    mutationFn: () => ask(approveGrant, { id, tenant }),
    onSuccess: () => answers.invalidateQueries(),
  });
  const ofGrant = <span className="for-screen-readers">{say('ofRole', { login, role: title[language] })}</span>;
  return (
    <li>
      <div>
        <strong>{login}</strong> {title[language]}
        <p className={styles.soft}>
          <Where grant={grant} /> · <Span grant={grant} />
        </p>
        <p className={styles.soft}>{say('askedBy', { by: grantedBy, moment: writeMoment(grantedAt), reason })}</p>
        {whyNot === null || isOwn ? null : <p className={styles.soft}>{whyNot[language]}</p>}
        {isOwn ? <p className={styles.soft}>{say('needsAnother')}</p> : null}
      </div>
      <div className={styles.decide}>
        {mayApprove ? (
          <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
            {say('approve')}
            {ofGrant}
          </Button>
        ) : null}
        {mayRefuse ? (
          <Button onClick={() => setRefusing(true)}>
            {say(isOwn ? 'takeBack' : 'refuse')}
            {ofGrant}
          </Button>
        ) : null}
      </div>
      {approve.error === null ? null : <WrongLine error={approve.error} />}
      {isRefusing ? <RefuseDialog {...{ grant, isOwn }} close={() => setRefusing(false)} /> : null}
    </li>
  );
}
