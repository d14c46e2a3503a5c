import { Button, Checkbox } from 'antd';
import { writeMoment } from '#/platform/ui/written.ts';
import styles from './ActPage.module.css';
import { forget, type Outgoing, sendWaiting } from './outbox.ts';
import { useRecordingText } from './record-texts.ts';
import type { Saved } from './use-draft.ts';

interface RecordBarProps {
  id: string;
  sent: Outgoing | undefined;
  saved: Saved;
  isShared: boolean;
  share: (isShared: boolean) => void;
  /** What is written on the button. */
  label: string;
  isDisabled?: boolean;
  /** Where no form around it hears the press. */
  record?: () => void;
}

/** The button, and calmly what becomes of what was typed. */
export function RecordBar({ id, sent, saved, isShared, share, label, isDisabled, record }: RecordBarProps) {
  const say = useRecordingText();
  const state = sent?.state;
  if (state === 'waiting' || state === 'signed-out')
    return (
      <div className={`${styles.bar} ${styles.held}`} role="status">
        <p>{say(state === 'waiting' ? 'waiting' : 'signedOut')}</p>
        <Button onClick={() => void sendWaiting()}>{say('sendAgain')}</Button>
        <Button onClick={() => forget(id)}>{say('takeBack')}</Button>
      </div>
    );
  return (
    <div className={styles.bar}>
      <Button
        type="primary"
        size="large"
        htmlType={record === undefined ? 'submit' : 'button'}
        loading={state === 'sending'}
        disabled={isDisabled}
        title={record === undefined ? say('recordKeys') : undefined}
        onClick={record}
      >
        {label}
      </Button>
      {record === undefined ? <kbd className={styles.keys}>{say('recordKeys')}</kbd> : null}
      <p className={styles.saved} role="status">
        {saved.state === 'saving' ? say('saving') : null}
        {saved.state === 'saved' ? say('savedAt', { time: writeMoment(saved.at).slice(11) }) : null}
        {saved.state === 'failed' ? say('notSaved') : null}
      </p>
      <Checkbox checked={isShared} onChange={({ target }) => share(target.checked)}>
        <span title={say('sharedWhat')}>{say('shared')}</span>
      </Checkbox>
    </div>
  );
}
