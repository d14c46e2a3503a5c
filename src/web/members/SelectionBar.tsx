import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Marks } from './marked.ts';
import { useMembersText } from './members-texts.ts';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  marks: Marks;
  /** How many the list holds, once it is known. */
  total: number | undefined;
  /** What can be done with them. */
  children: ReactNode;
}

/** Who is chosen, all of them by one press, and what can be done with them; not there while nobody is. */
export function SelectionBar({ marks, total, children }: SelectionBarProps) {
  const say = useMembersText();
  const { language } = useLanguage();
  const count = countOf(marks, total);
  if (count === 0 && marks.all === null) return null;
  const number = (value: number) => writeNumber(value, language);
  const isAll = marks.all !== null;
  return (
    <section className={`${styles.bar} not-printed`} aria-label={say('marks')}>
      <strong role="status" title={[...marks.people.values()].slice(0, 20).join('\n')}>
        {say(isAll ? 'markedAll' : 'marked', { count: number(count) })}
      </strong>
      {isAll || total === undefined || total <= count ? null : (
        <Button type="link" onClick={marks.markAll}>
          {say('markAll', { total: number(total) })}
        </Button>
      )}
      <Button type="text" className={styles.unmark} onClick={marks.clear}>
        {say('unmark')}
      </Button>
      <span className={styles.acts}>{children}</span>
    </section>
  );
}

/** How many are chosen. */
export function countOf({ all, people }: Marks, total: number | undefined): number {
  return all === null ? people.size : Math.max(0, (total ?? 0) - all.but.size);
}
