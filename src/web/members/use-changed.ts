import { useEffect, useRef, useState } from 'react';
import { countMembers, listMembers, type MemberRow } from '#/domain/members/list-contract.ts';
import { answers } from '../ask.ts';

interface Seen {
  list: string;
  total: number | undefined;
  pages: Map<string, string>;
}

/** How many the list had; and has now, as soon as that is known. */
export interface Changed {
  before: number | undefined;
  now: number | undefined;
}

interface Shown {
  /** The question, as a text; and which of its pages, in which order, this is. */
  list: string;
  page: string;
  rows: readonly MemberRow[] | undefined;
  total: number | undefined;
}

/**
 * Whether the list is another one than it was while this page is open: a page asked again has other people, or their number
 * differs. Others record at the same time; whoever counts rows has to know.
 */
export function useChanged({ list, page, rows, total }: Shown): { changed: Changed | null; forget: () => void } {
  const seen = useRef<Seen>({ list, total: undefined, pages: new Map() });
  const [isChanged, setChanged] = useState(false);
  const forget = () => {
    seen.current = { list, total: undefined, pages: new Map() };
    setChanged(false);
  };
  useEffect(() => {
    if (seen.current.list !== list) {
      seen.current = { list, total: undefined, pages: new Map() };
      setChanged(false);
    }
    const { current } = seen;
    if (isChanged) return; // told; until that is answered nothing more is to be said
    const people = rows?.map(({ person }) => person).join(' ');
    const hasOthers = people !== undefined && current.pages.has(page) && current.pages.get(page) !== people;
    const hasMore = total !== undefined && current.total !== undefined && current.total !== total;
    if (hasOthers || hasMore) setChanged(true);
    if (people !== undefined) current.pages.set(page, people);
    if (total !== undefined && current.total === undefined) current.total = total;
  }, [list, page, rows, total, isChanged]);
  return { changed: isChanged ? { before: seen.current.total, now: total } : null, forget };
}

/** Asks for everything about the list anew. */
export async function readListAnew(): Promise<void> {
  await Promise.all([listMembers.path, countMembers.path].map((path) => answers.resetQueries({ queryKey: [path] })));
}
