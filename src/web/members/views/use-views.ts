import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changeView, listViews, type SavedView } from '#/domain/members/views-contract.ts';
import { answers, ask, useAsk } from '../../ask.ts';
import type { Change, List } from '../use-list.ts';
import { changeTo, isAsSaved, viewOf } from './view-search.ts';

export type Show = (change: Change, options?: { replace?: boolean }) => void;

/** The saved views of a register, and the one that the address names. */
export function useViews(list: List, show: Show) {
  const { data, error } = useAsk(listViews, { tenant: list.place.tenant });
  const chosen = data?.views.find(({ id }) => id === list.search.view) ?? null;
  // An address that names a view and nothing of what it shows means the view as it was saved.
  const isBare = chosen !== null && list.search.cols === undefined && !list.isNarrowed;
  useEffect(() => {
    if (isBare) show(changeTo(chosen));
  });
  return {
    views: data?.views ?? [],
    error,
    chosen,
    /** The list is shown in another way than the chosen view was saved. */
    isChanged: chosen !== null && !isBare && !isAsSaved(chosen, list),
  };
}

/** Saves what is shown into a view that there is. */
export function useSaveAgain(list: List) {
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: SavedView) => ask(changeView, { id, tenant: list.place.tenant, view: viewOf(list) }),
    onSuccess: readViewsAnew,
  });
}

export function readViewsAnew(): Promise<void> {
  return answers.invalidateQueries({ queryKey: [listViews.path] });
}
