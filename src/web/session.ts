import { readSession } from '#/kernel/access/contract.ts';
import { listKinds } from '#/kernel/journal/contract.ts';
import { useAsk } from './ask.ts';

/** Who works here, in which capacity. The gate has asked before any page is shown. */
export function useSession() {
  return useAsk(readSession, {}).data;
}

/** Whether the capacity may do something, so that nothing else is offered. The server judges all the same. */
export function useMay(): (permission: string) => boolean {
  const session = useSession();
  return (permission) => session?.permissions.includes(permission) ?? false;
}

/** Whether acts of a kind are proposed by this capacity and recorded by another. */
export function useProposes(kind: string): boolean {
  return useSession()?.proposes.includes(kind) ?? false;
}

/** The kinds of acts that the capacity records, and those that it proposes for others to record. */
export function useFormKinds() {
  const session = useSession();
  const { data, ...rest } = useAsk(listKinds, {});
  const own = new Set([...(session?.records ?? []), ...(session?.proposes ?? [])]);
  return { ...rest, data: data && { ...data, kinds: data.kinds.filter(({ kind }) => own.has(kind)) } };
}
