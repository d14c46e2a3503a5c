import { listOwnAccesses, type OwnRecord } from '#/domain/members/own-record-contract.ts';
import { LookLines, Looks } from '../access-log/Looks.tsx';
import { ask } from '../ask.ts';
import { useLookText } from './look-texts.ts';
import styles from './Me.module.css';

/** Who has looked at what is sensitive in one's own record, the last first. */
export function OwnLooks() {
  const say = useLookText();
  return (
    <section className={styles.part} aria-label={say('looks')}>
      <h2>{say('looks')}</h2>
      <p className={styles.soft}>{say('looksWhat')}</p>
      <Looks
        queryKey={[listOwnAccesses.path]}
        pageAfter={(cursor, signal) => ask(listOwnAccesses, { cursor }, signal)}
      />
    </section>
  );
}

/** That the glass was broken over one's record is told before anything else. */
export function SealedOpenings({ openings }: Pick<OwnRecord, 'openings'>) {
  const say = useLookText();
  if (openings.length === 0) return null;
  return (
    <section className={styles.opened} aria-label={say('opened')}>
      <h2>{say('opened')}</h2>
      <p>{say('openedWhat')}</p>
      <LookLines accesses={openings} />
    </section>
  );
}
