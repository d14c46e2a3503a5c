import { CloseOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Panel.module.css';
import { useUiText } from './ui-texts.ts';

interface PanelProps {
  title: string;
  close: () => void;
  /** A few lines, for which all the room would be too much. */
  isSlim?: boolean;
  children: ReactNode;
}

/**
 * What stands open beside the page on a wide screen, and over all of it on a narrow one. A dialog of the browser's own: it
 * keeps the keyboard inside, Esc closes it, and unlike antd's Drawer it writes no style that the policy refuses.
 */
export function Panel({ title, close, isSlim = false, children }: PanelProps) {
  const say = useUiText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    heading.current?.focus(); // what has opened is read first, not the way to close it
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it by Esc, which the browser tells as cancel
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={isSlim ? `${styles.panel} ${styles.slim}` : styles.panel}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close(); // beside the sheet
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 ref={heading} id={id} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className={styles.close} aria-label={say('close')} onClick={close}>
            <CloseOutlined aria-hidden />
          </button>
        </div>
        <div className={styles.body}>{children}</div>
      </div>
    </dialog>
  );
}
