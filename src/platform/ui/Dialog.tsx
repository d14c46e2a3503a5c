import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  close: () => void;
  /** Something large is shown, and not asked about. */
  isWide?: boolean;
  /** What is decided, in words; then the buttons. */
  children: ReactNode;
  actions: ReactNode;
}

/** A question in the middle of the screen, a sheet from below on a narrow one. The browser's own dialog: see Panel. */
export function Dialog({ title, close, isWide = false, children, actions }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={isWide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation(); // it closes this, not what this was opened from
      }}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
}
