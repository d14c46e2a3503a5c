import { useQuery } from '@tanstack/react-query';
import { readDraft } from '#/kernel/journal/draft-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { ask } from '../ask.ts';
import type { Values } from './form/values.ts';
import { readSealed } from './sealed-store.ts';

/** What stands in a form when it is opened. */
export interface Begun {
  values: Values;
  isShared: boolean;
  /** It is somebody's draft already: it is kept without being asked. */
  isDraft: boolean;
}

interface Wanted {
  id: string;
  /** The address names the draft. */
  isNamed: boolean;
  tenant: string | undefined;
  /** What a form begins with of which nothing was kept. */
  fresh: () => Promise<Values>;
}

/** What this tab or the server kept of a form; else what it begins with. `key` tells forms of one id apart. */
export function useKept(key: readonly unknown[], { id, isNamed, tenant, fresh }: Wanted) {
  const { data, error, refetch } = useQuery({
    queryKey: ['record', 'begun', ...key, id, tenant],
    staleTime: 'static', // what is typed since is not to be fetched over
    gcTime: 0,
    queryFn: async (): Promise<Begun> => {
      if (isNamed) {
        const kept = await readSealed<Begun>(`form.${id}`);
        if (kept !== null) return kept;
        const draft = await keptDraft(id, tenant);
        if (draft !== null) return { values: draft.body, isShared: draft.isShared, isDraft: true };
      }
      return { values: await fresh(), isShared: false, isDraft: false };
    },
  });
  return { begun: data ?? null, error, retry: () => void refetch() };
}

async function keptDraft(id: string, tenant: string | undefined) {
  try {
    return await ask(readDraft, { id, tenant });
  } catch (error) {
    // Before anything was kept the address had the id already; a lost connection is told, not taken for an empty form.
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}
