import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import styles from './PickField.module.css';
import { Popup } from './Popup.tsx';
import { useUiText } from './ui-texts.ts';

interface PickFieldProps {
  label: string;
  icon: ReactNode;
  /** What is chosen, or that nothing is. */
  shown: ReactNode;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** above: where there is little room below. */
  placement?: 'above' | 'below';
  /** What is wrong with what is chosen. */
  fault?: string | null;
  /** Takes the choice back; missing: nothing is chosen. */
  clear?: () => void;
  /** What one chooses from. */
  children: ReactNode;
}

/** A field whose value is picked from what it opens, and may be taken back. */
export function PickField({ label, icon, shown, fault = null, clear, children, ...popup }: PickFieldProps) {
  const say = useUiText();
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div className={styles.line}>
        <Popup
          {...popup}
          size="large"
          label={label}
          hint={`, ${label}`}
          className={styles.button}
          button={
            <>
              {icon}
              <span className={styles.shown}>{shown}</span>
              <DownOutlined aria-hidden className={styles.down} />
            </>
          }
        >
          {children}
        </Popup>
        {clear === undefined ? null : (
          <Button size="small" onClick={clear}>
            {say('clear')}
          </Button>
        )}
      </div>
      {fault === null ? null : (
        <span role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
  );
}
