import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { repairImport } from '#/exchange/intake/contract.ts';
import type { Repair } from '#/exchange/tables/plan.ts';
import { ask } from '../../ask.ts';
import { onComeBack } from '../../come-back.ts';
import { isGone, keepIntake } from '../use-intake.ts';

export type CellPlace = Pick<Repair, 'sheet' | 'row' | 'column'>;

/** What the clerk has said about a place since the last check; undefined value: taken back. */
interface Edit extends CellPlace {
  value: string | null | undefined;
}

export interface Edits {
  of: (place: CellPlace) => Edit | undefined;
  count: number;
  say: (place: CellPlace, value: string | null | undefined) => void;
  /** Why the last of them is not kept on the server yet. */
  error: unknown;
  isSending: boolean;
  /** Sends again what could not be sent. */
  again: () => void;
  /** Waits until all that was said is kept on the server; false: it could not be. */
  allKept: () => Promise<boolean>;
}

/**
 * What could not be sent, by import: a server that comes back knows no session, and whoever signs in again on this page
 * goes on where they were. Kept by the page alone, never by the browser: there are sensitive values among them.
 */
const unsent = new Map<string, Edit[]>();

const keyOf = ({ sheet, row, column }: CellPlace) => JSON.stringify([sheet, row, column]);
const knockEveryMs = 2_000;

/**
 * Repairs shown at once and sent one after the other: the rows stay where they are while a clerk works through them, and
 * are read anew only when they are checked again (`checks` counts how often). What cannot be sent is not lost: it goes when the server is back.
 */
export function useEdits(id: string, checks: number): Edits {
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(() => byPlace(unsent.get(id) ?? []));
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const waiting = useRef<Edit[]>(unsent.get(id) ?? []);
  const atWork = useRef<Promise<void> | null>(null);
  const send = (): Promise<void> => {
    if (atWork.current !== null) return atWork.current;
    const work = sendWaiting().finally(() => {
      atWork.current = null;
    });
    atWork.current = work;
    return work;
  };
  const sendWaiting = async (): Promise<void> => {
    setSending(true);
    try {
      while (waiting.current.length > 0) {
        const now = waiting.current.slice(0, 500);
        keepIntake(await ask(repairImport, { id, ...requestOf(now) }));
        waiting.current = waiting.current.slice(now.length);
      }
      unsent.delete(id);
      setError(null);
    } catch (failure) {
      setError(failure);
      unsent.set(id, waiting.current);
      if (isGone(failure) || isBusyNow(failure)) setTimeout(() => void send(), knockEveryMs);
    } finally {
      setSending(false);
    }
  };
  const sendRest = useEffectEvent(() => void send());
  useEffect(() => {
    sendRest();
    return onComeBack(() => sendRest());
  }, []);
  useEffect(() => {
    // What was said while the check ran has not been read by it.
    if (checks > 0) setEdits(byPlace(waiting.current));
  }, [checks]);
  return {
    of: (place) => edits.get(keyOf(place)),
    count: edits.size,
    say: (place, value) => {
      const edit = { sheet: place.sheet, row: place.row, column: place.column, value };
      setEdits((before) => new Map(before).set(keyOf(place), edit));
      waiting.current = [...waiting.current, edit];
      void send();
    },
    error,
    isSending,
    again: () => void send(),
    allKept: async () => {
      if (waiting.current.length > 0) await send();
      return waiting.current.length === 0;
    },
  };
}

const byPlace = (edits: readonly Edit[]) => new Map(edits.map((edit) => [keyOf(edit), edit]));

/** What is said later about a place goes before what was said earlier. */
function requestOf(edits: readonly Edit[]) {
  const last = [...byPlace(edits).values()];
  const repairs = last.flatMap(({ value, ...place }) => (value === undefined ? [] : [{ ...place, value }]));
  const takeBack = last.flatMap(({ value, ...place }) => (value === undefined ? [place] : []));
  return { repairs, takeBack };
}

function isBusyNow(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'import.busy';
}
