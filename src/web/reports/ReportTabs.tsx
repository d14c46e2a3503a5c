import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { listReports } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './ReportPage.module.css';
import { ReportTools } from './ReportTools.tsx';
import { useReportText } from './report-texts.ts';
import { useShortName } from './short-name.ts';

/** The reports there are, and the tools of the one that is read. */
export function ReportTabs({ name }: { name: string }) {
  const say = useReportText();
  const { unit } = usePlace();
  const shortName = useShortName();
  const { language } = useLanguage();
  const { data } = useAsk(listReports, {});
  const reports = data?.reports ?? [];
  const shown = reports.find((report) => report.name === name);
  const here = useRef<HTMLUListElement>(null);
  // On a narrow screen the forms stand in a row that is wider than it: the one that is read comes into sight.
  useEffect(() => {
    if (reports.length === 0) return;
    const row = here.current;
    const tab = row?.querySelector<HTMLElement>(`[data-name="${name}"]`);
    // Not scrollIntoView: the next Tab would start from there.
    if (row && tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
  }, [name, reports.length]);
  return (
    <div className={`${styles.head} not-printed`}>
      <div className={styles.title}>
        <h1>{shown?.title[language] ?? say('title')}</h1>
        {/* The day of signing is of papers that are signed by the same people. */}
        <ReportTools key={`${unit} ${name === 'annual'}`} name={name} />
      </div>
      <nav aria-label={say('choose')}>
        <ul ref={here} className={styles.tabs}>
          {reports.map((report) => (
            <li key={report.name} data-name={report.name}>
              <Link
                to="/reports/$report"
                params={{ report: report.name }}
                search={({ unit, tenant, period, known }) => ({ unit, tenant, period, known })}
                className={styles.tab}
                activeProps={{ className: styles.here }}
                title={report.title[language]}
              >
                {shortName(report.name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
