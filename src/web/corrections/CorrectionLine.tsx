import { Link } from '@tanstack/react-router';
import type { Correction } from '#/domain/members/correction-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';
import { StateMark } from './StateMark.tsx';

interface CorrectionLineProps {
  correction: Correction;
  /** Among those of several people. */
  isNamed?: boolean;
}

/** What should be corrected, who asks, how it stands; the whole line opens it. */
export function CorrectionLine({ correction, isNamed = false }: CorrectionLineProps) {
  const say = useCorrectionText();
  const { language } = useLanguage();
  const { id, name, label, written, isSensitive, reason, askedBy, askedAt, decision, evidenceCount } = correction;
  const shown = (value: typeof written.before) => value?.[language] ?? say('empty');
  // In a list nothing sensitive stands in plain, not even to whoever typed it: others look over the shoulder.
  const change = isSensitive
    ? say('sealedChange')
    : say('change', { before: shown(written.before), after: shown(written.after) });
  return (
    <li>
      <Link to="/corrections/$correction" params={{ correction: id }} search={keepPlace} className={styles.line}>
        <span>
          <strong>{isNamed ? `${name}: ${label[language]}` : label[language]}</strong> {change}
          <StateMark decision={decision} />
        </span>
        <span className={styles.soft}>
          {say('asked', { who: askedBy, when: writeMoment(askedAt), why: reason })}
          {evidenceCount === 0 ? null : ` · ${say('scans', { count: evidenceCount })}`}
        </span>
        {decision === null ? null : (
          <span className={styles.soft}>
            {say('decidedBy', { who: decision.by, when: writeMoment(decision.at), why: decision.reason })}
          </span>
        )}
      </Link>
    </li>
  );
}
