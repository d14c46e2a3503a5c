import type { z } from 'zod';
import type { SavedView, saveView } from '#/domain/members/views-contract.ts';
import { columnsIn, readAsked } from '../list-search.ts';
import type { Change, List } from '../use-list.ts';

type View = z.input<typeof saveView.input>['view'];
type Shown = Pick<List, 'asked' | 'columns' | 'sort'> & { search: { q?: string } };

/** How the list is shown, to be saved; unit and day stay the page's. */
export function viewOf({ asked, search, columns, sort }: Shown): View {
  const filters = { ...asked, q: search.q?.trim() } as View['filters'];
  return { filters, columns: ['name', ...columns], sort };
}

/** What a saved view makes of the address. */
export function changeTo({ id, view }: Pick<SavedView, 'id' | 'view'>): Change {
  const given = Object.entries(view.filters).filter(([, value]) => value !== undefined);
  const filters = Object.fromEntries(given.map(([key, value]) => [key, asText(value)]));
  return {
    view: id,
    q: view.filters.q,
    asked: readAsked({ ...filters, figureArg: filters.arg }),
    cols: columnsIn(view.columns.join(','))?.join(','),
    sort: view.sort === 'name' ? undefined : view.sort,
    ...(view.unit === undefined ? {} : { unit: view.unit }),
  };
}

/** Whether the list is shown as it was saved. */
export function isAsSaved(
  { view }: Pick<SavedView, 'view'>,
  list: Shown & { place: { unit: string | null } },
): boolean {
  if (view.unit !== undefined && view.unit !== list.place.unit) return false;
  return keyOf(view) === keyOf(viewOf(list));
}

/** Two that have it show the same. The order of values in a filter says nothing, that of columns does. */
function keyOf({ filters, columns, sort }: Pick<View, 'filters' | 'columns' | 'sort'>): string {
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${[asText(value)].flat().toSorted().join(' ')}`);
  return JSON.stringify([asked.toSorted(), columns.filter((column) => column !== 'name'), sort]);
}

const asText = (value: unknown): string | string[] => (Array.isArray(value) ? value.map(String) : String(value));
