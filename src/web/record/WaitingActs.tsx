import { ClockCircleOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { Strip } from '#/platform/ui/Strip.tsx';
import { forget, type Outgoing, sendWaiting, useOutbox } from './outbox.ts';
import { forForm } from './record-search.ts';
import { useRecordingText } from './record-texts.ts';
import styles from './WaitingActs.module.css';

const ranked = ['refused', 'signed-out', 'waiting'] as const;

/** Acts of this tab that are not in the journal yet, above every page: they go as soon as the server can be reached. */
export function WaitingActs() {
  const say = useRecordingText();
  const open = useOutbox().filter(({ state }) => state !== 'recorded' && state !== 'sending');
  const path = useRouterState({ select: ({ location }) => `${location.pathname}${location.searchStr}` });
  // The form of an act says so itself.
  const elsewhere = open.filter(({ id, kind }) => !(path.startsWith(`/record/${kind}`) && path.includes(id)));
  // The worst that became of one of them is told.
  const first = ranked.flatMap((state) => elsewhere.filter((one) => one.state === state))[0];
  if (first === undefined) return null;
  const others = elsewhere.length - 1;
  return (
    <Strip isLate label={say('waitingLabel')}>
      <ClockCircleOutlined aria-hidden />
      <p role="status" className={styles.what}>
        {say(`act-${first.state as (typeof ranked)[number]}`)} <ActLink act={first} />
        {others === 0 ? null : ` ${say('waitingOthers', { count: others })}`}
      </p>
      {first.state === 'refused' ? (
        <Button size="small" onClick={() => forget(first.id)}>
          {say('forgetAct')}
        </Button>
      ) : (
        <Button size="small" onClick={() => void sendWaiting()}>
          {say('sendAgain')}
        </Button>
      )}
    </Strip>
  );
}

function ActLink({ act: { id, kind, title, many } }: { act: Outgoing }) {
  return (
    <Link
      to={many === undefined ? '/record/$kind' : '/record/$kind/many'}
      params={{ kind }}
      search={forForm({ draft: id }) as never}
    >
      {title}
    </Link>
  );
}
