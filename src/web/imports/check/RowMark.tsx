import { CheckOutlined, EditOutlined, EyeOutlined, MinusOutlined, WarningOutlined } from '@ant-design/icons';
import { useCheckText } from './check-texts.ts';
import styles from './RowMark.module.css';
import type { RowState } from './row-state.ts';

const signs = {
  good: CheckOutlined,
  blocked: WarningOutlined,
  look: EyeOutlined,
  skipped: MinusOutlined,
  edited: EditOutlined,
  passed: EyeOutlined,
} as const satisfies Record<RowState, unknown>;

const words = {
  good: 'stateGood',
  blocked: 'stateBlocked',
  look: 'stateLook',
  skipped: 'stateSkipped',
  edited: 'stateEdited',
  passed: 'statePassed',
} as const satisfies Record<RowState, string>;

/** The number of a row and how it stands: a sign, a colour and words. */
export function RowMark({ row, state, isLong = false }: { row: number; state: RowState; isLong?: boolean }) {
  const say = useCheckText();
  const Sign = signs[state];
  return (
    <span className={styles.mark} data-state={state}>
      <Sign aria-hidden title={say(words[state])} />
      {isLong ? (
        <span>
          {say('row')} {row} · {say(words[state])}
        </span>
      ) : (
        <>
          <span aria-hidden>{row}</span>
          <span className="for-screen-readers">{say('rowMark', { row, state: say(words[state]) })}</span>
        </>
      )}
    </span>
  );
}
