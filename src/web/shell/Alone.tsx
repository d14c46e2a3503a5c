import type { ReactNode } from 'react';
import styles from './Gate.module.css';
import { Settings } from './Settings.tsx';
import { useShellText } from './shell-texts.ts';

/** A page without a place: nothing around it but the language. */
export function Alone({ children }: { children: ReactNode }) {
  const say = useShellText();
  return (
    <div className={styles.alone}>
      <header className={styles.head}>
        <span className={styles.name}>{say('app')}</span>
        <Settings placement="below" />
      </header>
      <main>{children}</main>
    </div>
  );
}
