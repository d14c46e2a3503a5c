import { Button } from 'antd';
import { useLanguage } from '../i18n/texts.ts';
import styles from './Pages.module.css';
import { useUiText } from './ui-texts.ts';
import { writeNumber } from './written.ts';

interface PagesProps {
  /** From 0. */
  page: number;
  last: number;
  pageOf: number;
  total: number;
  go: (page: number) => void;
}

/** Which rows are shown, and the way to the others; nothing where one page holds all. */
export function Pages({ page, last, pageOf, total, go }: PagesProps) {
  const say = useUiText();
  const { language } = useLanguage();
  const number = (count: number) => writeNumber(count, language);
  if (last === 0) return null;
  return (
    <nav className={`${styles.pages} not-printed`} aria-label={say('pages')}>
      <span role="status">
        {say('rows', {
          from: number(page * pageOf + 1),
          to: number(Math.min(total, (page + 1) * pageOf)),
          total: number(total),
        })}
      </span>
      <span className={styles.steps}>
        <Button disabled={page === 0} onClick={() => go(page - 1)} aria-label={say('previous')}>
          ‹
        </Button>
        <span>{say('ofPages', { page: number(page + 1), pages: number(last + 1) })}</span>
        <Button disabled={page === last} onClick={() => go(page + 1)} aria-label={say('next')}>
          ›
        </Button>
      </span>
    </nav>
  );
}
