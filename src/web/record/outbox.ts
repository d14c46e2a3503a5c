import { useSyncExternalStore } from 'react';
import { listTenants } from '#/kernel/access/contract.ts';
import { postActs } from '#/kernel/journal/contract.ts';
import { deleteDraft } from '#/kernel/journal/draft-contract.ts';
import { makeProposal } from '#/kernel/journal/proposal-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { answers, ask } from '../ask.ts';
import { onComeBack } from '../come-back.ts';
import { dropSealed, keepSealed, readSealed } from './sealed-store.ts';

/** An act, or a list of them, on its way into the journal. Ids were made here, so that sending it twice records it once. */
export interface Outgoing {
  id: string;
  kind: string;
  title: string;
  tenant: string | undefined;
  acts: Record<string, unknown>[];
  /** Of a list: how many acts it has, and the words by which the journal finds them. */
  many?: { count: number; words: string | undefined };
  /** It is proposed, for others to record. */
  proposal?: { follows: string | undefined };
  /** The unit that is to record it, once it was proposed. */
  proposedTo?: string | null;
  state: 'waiting' | 'sending' | 'signed-out' | 'refused' | 'recorded';
  /** Why it was refused. */
  problem?: { code: string; message: string; fields: Problem['fields'] };
  recordedAt?: string;
  recordedBy?: string;
  /** Rules that only warn, as they were told while it was tried out. */
  warnings: string[];
}

const name = 'outbox';
const again = 4_000;

let items: readonly Outgoing[] = [];
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What was left over before the tab was reloaded; sent as soon as it is there. */
const ready = readSealed<Outgoing[]>(name).then((kept) => {
  const left = (kept ?? []).map((one): Outgoing => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
  put([...left.filter(({ id }) => !items.some((own) => own.id === id)), ...items]);
  void sendWaiting();
});
globalThis.addEventListener?.('online', () => void sendWaiting());
onComeBack(() => void sendWaiting());

/** Everything on its way, or recorded in this tab. */
export function useOutbox(): readonly Outgoing[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => items,
  );
}

/** Puts an act on its way; sent now, or as soon as the server can be reached. */
export async function sendOff(item: Omit<Outgoing, 'state'>): Promise<void> {
  await ready;
  put([...items.filter(({ id }) => id !== item.id), { ...item, state: 'waiting' }]);
  await sendWaiting();
}

/** Tries again at once, after signing in anew for instance. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  for (const item of items.filter(({ state }) => state === 'waiting' || state === 'signed-out')) await send(item);
  if (items.some(({ state }) => state === 'waiting')) timer = setTimeout(() => void sendWaiting(), again);
}

/** Takes an act back that is not recorded, or forgets one that is. */
export function forget(id: string): void {
  put(items.filter((one) => one.id !== id));
}

async function send(item: Outgoing): Promise<void> {
  if (items.find(({ id }) => id === item.id)?.state === 'sending') return;
  change(item.id, { state: 'sending' });
  try {
    change(item.id, { state: 'recorded', acts: [], ...(await deliver(item)) });
    dropSealed(`form.${item.id}`);
    await ask(deleteDraft, { id: item.id, tenant: item.tenant }).catch(() => {}); // one left over is thrown away from the list
    void answers.invalidateQueries(); // figures and lists have changed
  } catch (error) {
    const { code, message, fields, status } = error instanceof Problem ? error : unknownFault(error);
    if (code === 'network.gone' || status >= 500) change(item.id, { state: 'waiting' });
    else if (status === 401) {
      change(item.id, { state: 'signed-out' });
      void answers.invalidateQueries({ queryKey: [listTenants.path] }); // the gate closes, and sends again once it opens
    } else change(item.id, { state: 'refused', problem: { code, message, fields } });
  }
}

/** Into the journal, or into the inbox of who records it. */
async function deliver({ id, tenant, acts, many, proposal }: Outgoing): Promise<Partial<Outgoing>> {
  if (proposal === undefined) {
    const { recordedAt, recordedBy } = await ask(postActs, { tenant, acts: acts as never });
    return { recordedAt, recordedBy };
  }
  const sent = many === undefined ? { act: acts[0] as never } : { id, acts: acts as never };
  const { proposedAt, proposedBy, to } = await ask(makeProposal, { tenant, ...sent, ...proposal });
  return { recordedAt: proposedAt, recordedBy: proposedBy, proposedTo: to?.name ?? null };
}

const unknownFault = (error: unknown): Problem => new Problem('answer.unreadable', String(error), { status: 500 });

function change(id: string, to: Partial<Outgoing>): void {
  put(items.map((one) => (one.id === id ? { ...one, ...to } : one)));
}

function put(next: readonly Outgoing[]): void {
  items = next;
  void keepSealed(name, items);
  for (const changed of listeners) changed();
}
