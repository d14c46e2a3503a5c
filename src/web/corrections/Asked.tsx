import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type CorrectionRead, revealCorrection } from '#/domain/members/correction-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { ask } from '../ask.ts';
import sheet from '../inbox/InboxPage.module.css';
import { usePlace } from '../place.ts';
import { Masked } from '../reveal/Masked.tsx';
import { useMay } from '../session.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

type OfOne = { correction: CorrectionRead };

/** What the record says beside what it should say; then why, who and when. */
export function Asked({ correction }: OfOne) {
  const say = useCorrectionText();
  const may = useMay();
  const { person, name, reason, askedBy, askedAt } = correction;
  return (
    <section className={sheet.part} aria-label={say('content')}>
      <h2>{say('content')}</h2>
      <Compared correction={correction} />
      <dl className={sheet.facts}>
        <Row label={say('whose')}>
          {may('members.read') ? (
            <Link to="/members/$person" params={{ person }} search={keepPlace}>
              {name}
            </Link>
          ) : (
            name
          )}
        </Row>
        <Row label={say('why')}>{reason}</Row>
        <Row label={say('askedBy')}>{say('askedWhen', { who: askedBy, when: writeMoment(askedAt) })}</Row>
      </dl>
    </section>
  );
}

function Compared({ correction }: OfOne) {
  const say = useCorrectionText();
  const { language } = useLanguage();
  const { written, isSensitive, isMasked, hasMoved, now } = correction;
  return (
    <>
      {isMasked ? (
        <div className={styles.alone}>
          <Side label={say('sealedPair')} isWished>
            <Hidden correction={correction} />
          </Side>
        </div>
      ) : (
        <div className={styles.compared}>
          <Side label={say('says')}>{isSensitive ? '•••' : (written.before?.[language] ?? say('empty'))}</Side>
          <Side label={say('should')} isWished>
            {written.after?.[language] ?? say('empty')}
          </Side>
        </div>
      )}
      {hasMoved ? (
        <p className={styles.moved} role="status">
          ! {isSensitive ? say('movedSealed') : say('moved', { now: now?.[language] ?? say('empty') })}
        </p>
      ) : null}
    </>
  );
}

function Side({ label, isWished, children }: { label: string; isWished?: boolean; children: ReactNode }) {
  return (
    <div className={styles.side} data-wished={isWished}>
      <span className={styles.soft}>{label}</span>
      <div className={styles.value}>{children}</div>
    </div>
  );
}

/** Both values behind one press, for they are looked at to be compared. */
function Hidden({ correction: { id, label, can } }: OfOne) {
  const say = useCorrectionText();
  const { language } = useLanguage();
  const { tenant } = usePlace();
  const open = async (reason: string) => {
    const { before, lines } = await ask(revealCorrection, { id, tenant, reason });
    const was = before === null ? say('empty') : before.join('; ');
    return { lines: [say('saysOne', { value: was }), say('shouldOne', { value: lines.join('; ') || say('empty') })] };
  };
  return <Masked label={label[language]} ask={can.reveal ? open : null} />;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={sheet.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
