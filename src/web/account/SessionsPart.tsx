import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { endOtherSessions, endOwnSession, type OwnSession } from '#/platform/accounts/own-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import styles from './Account.module.css';
import { useAccountText } from './account-texts.ts';
import { askAccountAnew } from './use-own-account.ts';

const ways = {
  password: 'byPassword',
  code: 'byCode',
  totp: 'byTotp',
  passkey: 'byPasskey',
  provider: 'byProvider',
  printed: 'byPrinted',
} as const;

/** Where the account stands open, and the end of any of it. */
export function SessionsPart({ sessions }: { sessions: readonly OwnSession[] }) {
  const say = useAccountText();
  const all = { networkMode: 'always', onSuccess: () => void askAccountAnew() } as const;
  const one = useMutation({ ...all, mutationFn: (id: string) => ask(endOwnSession, { id }) });
  const others = useMutation({ ...all, mutationFn: () => ask(endOtherSessions, {}) });
  const error = one.error ?? others.error;
  return (
    <section className={styles.part}>
      <h2>{say('sessions')}</h2>
      <p className={styles.soft}>{say('sessionsWhat')}</p>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <Line
            key={session.id}
            session={session}
            isEnding={one.isPending && one.variables === session.id}
            end={() => one.mutate(session.id)}
          />
        ))}
      </ul>
      {error === null ? null : <WrongLine error={error} />}
      {sessions.length > 1 ? (
        <div className={styles.actions}>
          <Button loading={others.isPending} onClick={() => others.mutate()}>
            {say('endOthers')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Line({ session, isEnding, end }: { session: OwnSession; isEnding: boolean; end: () => void }) {
  const say = useAccountText();
  const { device, method, openedAt, usedAt, isThis } = session;
  const by = method.split('+').map((way) => say(ways[way as keyof typeof ways]));
  return (
    <li className={styles.line}>
      <div>
        <div className={styles.name}>
          {device}
          {isThis ? <span className={styles.here}>{say('thisOne')}</span> : null}
        </div>
        <div className={styles.soft}>
          {say('way')} {by.join(' + ')} · {say('opened')} {writeMoment(openedAt)} · {say('lastUsed')}{' '}
          {writeMoment(usedAt)}
        </div>
      </div>
      {isThis ? null : (
        <Button loading={isEnding} aria-label={say('endThat', { device, moment: writeMoment(openedAt) })} onClick={end}>
          {say('end')}
        </Button>
      )}
    </li>
  );
}
