import { useNavigate, useSearch } from '@tanstack/react-router';
import { isLastDay } from '#/platform/day.ts';

/** What the page of the tree carries in its address beside the place. */
export interface TreeSearch {
  /** On a narrow screen: which of the two is in sight. */
  view?: 'picture';
  /** How deep the tree stands open; 99: all of it. */
  level?: number;
  /** What is searched for in it. */
  find?: string;
  /** Also units that have ended or are yet to begin. */
  others?: 'yes';
  shape?: 'treemap';
  /** The unit that the picture is of, where it is not the page's. */
  at?: string;
  /** The figure that colours the picture: name:arg=value:… ; `none` for no figure. */
  colour?: string;
  /** The year of a figure that is counted over a period. */
  year?: string;
  /** The days between which changes are told. */
  since?: string;
  until?: string;
}

/** Reads an address; what does not belong there is left out rather than refused. */
export function readTreeSearch(raw: Record<string, unknown>): TreeSearch {
  const level = Number(raw.level);
  return {
    ...(raw.view === 'picture' ? { view: 'picture' } : {}),
    ...(Number.isInteger(level) && level > 0 && level <= 99 ? { level } : {}),
    ...texts(raw, 'find', 'at', 'colour'),
    ...(raw.others === 'yes' ? { others: 'yes' } : {}),
    ...(raw.shape === 'treemap' ? { shape: 'treemap' } : {}),
    ...(/^\d{4}$/.test(String(raw.year)) ? { year: String(raw.year) } : {}),
    ...days(raw, 'since', 'until'),
  };
}

function texts(raw: Record<string, unknown>, ...keys: (keyof TreeSearch)[]): TreeSearch {
  return Object.fromEntries(
    keys.filter((key) => typeof raw[key] === 'string' && raw[key] !== '').map((key) => [key, raw[key]]),
  );
}

function days(raw: Record<string, unknown>, ...keys: (keyof TreeSearch)[]): TreeSearch {
  return Object.fromEntries(keys.filter((key) => isLastDay(String(raw[key]))).map((key) => [key, raw[key]]));
}

/** What the address says, and the way to say something else in it. */
export function useTreeSearch(): [TreeSearch, (next: TreeSearch, options?: { push?: boolean }) => void] {
  const search = useSearch({ strict: false }) as TreeSearch;
  const navigate = useNavigate();
  const change = (next: TreeSearch, { push = false } = {}) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...next }),
      replace: !push,
      resetScroll: false,
    } as never);
  return [search, change];
}
