import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { postActs } from '#/kernel/journal/contract.ts';
import { readActStory } from '#/kernel/journal/list-contract.ts';
import { rehearseActs } from '#/kernel/journal/rehearse-contract.ts';
import { answers, ask } from '../ask.ts';
import { thisDay } from '../place.ts';

interface Withdrawn {
  act: string;
  /** Of the withdrawal: made once, so that pressing twice records it once. */
  id: string;
}

export interface TypedPaper {
  number: string;
  issuer: string;
  issuedOn?: string;
}

/** The withdrawal of an act, with others that rest on it: what would follow, and recording it. */
export function useWithdrawal(act: string, tenant: string | undefined) {
  const [taken, take] = useState<readonly Withdrawn[]>(() => [{ act, id: v7() }]);
  const batch = (reason: string, paper: TypedPaper | null) =>
    taken.map((one) => ({
      id: one.id,
      kind: 'act.withdrawn',
      effectiveOn: thisDay(),
      withdraws: one.act,
      reason,
      ...(paper === null ? {} : { paper }),
    }));
  const rehearsal = useQuery({
    queryKey: [rehearseActs.path, tenant, taken],
    queryFn: ({ signal }) => ask(rehearseActs, { tenant, acts: batch('…', null) }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const hanging = [...new Set(rehearsal.data?.problems.flatMap(({ actId }) => actId ?? []))].filter(
    (id) => !taken.some((one) => one.act === id),
  );
  const recording = useMutation({
    mutationFn: async ({ reason, paper }: { reason: string; paper: TypedPaper | null }) => {
      // Somebody else may have withdrawn or corrected it while this page stood open; sent again, it is our own.
      const now = await ask(readActStory, { id: act, tenant });
      const own = now.withdrawnBy !== null && taken.some(({ id }) => id === now.withdrawnBy?.id);
      if (now.withdrawnBy !== null && !own) return { meanwhile: now.withdrawnBy };
      await ask(postActs, { tenant, acts: batch(reason, paper) });
      void answers.invalidateQueries();
      return { meanwhile: null };
    },
  });
  return {
    rehearsal,
    hanging,
    also: taken.slice(1).map((one) => one.act),
    takeToo: (ids: readonly string[]) => take([...taken, ...ids.map((id) => ({ act: id, id: v7() }))]),
    keep: (id: string) => take(taken.filter((one) => one.act !== id)),
    recording,
  };
}
