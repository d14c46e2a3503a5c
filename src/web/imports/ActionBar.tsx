import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';

/** What comes next, always in view; above the navigation on a narrow screen, under the thumb. */
export function ActionBar({ said, children }: { said: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.bar}>
      <div className={styles.said}>{said}</div>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
