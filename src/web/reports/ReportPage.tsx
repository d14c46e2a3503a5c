import { useParams } from '@tanstack/react-router';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { type ReportShown, readReport } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import { askedAt, usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { AnnualReport } from './AnnualReport.tsx';
import { FormPicture } from './chart/FormPicture.tsx';
import { Comparison } from './compare/Comparison.tsx';
import { FormTable } from './FormTable.tsx';
import styles from './ReportPage.module.css';
import { ReportTabs } from './ReportTabs.tsx';
import { useReportSearch } from './report-search.ts';

/** A report or form for the place and period of the page, as it would print; every number opens. */
export function ReportPage() {
  const { report: name } = useParams({ from: '/reports/$report' });
  const place = usePlace();
  const { unit } = place;
  const { against } = useReportSearch()[0];
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
          ) : against !== undefined && against !== unit ? (
            <Comparison report={data} against={against} />
          ) : (
            <Read report={data} />
          )}
        </article>
      )}
    </>
  );
}

/** As it prints; a form with its picture where one is asked for. */
function Read({ report }: { report: ReportShown }) {
  const [{ chart }] = useReportSearch();
  if (report.sections !== undefined) return <AnnualReport report={report} />;
  return <FormTable report={report}>{chart === '1' ? <FormPicture report={report} /> : null}</FormTable>;
}
