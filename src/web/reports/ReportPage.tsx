import { useParams } from '@tanstack/react-router';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { readReport } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import { askedAt, usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { AnnualReport } from './AnnualReport.tsx';
import { FormTable } from './FormTable.tsx';
import styles from './ReportPage.module.css';
import { ReportTabs } from './ReportTabs.tsx';

/** A report or form for the place and period of the page, as it would print; every number opens. */
export function ReportPage() {
  const { report: name } = useParams({ from: '/reports/$report' });
  const place = usePlace();
  const { unit } = place;
  const { data, error, refetch } = useAsk(readReport, unit === null ? null : { name, ...askedAt({ ...place, unit }) });
  usePageTitle(data?.formNumber ?? data?.title, data?.unit.name);
  return (
    <>
      <ReportTabs name={name} />
      {error !== null ? (
        <Refused error={error} retry={() => void refetch()} unit={unit ?? ''} />
      ) : (
        <article className={styles.paper} lang="vi" aria-busy={data === undefined}>
          {data === undefined ? (
            <Waiting lines={14} />
          ) : data.sections === undefined ? (
            <FormTable report={data} />
          ) : (
            <AnnualReport report={data} />
          )}
        </article>
      )}
    </>
  );
}
