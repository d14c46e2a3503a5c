import { Link } from '@tanstack/react-router';
import type { KindForm } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { ActScans } from '../attachments/ActScans.tsx';
import styles from './ActPage.module.css';
import type { Outgoing } from './outbox.ts';
import { forForm } from './record-search.ts';
import { useRecordingText } from './record-texts.ts';

interface ReceiptProps {
  kind: KindForm;
  sent: Outgoing;
}

/** What was recorded, and what one mostly does next. */
export function Receipt({ kind, sent }: ReceiptProps) {
  const say = useRecordingText();
  const { language } = useLanguage();
  const { id, title, recordedAt = '', recordedBy = '', warnings, tenant } = sent;
  return (
    <section className={styles.receipt} aria-label={say('receipt')}>
      <div role="status">
        <h2>
          ✓ {say('receipt')}: {title}
        </h2>
      </div>
      <dl>
        <dt>{say('number')}</dt>
        <dd>{id}</dd>
      </dl>
      <p>{say('receiptAt', { time: writeMoment(recordedAt), by: recordedBy })}</p>
      {warnings.map((text) => (
        <p key={text} className={styles.warning}>
          {text}
        </p>
      ))}
      <div className={styles.actions}>
        <Link to="/acts/$act" params={{ act: id }} search={forForm() as never}>
          {say('openAct')}
        </Link>
        <Link to="/record/$kind" params={{ kind: kind.kind }} search={forForm({ again: 'paper' }) as never}>
          {say('another')} ({kind.title[language]})
        </Link>
        <Link to="/record" search={forForm() as never}>
          {say('anotherKind')}
        </Link>
      </div>
      <ActScans act={id} tenant={tenant} isNew />
    </section>
  );
}
