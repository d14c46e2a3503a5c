import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { useMembersText } from './members-texts.ts';
import styles from './Pager.module.css';
import type { Pages } from './use-pages.ts';

interface PagerProps {
  pages: Pages;
  page: number;
  limit: number;
  count: number;
  total: number | undefined;
  /** Not offered where the screen is narrow. */
  setLimit?: (per: '100' | undefined) => void;
}

/** Which rows are shown, and the way to the others. The number of all comes when it comes. */
export function Pager({ pages, page, limit, count, total, setLimit }: PagerProps) {
  const say = useMembersText();
  const { language } = useLanguage();
  const number = (value: number) => writeNumber(value, language);
  const first = (page - 1) * limit + 1;
  const rows = { from: number(first), to: number(first + count - 1) };
  return (
    <nav className={`${styles.pager} not-printed`} aria-label={say('pages')}>
      <span role="status" className={styles.rows}>
        {total === undefined ? say('rowsSoFar', rows) : say('rowsOf', { ...rows, total: number(total) })}
      </span>
      {setLimit === undefined ? null : <span className={styles.keys}>{say('keys')}</span>}
      {setLimit === undefined ? null : (
        <label className={styles.per}>
          {say('perPage')}
          <select
            value={limit === 100 ? '100' : '50'}
            onChange={({ target }) => setLimit(target.value === '100' ? '100' : undefined)}
          >
            <option value="50">50</option>
            <option value="100">100</option>
          </select>
        </label>
      )}
      <span className={styles.steps}>
        <Button
          icon={<LeftOutlined aria-hidden />}
          disabled={!pages.hasBefore}
          title={say('keyBefore')}
          onClick={() => pages.turn(-1)}
        >
          {say(pages.isLost ? 'toFirst' : 'before')}
        </Button>
        <span className={styles.page}>{say('page', { page: number(page) })}</span>
        <Button
          icon={<RightOutlined aria-hidden />}
          iconPlacement="end"
          disabled={!pages.hasNext}
          title={say('keyNext')}
          onClick={() => pages.turn(1)}
        >
          {say('next')}
        </Button>
      </span>
    </nav>
  );
}
