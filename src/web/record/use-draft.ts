import { useEffect, useRef, useState } from 'react';
import { deleteDraft, listDrafts, saveDraft } from '#/kernel/journal/draft-contract.ts';
import { answers, ask } from '../ask.ts';
import { forget } from './outbox.ts';
import { dropSealed, keepSealed } from './sealed-store.ts';
import type { Begun } from './use-kept.ts';

interface Draft extends Begun {
  id: string;
  kind: string;
  title: string;
  tenant: string | undefined;
  /** Of a list: for how many it is to be recorded. */
  many?: number;
  /** Something was typed since the form was opened. */
  isTouched: boolean;
}

export type Saved = { state: 'none' | 'saving' | 'failed' } | { state: 'saved'; at: string };

/** Letters are kept in the tab at once, on the server after a rest. */
const soon = 250;
const later = 2_000;

/** Keeps what is typed: sealed in this tab against a reload, and as a draft on the server. */
export function useDraft({ id, kind, title, values, isShared, tenant, isTouched, many }: Draft): {
  saved: Saved;
  drop: () => Promise<void>;
} {
  const [saved, setSaved] = useState<Saved>({ state: 'none' });
  const isDropped = useRef(false);
  useEffect(() => {
    if (!isTouched || isDropped.current) return;
    const kept: Begun = { values, isShared, isDraft: true };
    const local = setTimeout(() => void keepSealed(`form.${id}`, kept), soon);
    const remote = setTimeout(async () => {
      setSaved({ state: 'saving' });
      try {
        const { savedAt } = await ask(saveDraft, {
          id,
          kind,
          title: title.slice(0, 500),
          isShared,
          tenant,
          many,
          body: values,
        });
        setSaved({ state: 'saved', at: savedAt });
        void answers.invalidateQueries({ queryKey: [listDrafts.path] });
      } catch {
        setSaved({ state: 'failed' }); // told calmly beside the button; the tab keeps it meanwhile
      }
    }, later);
    return () => {
      clearTimeout(local);
      clearTimeout(remote);
    };
  }, [id, kind, title, values, isShared, tenant, isTouched, many]);
  const drop = async () => {
    isDropped.current = true;
    dropSealed(`form.${id}`);
    forget(id);
    await ask(deleteDraft, { id, tenant }).catch(() => {}); // a draft left over can be thrown away from the list
    void answers.invalidateQueries({ queryKey: [listDrafts.path] });
  };
  return { saved, drop };
}
