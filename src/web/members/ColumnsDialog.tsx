import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import styles from './ColumnsDialog.module.css';
import { useMembersText } from './members-texts.ts';

interface ColumnsDialogProps {
  /** All there are, by key. */
  titles: Readonly<Record<string, string>>;
  chosen: readonly string[];
  usual: readonly string[];
  choose: (keys: string[]) => void;
  close: () => void;
}

/** Which columns the list has, and in what order. The name always goes first. */
export function ColumnsDialog({ titles, chosen, usual, choose, close }: ColumnsDialogProps) {
  const say = useMembersText();
  const [order, setOrder] = useState(() => arranged(titles, chosen));
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set(chosen));
  const move = (key: string, by: number) => setOrder(moved(order, key, by));
  const reset = () => {
    setOrder(arranged(titles, usual));
    setShown(new Set(usual));
  };
  const use = () => {
    choose(order.filter((key) => shown.has(key)));
    close();
  };
  return (
    <Dialog
      title={say('columnsTitle')}
      close={close}
      actions={
        <>
          <Button onClick={reset}>{say('columnsUsual')}</Button>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" onClick={use}>
            {say('columnsUse')}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>{say('columnsWhat')}</p>
      <ul className={styles.list}>
        {order.map((key, at) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={shown.has(key)}
                onChange={({ target }) => setShown(toggled(shown, key, target.checked))}
              />
              <span>{titles[key]}</span>
            </label>
            <Step label={say('moveUp', { name: titles[key] ?? key })} disabled={at === 0} go={() => move(key, -1)}>
              <UpOutlined aria-hidden />
            </Step>
            <Step
              label={say('moveDown', { name: titles[key] ?? key })}
              disabled={at === order.length - 1}
              go={() => move(key, 1)}
            >
              <DownOutlined aria-hidden />
            </Step>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface StepProps {
  label: string;
  disabled: boolean;
  go: () => void;
  children: React.ReactNode;
}

function Step({ label, disabled, go, children }: StepProps) {
  return (
    <button type="button" className={styles.step} aria-label={label} title={label} disabled={disabled} onClick={go}>
      {children}
    </button>
  );
}

/** The chosen ones first, in their order. */
function arranged(titles: Readonly<Record<string, string>>, chosen: readonly string[]): string[] {
  return [...chosen, ...Object.keys(titles).filter((key) => !chosen.includes(key))];
}

function moved(order: readonly string[], key: string, by: number): string[] {
  const at = order.indexOf(key);
  const next = order.toSpliced(at, 1);
  return next.toSpliced(at + by, 0, key);
}

function toggled(shown: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(shown);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
