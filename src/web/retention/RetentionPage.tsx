import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Retention, readRetention } from '#/domain/members/retention-contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import type { Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { DueList } from './DueList.tsx';
import { ErasureList } from './ErasureList.tsx';
import styles from './Retention.module.css';
import { RuleList } from './RuleList.tsx';
import { type RetentionSearch, retentionParts } from './retention-search.ts';
import { useRetentionText } from './retention-texts.ts';

/** What is due to be erased and by which rule; asked for by one person and approved by another. */
export function RetentionPage() {
  const say = useRetentionText();
  usePageTitle(say('title'));
  const { part = 'due' } = useSearch({ from: '/retention' }) as RetentionSearch;
  const navigate = useNavigate();
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say('lead')}</p>
      </header>
      <p className={styles.note}>{say('stays')}</p>
      <Tabs
        label={say('parts')}
        tabs={retentionParts.map((key) => ({ key, label: say(key) }))}
        shown={part}
        show={(key) =>
          void navigate({
            to: '.',
            search: (before: Search) => ({ ...before, part: key === 'due' ? undefined : key }),
            replace: true,
          } as never)
        }
      >
        {part === 'waiting' || part === 'decided' ? (
          <ErasureList key={part} state={part === 'waiting' ? 'open' : 'decided'} />
        ) : (
          <Kept part={part} />
        )}
      </Tabs>
    </div>
  );
}

function Kept({ part }: { part: 'due' | 'rules' }) {
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(readRetention, { tenant });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={8} />;
  return part === 'due' ? <DueList retention={data as Retention} tenant={tenant} /> : <RuleList rules={data.rules} />;
}
