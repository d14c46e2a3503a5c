import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { z } from 'zod';
import type { listPersonAccesses, PersonAccess } from '#/kernel/access/log-contract.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { Looker, Said } from './AccessWords.tsx';
import { useAccessText } from './access-texts.ts';
import styles from './Looks.module.css';

interface LooksProps {
  /** What the answers are kept under: the path of the contract first. */
  queryKey: readonly unknown[];
  pageAfter: (cursor: string | undefined, signal: AbortSignal) => Promise<z.output<typeof listPersonAccesses.output>>;
}

/** Each look at the sensitive parts of one record, the last first. */
export function Looks({ queryKey, pageAfter }: LooksProps) {
  const say = useAccessText();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...queryKey],
    queryFn: ({ pageParam, signal }) => pageAfter(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={6} />;
  const accesses = data.pages.flatMap((page) => page.accesses);
  if (accesses.length === 0) return <p className={styles.none}>{say('noLooks')}</p>;
  return (
    <>
      <LookLines accesses={accesses} />
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('moreLooks')}
        </Button>
      ) : null}
    </>
  );
}

/** What was looked at, by whom, as what and why; that something sealed was opened stands out. */
export function LookLines({ accesses }: { accesses: readonly PersonAccess[] }) {
  return (
    <ol className={styles.list}>
      {accesses.map((access) => (
        <li key={access.id} className={styles.line} data-notice={access.notice === null ? undefined : ''}>
          <time dateTime={access.at} className={styles.at}>
            {writeMoment(access.at)}
          </time>
          <div>
            <p>
              <Said access={access} />
            </p>
            <p>
              <Looker access={access} />
            </p>
            <p className={styles.why}>{access.reason}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
