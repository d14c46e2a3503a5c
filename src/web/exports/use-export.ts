import { useMutation, useQuery } from '@tanstack/react-query';
import { type ExportProgress, exportContracts } from '#/platform/contract/export-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { answers, ask, fileAddress } from '../ask.ts';
import { saveFile } from '../save-file.ts';
import { addBegun, type Begun, closeBegun } from './begun.ts';

const { read, file, cancel } = exportContracts;
const everyMs = 1_000;

/** Begins to export a list; how far it has come stands above every page from then on. */
export function useBeginExport(list: Omit<Begun, 'id'>, begin: () => Promise<ExportProgress>) {
  return useMutation({
    networkMode: 'always',
    mutationFn: begin,
    onSuccess: (progress) => {
      answers.setQueryData([read.path, progress.id], progress);
      addBegun({ ...list, id: progress.id });
    },
  });
}

/** An export on its way. */
export function useExport({ id }: Begun) {
  const { data, error } = useQuery({
    queryKey: [read.path, id],
    queryFn: ({ signal }) => ask(read, { id }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      (state.error === null ? state.data?.state === 'running' : isGone(state.error)) && everyMs,
  });
  const stop = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(cancel, { id }),
    onSuccess: () => closeBegun(id),
  });
  const download = useMutation({
    networkMode: 'always',
    mutationFn: () => saveFile(fileAddress(file, { id })),
  });
  return {
    progress: data,
    error: stop.error ?? download.error ?? error,
    cancel: () => stop.mutate(),
    download: () => download.mutate(),
    close: () => closeBegun(id),
  };
}

export type Export = ReturnType<typeof useExport>;

const isGone = (error: unknown) => error instanceof Problem && error.code === 'network.gone';
