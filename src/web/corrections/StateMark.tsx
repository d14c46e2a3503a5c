import type { Correction } from '#/domain/members/correction-contract.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

/** How a request stands, in a word. */
export function StateMark({ decision }: Pick<Correction, 'decision'>) {
  const say = useCorrectionText();
  const state = decision === null ? 'waiting' : decision.isAccepted ? 'accepted' : 'refused';
  return (
    <span className={styles.state} data-state={state}>
      {say(state)}
    </span>
  );
}
