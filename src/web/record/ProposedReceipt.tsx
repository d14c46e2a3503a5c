import { Link } from '@tanstack/react-router';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import styles from './ActPage.module.css';
import type { Outgoing } from './outbox.ts';
import { forForm } from './record-search.ts';
import { useRecordingText } from './record-texts.ts';

/** What was proposed, whom it waits for, and what one mostly does next. */
export function ProposedReceipt({ sent }: { sent: Outgoing }) {
  const say = useRecordingText();
  const { id, title, recordedAt = '', recordedBy = '', proposedTo = null } = sent;
  return (
    <section className={styles.receipt} aria-label={say('proposed')}>
      <div role="status">
        <h2>
          ✓ {say('proposed')}: {title}
        </h2>
      </div>
      <p>{proposedTo === null ? say('proposedToNobody') : say('proposedTo', { unit: proposedTo })}</p>
      <p>{say('proposedAt', { time: writeMoment(recordedAt), by: recordedBy })}</p>
      <div className={styles.actions}>
        <Link to="/proposals/$proposal" params={{ proposal: id }} search={keepPlace}>
          {say('openProposal')}
        </Link>
        <Link to="/inbox" search={keepPlace}>
          {say('toInbox')}
        </Link>
        <Link to="/record" search={forForm() as never}>
          {say('anotherKind')}
        </Link>
      </div>
    </section>
  );
}
