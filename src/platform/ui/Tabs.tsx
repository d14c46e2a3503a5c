import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Tabs.module.css';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { key: T; label: string; count?: string }[];
  shown: T;
  show: (key: T) => void;
  children: ReactNode;
}

/** Sheets of one thing, one of them shown; arrows walk them. */
export function Tabs<T extends string>({ label, tabs, shown, show, children }: TabsProps<T>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  // A row that is wider than a narrow screen: the one that is shown comes into sight.
  useEffect(() => {
    const [line, tab] = [row.current, row.current?.querySelector<HTMLElement>(`[data-key="${shown}"]`)];
    if (line && tab) line.scrollLeft = tab.offsetLeft - line.offsetLeft - (line.clientWidth - tab.clientWidth) / 2;
  }, [shown]);
  const walk = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    show(next.key);
    row.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <>
      <div ref={row} role="tablist" aria-label={label} className={`${styles.row} not-printed`} onKeyDown={walk}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-key={tab.key}
            aria-selected={tab.key === shown}
            aria-controls={`${id}-sheet`}
            tabIndex={tab.key === shown ? 0 : -1}
            className={styles.tab}
            onClick={() => show(tab.key)}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet without anything to press is scrolled by the keyboard */}
      <div role="tabpanel" id={`${id}-sheet`} aria-labelledby={`${id}-${shown}`} tabIndex={0} className={styles.sheet}>
        {children}
      </div>
    </>
  );
}
