import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { exportActs } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import { ExportButton } from '../exports/ExportButton.tsx';
import { useBeginExport } from '../exports/use-export.ts';
import { thisDay, usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { JournalFilters } from './JournalFilters.tsx';
import styles from './JournalPage.module.css';
import { JournalTable } from './JournalTable.tsx';
import { useJournalText } from './journal-texts.ts';
import { useJournal, useNarrowing } from './use-journal.ts';

/** Every act in scope, the last recorded first or by day of effect, narrowed by what the address says. */
export function JournalPage() {
  const say = useJournalText();
  usePageTitle(say('title'));
  const { search, question, page, hasNew } = useJournal();
  const { unit } = usePlace();
  const narrow = useNarrowing();
  const { language } = useLanguage();
  const { data, error } = page;
  const exported = useBeginExport({ of: 'acts', unit: question.unit ?? '', day: thisDay() }, () =>
    ask(exportActs, { ...question, language }),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{say('title')}</h1>
          <p className={`${styles.lead} not-printed`}>{say('lead')}</p>
        </div>
        <span className="not-printed">
          <ExportButton what="acts" export={exported} isEmpty={data?.acts.length === 0} />
        </span>
      </header>
      <JournalFilters search={search} />
      {hasNew ? (
        <p role="status" className={`${styles.fresh} not-printed`}>
          {say('fresh')}{' '}
          <Button
            size="small"
            type="primary"
            onClick={() => (search.cursor === undefined ? void page.refetch() : narrow({ cursor: undefined }))}
          >
            {say('load')}
          </Button>
        </p>
      ) : null}
      {error !== null ? (
        <Refused error={error} retry={() => void page.refetch()} unit={unit ?? ''} />
      ) : data === undefined ? (
        <Waiting lines={14} />
      ) : data.acts.length === 0 ? (
        <Nothing title={say('nothing')}>{say('nothingWhat')}</Nothing>
      ) : (
        <>
          <JournalTable acts={data.acts} order={search.order} />
          <nav className={`${styles.pages} not-printed`} aria-label={say('shown', { count: data.acts.length })}>
            <span>{say('shown', { count: data.acts.length })}</span>
            {search.cursor === undefined ? null : (
              <Link to="." search={(before: object) => ({ ...before, cursor: undefined }) as never}>
                {say('first')}
              </Link>
            )}
            {data.next === null ? null : (
              <Link to="." search={(before: object) => ({ ...before, cursor: data.next }) as never}>
                {say('next')} →
              </Link>
            )}
          </nav>
        </>
      )}
    </div>
  );
}
