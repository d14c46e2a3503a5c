import { useEffect } from 'react';
import { Problem } from '#/platform/errors.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { Refused } from '../Refused.tsx';
import { ChangedBand } from './ChangedBand.tsx';
import { EmptyList } from './EmptyList.tsx';
import styles from './MembersPage.module.css';
import type { Marks } from './marked.ts';
import { NobodyMatches } from './NobodyMatches.tsx';
import { Pager } from './Pager.tsx';
import { PeopleCards } from './PeopleCards.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { useChanged } from './use-changed.ts';
import { type Change, type List, useRows } from './use-list.ts';
import { usePages } from './use-pages.ts';

interface ListRowsProps {
  list: List;
  total: number | undefined;
  show: (change: Change) => void;
  marks: Marks;
  isNarrow: boolean;
  open: (person: string) => void;
}

/** A page of the list, and the way to the others. */
export function ListRows({ list, total, show, marks, isNarrow, open }: ListRowsProps) {
  const { data, error, refetch, isPlaceholderData } = useRows(list);
  const { changed, forget } = useChanged({
    list: list.key,
    page: `${list.sort} ${list.limit} ${list.search.after ?? ''}`,
    rows: isPlaceholderData ? undefined : data?.rows,
    total,
  });
  const pages = usePages(list, isPlaceholderData ? undefined : data?.next, show);
  const isStale = useFirstPageWhenStale(error, list, show);
  if (error !== null && !isStale)
    return <Refused error={error} retry={() => void refetch()} unit={list.place.unit ?? ''} />;
  if (data === undefined) return <Waiting lines={isNarrow ? 12 : 18} />;
  const { rows } = data;
  const band = <ChangedBand changed={changed} forget={forget} show={show} />;
  if (rows.length === 0 && list.page === 1)
    return list.isNarrowed ? <NobodyMatches list={list} show={show} /> : <EmptyList list={list} />;
  const pager = { pages, page: list.page, limit: list.limit, count: rows.length, total };
  if (isNarrow)
    return (
      <>
        {band}
        <PeopleCards rows={rows} isLate={isPlaceholderData} marks={marks} />
        <Pager {...pager} />
      </>
    );
  return (
    <div className={styles.rows}>
      {band}
      <PeopleTable
        rows={rows}
        columns={list.columns}
        sort={list.sort}
        isLate={isPlaceholderData}
        marks={marks}
        sortBy={(sort) => show({ sort: sort === 'name' ? undefined : sort })}
        open={open}
        turn={pages.turn}
      />
      <Pager {...pager} setLimit={(per) => show({ per })} />
    </div>
  );
}

/** A page that no longer begins where the address says is no fault of the reader's: the list begins anew. */
function useFirstPageWhenStale(error: unknown, { search }: List, show: (change: Change) => void): boolean {
  const isStale =
    error instanceof Problem && search.after !== undefined && error.fields.some(({ field }) => field === 'cursor');
  useEffect(() => {
    if (isStale) show({});
  });
  return isStale;
}
