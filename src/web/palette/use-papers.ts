import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { searchPapers } from '#/kernel/journal/list-contract.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import { type Found, MOST } from './found.ts';

/** Papers that acts rest on: the one act of a paper is gone to, of several the journal lists them. */
export function usePapers(q: string): { papers: Found[]; isWaiting: boolean } {
  const { tenant } = usePlace();
  const navigate = useNavigate();
  const may = useMay();
  const { data, isFetching } = useQuery({
    queryKey: [searchPapers.path, q, tenant, MOST],
    queryFn: ({ signal }) => ask(searchPapers, { q, tenant, limit: MOST }, signal),
    enabled: q.length > 1 && tenant !== undefined && may('journal.read'),
    placeholderData: keepPreviousData,
  });
  const papers = q.length > 1 ? (data?.papers ?? []) : [];
  return {
    isWaiting: q.length > 1 && isFetching,
    papers: papers.map(({ paper: { number, issuer, issuedOn, abstract }, count, acts }) => ({
      key: `paper ${issuer} ${number} ${issuedOn ?? ''}`,
      group: 'papers',
      title: number,
      detail: [issuedOn === undefined ? null : writeDay(issuedOn), issuer, abstract]
        .filter((part) => part != null)
        .join(' · '),
      go: () => {
        const [only] = acts;
        if (count === 1 && only !== undefined)
          void navigate({ to: '/acts/$act', params: { act: only.id }, search: keepPlace });
        else void navigate({ to: '/journal', search: (before) => ({ ...(keepPlace(before) as object), q: number }) });
      },
    })),
  };
}
