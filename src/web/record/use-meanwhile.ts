import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ActRow, listActs } from '#/kernel/journal/list-contract.ts';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { ask } from '../ask.ts';
import type { Values } from './form/values.ts';

interface Watched {
  /** Of the form's act. */
  id: string;
  values: Values;
  rehearsed: Rehearsed | undefined;
  tenant: string | undefined;
  isRefused: boolean;
  /** Tries the act out once more, on what the register holds now. */
  tryAgain: () => unknown;
}

/** As many as are told of. */
const most = 5;

/** What others recorded about the person or unit of a form since it was filled in: seen again at every return to the page. */
export function useMeanwhile({ id, values, rehearsed, tenant, isRefused, tryAgain }: Watched) {
  const about = useAbout(values, rehearsed);
  const [known, setKnown] = useState<{ of: string; acts: ReadonlySet<string> }>();
  const { data, refetch } = useQuery({
    queryKey: ['record', 'meanwhile', tenant, id, about?.id],
    queryFn: ({ signal }) => ask(listActs, { tenant, about: about?.id, limit: most }, signal),
    enabled: about !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    retry: false,
  });
  if (about !== undefined && data !== undefined && known?.of !== about.id)
    setKnown({ of: about.id, acts: idsOf(data.acts) });
  const newsIn = (acts: readonly ActRow[] = []) =>
    known === undefined || known.of !== about?.id ? [] : acts.filter((one) => one.id !== id && !known.acts.has(one.id));
  const acts = newsIn(data?.acts);
  const latest = acts[0]?.id;
  useEffect(() => {
    if (latest !== undefined) tryAgain();
  }, [latest, tryAgain]);
  useEffect(() => {
    if (isRefused) void refetch();
  }, [isRefused, refetch]);
  return {
    name: about?.name ?? '…',
    acts,
    /** Whether there is something that has not been told yet; without the network nothing is known. */
    isNews: async () => {
      if (known === undefined) return false;
      const fresh = newsIn((await refetch()).data?.acts)[0]?.id;
      return fresh !== undefined && fresh !== latest;
    },
  };
}

export type Meanwhile = ReturnType<typeof useMeanwhile>;

const idsOf = (acts: readonly ActRow[]): ReadonlySet<string> => new Set(acts.map(({ id }) => id));

interface About {
  id: string;
  name: string | null;
}

/** Whom the act changes first, as long as the form names the same: what becomes impossible tells of nobody. */
function useAbout({ person, unit, cell }: Values, rehearsed: Rehearsed | undefined): About | undefined {
  const named = JSON.stringify([person, unit, cell]);
  const [kept, keep] = useState<{ named: string; about: About }>();
  const about = firstOf(rehearsed);
  const isOther = about !== undefined && (kept?.named !== named || kept.about.id !== about.id);
  if (isOther) keep({ named, about });
  if (about !== undefined) return about;
  return kept?.named === named ? kept.about : undefined;
}

/** The first who was there before: about somebody new nobody has recorded anything. */
function firstOf(rehearsed: Rehearsed | undefined): About | undefined {
  const { persons = [], units = [] } = rehearsed?.effects ?? {};
  const someone = persons.find(({ before }) => before.length > 0);
  if (someone !== undefined) return { id: someone.person, name: someone.name };
  const unit = units.find(({ before }) => before.length > 0);
  return unit === undefined ? undefined : { id: unit.unit, name: unit.name };
}
