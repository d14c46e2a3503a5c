import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ActRow, listActs } from '#/kernel/journal/list-contract.ts';
import { ask } from '../ask.ts';
import type { Outgoing } from '../record/outbox.ts';
import { newsAbout } from './news-about.ts';
import type { List } from './use-list.ts';

/** So many pages of a hundred acts are read back at most: who leaves a list open over an import is told of its latest acts. */
const mostPages = 5;
/** As many as are told of. */
const most = 5;

interface Watched {
  id: string;
  sent: Outgoing | undefined;
  list: Pick<List, 'subject' | 'rows'>;
  tenant: string | undefined;
  /** Tries the list out once more, on what the register holds now. */
  tryAgain: () => unknown;
}

/** What others recorded about those of a list since it was opened: seen again at every return to the page. */
export function useListNews({ id, sent, list, tenant, tryAgain }: Watched) {
  const isRefused = sent?.state === 'refused';
  const [since, setSince] = useState<string>();
  const { data, refetch } = useQuery({
    queryKey: ['record', 'meanwhile', tenant, id, 'list'],
    queryFn: ({ signal }) => recordedSince(since, tenant, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    retry: false,
  });
  if (since === undefined && data !== undefined) setSince(data.upto);
  const about = (all: readonly ActRow[] = []) => (since === undefined ? [] : newsAbout(all, { ...list, since }));
  const acts = about(data?.acts);
  const latest = acts[0]?.id;
  useEffect(() => {
    if (latest !== undefined) tryAgain();
  }, [latest, tryAgain]);
  useEffect(() => {
    if (isRefused) void refetch();
  }, [isRefused, refetch]);
  return {
    acts: acts.slice(0, most),
    /** Whether there is something that has not been told yet; without the network nothing is known. */
    isNews: async () => {
      const fresh = about((await refetch()).data?.acts)[0]?.id;
      return fresh !== undefined && fresh !== latest;
    },
  };
}

/** Acts after an instant, the last first; of the very first question only how far the journal went. */
async function recordedSince(since: string | undefined, tenant: string | undefined, signal: AbortSignal) {
  const first = await ask(listActs, { tenant, limit: since === undefined ? 1 : 100 }, signal);
  const upto = first.recordedUpto;
  if (since === undefined) return { upto, acts: [] };
  const acts = [...first.acts];
  let { next } = first;
  for (let page = 1; page < mostPages && next !== null && (acts.at(-1)?.recordedAt ?? '') > since; page += 1) {
    const more = await ask(listActs, { tenant, limit: 100, cursor: next }, signal);
    acts.push(...more.acts);
    next = more.next;
  }
  return { upto, acts };
}
