import type { ReactNode } from 'react';
import styles from './Strip.module.css';

interface StripProps {
  label: string;
  /** It waits for something, and should not. */
  isLate?: boolean;
  children: ReactNode;
}

/** A line across the page above what it shows: what goes on meanwhile. */
export function Strip({ label, isLate = false, children }: StripProps) {
  return (
    <section aria-label={label} className={isLate ? `${styles.strip} ${styles.late}` : styles.strip}>
      {children}
    </section>
  );
}
