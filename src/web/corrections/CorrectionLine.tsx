import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Correction } from '#/domain/members/correction-contract.ts';
import { isPartialDay } from '#/platform/day.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment, writePartialDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useMay } from '../session.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

interface CorrectionLineProps {
  correction: Correction;
  /** What can be done with it. */
  children?: ReactNode;
  /** Among those of several people. */
  isNamed?: boolean;
}

/** What should be corrected, who asks, how it stands. */
export function CorrectionLine({ correction, children, isNamed = false }: CorrectionLineProps) {
  const say = useCorrectionText();
  const may = useMay();
  const { language } = useLanguage();
  const { name, label, before, after, isSensitive, isMasked, reason, askedBy, askedAt, decision } = correction;
  const state = decision === null ? 'waiting' : decision.isAccepted ? 'accepted' : 'refused';
  const shown = (value: unknown, isHidden: boolean) => (isHidden ? '•••' : written(value) || say('empty'));
  return (
    <li className={styles.line}>
      <span>
        <strong>{isNamed ? `${name}: ${label[language]}` : label[language]}</strong>{' '}
        {say('change', { before: shown(before, isSensitive), after: shown(after, isMasked) })}
        <span className={styles.state} data-state={state}>
          {say(state)}
        </span>
      </span>
      <span className={styles.soft}>{say('asked', { who: askedBy, when: writeMoment(askedAt), why: reason })}</span>
      {decision === null ? null : (
        <span className={styles.soft}>
          {say('decidedBy', { who: decision.by, when: writeMoment(decision.at), why: decision.reason })}{' '}
          {decision.act === null || !may('journal.read') ? null : (
            <Link to="/acts/$act" params={{ act: decision.act }} search={keepPlace}>
              {say('theAct')}
            </Link>
          )}
        </span>
      )}
      {children}
    </li>
  );
}

/** A value as people write it. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return isPartialDay(value) ? writePartialDay(value) : value;
}
