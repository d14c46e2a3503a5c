import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { listPersonAccesses, type PersonAccess } from '#/kernel/access/log-contract.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { Looker, Said } from '../access-log/AccessWords.tsx';
import { ask } from '../ask.ts';
import { useMemberText } from './member-texts.ts';
import styles from './Seen.module.css';

/** Each look at the sensitive parts of one record, the last first. */
export function Accesses({ person, tenant }: { person: string; tenant: string }) {
  const say = useMemberText();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listPersonAccesses.path, person, tenant],
    queryFn: ({ pageParam, signal }) => ask(listPersonAccesses, { id: person, tenant, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={6} />;
  const accesses = data.pages.flatMap((page) => page.accesses);
  if (accesses.length === 0) return <p className={styles.none}>{say('noAccesses')}</p>;
  return (
    <>
      <ol className={styles.list}>
        {accesses.map((access) => (
          <Line key={access.id} access={access} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('moreAccesses')}
        </Button>
      ) : null}
    </>
  );
}

function Line({ access }: { access: PersonAccess }) {
  return (
    <li className={styles.line}>
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
  );
}
