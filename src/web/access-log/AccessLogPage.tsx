import { Link } from '@tanstack/react-router';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting } from '#/platform/ui/states.tsx';
import { usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { AccessFilters } from './AccessFilters.tsx';
import styles from './AccessLogPage.module.css';
import { AccessTable } from './AccessTable.tsx';
import { useAccessText } from './access-texts.ts';
import { useAccesses } from './use-accesses.ts';

/** Who looked at what, the last first, narrowed by what the address says. */
export function AccessLogPage() {
  const say = useAccessText();
  usePageTitle(say('title'));
  const { search, page } = useAccesses();
  const { unit } = usePlace();
  const { data, error } = page;
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={`${styles.lead} not-printed`}>{say('lead')}</p>
      </header>
      <AccessFilters search={search} />
      {error !== null ? (
        <Refused error={error} retry={() => void page.refetch()} unit={unit ?? ''} />
      ) : data === undefined ? (
        <Waiting lines={14} />
      ) : data.accesses.length === 0 ? (
        <Nothing title={say('nothing')}>{say('nothingWhat')}</Nothing>
      ) : (
        <>
          <AccessTable accesses={data.accesses} />
          <nav className={`${styles.pages} not-printed`} aria-label={say('shown', { count: data.accesses.length })}>
            <span>{say('shown', { count: data.accesses.length })}</span>
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
