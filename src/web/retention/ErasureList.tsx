import type { ReactNode } from 'react';
import { type ErasureShown, erasuresListed, listErasures } from '#/domain/members/retention-contract.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useSession } from '../session.ts';
import { DecideErasure } from './DecideErasure.tsx';
import styles from './Retention.module.css';
import { useRetentionText } from './retention-texts.ts';
import { Whom } from './Whom.tsx';

/** Requests to erase: those that wait for a second person, or what became of them. */
export function ErasureList({ state }: { state: 'open' | 'decided' }) {
  const say = useRetentionText();
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(listErasures, { tenant, state });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={8} />;
  const { erasures } = data;
  if (erasures.length === 0) return <Nothing title={say(state === 'open' ? 'noneWaiting' : 'noneDecided')} />;
  return (
    <>
      <ul className={styles.list}>
        {erasures.map((one) => (
          <Line key={one.id} erasure={one}>
            {one.can.decide ? <DecideErasure erasure={one} tenant={tenant} /> : <NotYours erasure={one} />}
          </Line>
        ))}
      </ul>
      {erasures.length < erasuresListed ? null : (
        <p className={styles.soft}>{say('more', { count: erasuresListed })}</p>
      )}
    </>
  );
}

function Line({ erasure, children }: { erasure: ErasureShown; children: ReactNode }) {
  const say = useRetentionText();
  const { person, name, rule, reason, askedBy, askedAt, decidedBy, decidedAt, decisionReason } = erasure;
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <span>
          <Whom person={person} name={name} /> <Outcome erasure={erasure} />
        </span>
        <span className={styles.soft}>{say('asked', { who: askedBy, when: writeMoment(askedAt), why: reason })}</span>
        {decidedAt === null ? null : (
          <span className={styles.soft}>
            {say('decidedBy', { who: decidedBy ?? '', when: writeMoment(decidedAt), why: decisionReason ?? '–' })}
          </span>
        )}
        <span className={styles.soft}>{say('restsOn', { rule })}</span>
      </span>
      {children}
    </li>
  );
}

function Outcome({ erasure: { isApproved, valueCount } }: { erasure: ErasureShown }) {
  const say = useRetentionText();
  const state = isApproved === null ? 'waiting' : isApproved ? 'erased' : 'refused';
  const words = { waiting: 'waits', erased: 'erased', refused: 'refused' } as const;
  return (
    <span className={styles.state} data-state={state}>
      {say(words[state], { count: valueCount ?? 0 })}
    </span>
  );
}

/** Why there is no button: whoever asked does not approve; or the role does not. */
function NotYours({ erasure: { decidedAt, askedBy } }: { erasure: ErasureShown }) {
  const say = useRetentionText();
  const session = useSession();
  if (decidedAt !== null) return null;
  return <span className={styles.soft}>{say(askedBy === session?.actor ? 'yours' : 'others')}</span>;
}
