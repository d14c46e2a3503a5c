import type { Outgoing } from './outbox.ts';
import styles from './Preview.module.css';
import { useRecordingText } from './record-texts.ts';

/** Why what was sent was not recorded. */
export function Refusal({ problem }: { problem: Outgoing['problem'] }) {
  const say = useRecordingText();
  if (problem === undefined) return null;
  const told = (problem.fields.length > 0 ? problem.fields : [problem]).map(({ message }) => message);
  return (
    <div role="alert" className={styles.refused}>
      <p>{say('refused')}</p>
      <ul>
        {[...new Set(told)].slice(0, 20).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
