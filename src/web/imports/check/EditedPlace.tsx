import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCheckText } from './check-texts.ts';
import styles from './ProblemLines.module.css';

interface EditedPlaceProps {
  words: 'edited' | 'editedHidden' | 'skipped' | 'kept';
  value?: string;
  /** Since the last check. */
  isNew: boolean;
  takeBack: () => void;
}

/** What the clerk has said about a place, and the way back. */
export function EditedPlace({ words, value = '', isNew, takeBack }: EditedPlaceProps) {
  const say = useCheckText();
  const told = words === 'edited' && value === '' ? say('editedEmpty') : say(words, { value });
  return (
    <span className={styles.edited}>
      <EditOutlined aria-hidden />
      <span className={styles.message}>
        {told}
        {isNew ? <span className={styles.soft}> · {say('notYetChecked')}</span> : null}
      </span>
      <Button size="small" onClick={takeBack}>
        {say('takeBack')}
      </Button>
    </span>
  );
}
