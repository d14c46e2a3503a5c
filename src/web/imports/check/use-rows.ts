import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listImportRows } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import type { Search } from '../../address.ts';
import { answers, ask } from '../../ask.ts';

/** Which rows the page shows, as its address says. */
export interface RowsShown {
  sheet: string | null;
  only: 'all' | 'problems';
  after: number;
}

export function useRowsShown(intake: Intake): [RowsShown, (change: Partial<RowsShown>) => void] {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const sheets = intake.plan.sheets.filter(({ use }) => use !== 'none').map(({ sheet }) => sheet);
  const sheet = sheets.find((one) => one === raw.sheet) ?? sheets[0] ?? null;
  const isFaulty = intake.problems.total > 0;
  const only = raw.rows === 'all' ? 'all' : raw.rows === 'problems' || isFaulty ? 'problems' : 'all';
  const after = typeof raw.after === 'string' && /^\d{1,7}$/.test(raw.after) ? Number(raw.after) : 0;
  const show = (change: Partial<RowsShown>) => {
    const next = { sheet, only, after: 0, ...change };
    const search = (before: Search) => ({
      ...before,
      sheet: next.sheet ?? undefined,
      rows: next.only,
      after: next.after === 0 ? undefined : next.after,
    });
    void navigate({ to: '.', search, replace: true, resetScroll: false } as never);
  };
  return [{ sheet, only, after }, show];
}

/** A page of rows; the page before stays in view until it is there. */
export function useRows(id: string, { sheet, only, after }: RowsShown, limit: number) {
  return useQuery({
    queryKey: [listImportRows.path, id, sheet, only, after, limit],
    queryFn: ({ signal }) =>
      ask(listImportRows, { id, ...(sheet === null ? {} : { sheet }), only, after, limit }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY, // read anew after the next check
    gcTime: 60_000,
  });
}

export function readRowsAnew(id: string): void {
  void answers.invalidateQueries({ queryKey: [listImportRows.path, id] });
}
