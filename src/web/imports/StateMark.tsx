import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  RollbackOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { PastImport } from '#/exchange/intake/shapes.ts';
import { useRecentText } from './recent-texts.ts';
import styles from './StateMark.module.css';

const signs: Readonly<Record<PastImport['state'], typeof EditOutlined>> = {
  recognised: EditOutlined,
  checking: ClockCircleOutlined,
  checked: EditOutlined,
  recording: ClockCircleOutlined,
  recorded: CheckCircleOutlined,
  undone: RollbackOutlined,
  failed: WarningOutlined,
};

/** Where an import stands: a sign and words. */
export function StateMark({ state }: { state: PastImport['state'] }) {
  const say = useRecentText();
  const Sign = signs[state];
  return (
    <span className={styles.state} data-state={state}>
      <Sign aria-hidden /> {say(state)}
    </span>
  );
}
