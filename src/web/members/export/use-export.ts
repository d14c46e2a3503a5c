import { useMutation, useQuery } from '@tanstack/react-query';
import { cancelExport, exportFile, readExport, startExport } from '#/domain/members/export-contract.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { answers, ask, fileAddress } from '../../ask.ts';
import { saveFile } from '../../save-file.ts';
import { makeStore } from '../store.ts';
import type { List } from '../use-list.ts';

/** The export that this tab began: the server goes on with it whatever page is open. */
interface Begun {
  id: string;
  /** Of which list. */
  unit: string;
  day: Day;
}

const kept = 'sotay.export';
const begun = makeStore<Begun | null>(readBegun());
const everyMs = 1_000;

/** Exports the list; what began on an earlier visit of the page is still there. */
export function useExport(list: List) {
  const now = begun.use();
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: [readExport.path, now?.id],
    queryFn: ({ signal }) => ask(readExport, { id: now?.id ?? '' }, signal),
    enabled: now !== null,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      (state.error === null ? state.data?.state === 'running' : isGone(state.error)) && everyMs,
  });
  const start = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      ask(startExport, { ...list.question, columns: ['name', ...list.columns], sort: list.sort, language }),
    onSuccess: (progress) => {
      answers.setQueryData([readExport.path, progress.id], progress);
      setBegun({ id: progress.id, unit: list.place.unit ?? '', day: list.place.day });
    },
  });
  const cancel = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => ask(cancelExport, { id }),
    onSuccess: () => setBegun(null),
  });
  const download = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => saveFile(fileAddress(exportFile, { id })),
  });
  return {
    begun: now,
    progress: now === null ? undefined : data,
    isRunning: start.isPending || (now !== null && error === null && (data === undefined || data.state === 'running')),
    error: start.error ?? cancel.error ?? download.error ?? (now === null ? null : error),
    start: () => start.mutate(),
    cancel: () => now !== null && cancel.mutate(now.id),
    download: () => now !== null && download.mutate(now.id),
    close: () => {
      for (const one of [start, cancel, download]) one.reset();
      setBegun(null);
    },
  };
}

export type Export = ReturnType<typeof useExport>;

const isGone = (error: unknown) => error instanceof Problem && error.code === 'network.gone';

function setBegun(next: Begun | null): void {
  begun.set(next);
  try {
    if (next === null) sessionStorage.removeItem(kept);
    else sessionStorage.setItem(kept, JSON.stringify(next));
  } catch {
    // a browser that keeps nothing: it is there until the page is loaded anew
  }
}

function readBegun(): Begun | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Begun | null;
    return typeof found?.id === 'string' ? found : null;
  } catch {
    return null; // forbidden by the browser's settings, or no export of ours
  }
}
