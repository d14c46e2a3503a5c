import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import {
  countMembers,
  listMembers,
  type MemberColumn,
  type MemberSort,
  type memberQuestion,
} from '#/domain/members/list-contract.ts';
import { remember, rememberedText } from '#/platform/ui/remembered.ts';
import { ask } from '../ask.ts';
import { nothingOpened } from '../opened.ts';
import { type Place, usePlace } from '../place.ts';
import { type Asked, inUse } from './filters.ts';
import { columnsIn, type ListSearch, readAsked, readListSearch, searchOf } from './list-search.ts';

/** What the list has beside the name, before anybody has chosen. */
export const usualColumns: readonly MemberColumn[] = [
  'born',
  'sex',
  'unit',
  'status',
  'admittedOn',
  'officialOn',
  'posts',
  'code',
];

export type Question = z.input<typeof memberQuestion>;

/** The list that the address describes. */
export interface List {
  place: Place;
  search: ListSearch;
  asked: Asked;
  /** Filters or words narrow it. */
  isNarrowed: boolean;
  question: Question;
  /** The question as one text: two lists that have it are one list. */
  key: string;
  sort: MemberSort;
  columns: readonly MemberColumn[];
  limit: number;
  page: number;
}

export function useList(): List {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const place = usePlace();
  const search = readListSearch(raw);
  const asked = readAsked(raw);
  const { q, sort = 'name', cols, per } = search;
  const question = questionOf(place, q, asked);
  return {
    place,
    search,
    asked,
    isNarrowed: q !== undefined || inUse(asked).length > 0,
    question,
    key: JSON.stringify(question),
    sort,
    columns: columnsIn(cols) ?? columnsIn(rememberedText('members.columns')) ?? usualColumns,
    limit: per === undefined ? 50 : Number(per),
    page: Number(search.page ?? 1),
  };
}

/** What is asked at a place. */
export function questionOf({ tenant, unit, day, known }: Place, q: string | undefined, asked: Asked): Question {
  return { tenant, unit: unit ?? undefined, on: day, knownAt: known ?? undefined, q, ...asked } as Question;
}

/** What a page of the list changes in its address. Whatever changes the list begins on its first page. */
export type Change = Partial<Omit<ListSearch, 'page' | 'after'>> & {
  asked?: Asked;
  page?: number;
  after?: string;
  /** Goes to another unit. */
  unit?: string;
};

export function useShow(): (change: Change, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return ({ asked, page, after, ...change }, { replace = true } = {}) => {
    const turned = { page: page === undefined || page === 1 ? undefined : String(page), after };
    const filters = asked === undefined ? {} : searchOf(asked);
    const search = (before: object) => ({ ...before, ...nothingOpened, ...change, ...filters, ...turned });
    void navigate({ to: '.', search, replace, resetScroll: false } as never);
  };
}

/** A page of rows; the page before stays in view until it is there. */
export function useRows({ question, columns, sort, limit, search }: List) {
  const input = { ...question, columns: ['name', ...columns].join(','), sort, cursor: search.after, limit };
  return useQuery({
    queryKey: [listMembers.path, input],
    queryFn: ({ signal }) => ask(listMembers, input, signal),
    enabled: question.unit !== undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always', // others record while this page is open
  });
}

/** How many the list holds; the rows never wait for it. */
export function useTotal({ question }: Pick<List, 'question'>) {
  return useQuery({
    queryKey: [countMembers.path, question],
    queryFn: ({ signal }) => ask(countMembers, question, signal),
    enabled: question.unit !== undefined,
    staleTime: 15_000,
    refetchOnWindowFocus: 'always',
  });
}

export function rememberColumns(columns: readonly MemberColumn[]): void {
  remember('members.columns', columns.join(','));
}
