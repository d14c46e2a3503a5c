import { useNavigate, useSearch } from '@tanstack/react-router';

/** What the address of a report says beside the place. */
export interface ReportSearch {
  /** What it is compared with: `last-year`, or a unit's code. */
  against?: string;
  /** Of a form with several columns: the one that is compared or drawn. */
  column?: string;
  /** Pictures stand over the form. */
  chart?: '1';
  /** Which rows are drawn: the row over them. */
  group?: string;
}

export const lastYearKey = 'last-year';

/** Reads an address; what does not belong there is left out rather than refused. */
export function readReportSearch(raw: Record<string, unknown>): ReportSearch {
  const given = (['against', 'column', 'group'] as const).filter(
    (key) => typeof raw[key] === 'string' && raw[key] !== '',
  );
  return {
    ...Object.fromEntries(given.map((key) => [key, raw[key]])),
    ...(raw.chart === '1' ? { chart: '1' } : {}),
  };
}

/** What the address says, and the way to say something else in it. */
export function useReportSearch(): [ReportSearch, (next: ReportSearch) => void] {
  const search = useSearch({ strict: false }) as ReportSearch;
  const navigate = useNavigate();
  const change = (next: ReportSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }), resetScroll: false } as never);
  return [search, change];
}
