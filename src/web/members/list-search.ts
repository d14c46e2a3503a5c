import { type MemberColumn, type MemberSort, memberColumns, memberSorts } from '#/domain/members/list-contract.ts';
import { isLastDay } from '#/platform/day.ts';
import { type Asked, allFilters, type Filter, type FilterKey } from './filters.ts';

type KeyInAddress = Exclude<FilterKey, 'arg'> | 'figureArg';

/** What the address of the list says beside the place: filters by the keys of the question, order, columns, page. */
export interface ListSearch extends Partial<Record<KeyInAddress, string | readonly string[]>> {
  /** The saved view that was chosen; what it shows stands in the other keys. */
  view?: string;
  q?: string;
  sort?: MemberSort;
  /** Columns by name, with commas between. */
  cols?: string;
  /** Rows on a page, where it is not the usual number. */
  per?: '100';
  /** Which page it is, and where it begins: the cursor of the page before. */
  page?: string;
  after?: string;
}

/** The address has another `arg`: of what stands open over the page. */
const keyInAddress = (key: FilterKey): KeyInAddress => (key === 'arg' ? 'figureArg' : key);

/** An address as it was parsed. */
type Raw = { readonly [Key in keyof ListSearch]?: unknown };

/** Reads an address; what does not belong there is left out rather than refused. */
export function readListSearch(raw: Raw): ListSearch {
  const asked = readAsked(raw);
  const found: ListSearch = {
    view: typeof raw.view === 'string' && /^[0-9a-f-]{36}$/.test(raw.view) ? raw.view : undefined,
    q: text(raw.q),
    sort: memberSorts.find((sort) => sort === raw.sort),
    cols: columnsIn(raw.cols)?.join(','),
    per: raw.per === '100' ? '100' : undefined,
    page: typeof raw.page === 'string' && /^[1-9]\d{0,5}$/.test(raw.page) ? raw.page : undefined,
    after: text(raw.after),
    ...searchOf(asked),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The filters of an address. */
export function readAsked(search: Raw): Asked {
  const found = allFilters.flatMap((filter) =>
    filter.keys.map((key) => [key, readValue(filter, key, search[keyInAddress(key)])] as const),
  );
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** The filters as an address carries them; each key is there, so that a filter that was taken away goes. */
export function searchOf(asked: Asked): Pick<ListSearch, KeyInAddress> {
  const keys = allFilters.flatMap((filter): readonly FilterKey[] => filter.keys);
  return Object.fromEntries(keys.map((key) => [keyInAddress(key), asked[key]]));
}

/** Columns of an address, those there are; the name is always there and not among them. */
export function columnsIn(cols: unknown): MemberColumn[] | null {
  if (typeof cols !== 'string') return null;
  const found = new Set(cols.split(','));
  const known = [...found].filter((one): one is MemberColumn => memberColumns.some((column) => column === one));
  return known.filter((column) => column !== 'name');
}

function readValue({ kind }: Filter, key: FilterKey, raw: unknown): string | string[] | undefined {
  if (kind === 'codes' || key === 'arg') {
    const all = [raw].flat().filter((one): one is string => typeof one === 'string' && one !== '');
    if (key === 'status') return all.find((one) => one === 'official' || one === 'probationary');
    return all.length > 0 ? all : undefined;
  }
  const one = text(raw);
  if (one === undefined) return undefined;
  const isGood =
    kind === 'yesNo'
      ? one === 'yes' || one === 'no'
      : kind === 'years'
        ? /^\d{1,3}$/.test(one) && Number(one) <= 150
        : kind === 'days' || key === 'figureFrom' || key === 'figureTo'
          ? isLastDay(one)
          : true;
  return isGood ? one : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
