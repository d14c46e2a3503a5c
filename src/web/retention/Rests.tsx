import type { Retention } from '#/domain/members/retention-contract.ts';
import styles from './Retention.module.css';
import { useRetentionText } from './retention-texts.ts';

/** What a period rests on, and how sure that is. */
export function Rests({ rule: { rule, confidence } }: { rule: Retention['rules'][number] }) {
  const say = useRetentionText();
  return (
    <span className={styles.soft}>
      {say('restsOn', { rule })}
      <span className={styles.state} data-state={confidence === '?' ? 'waiting' : undefined}>
        {say(`sure.${confidence}`)}
      </span>
    </span>
  );
}
