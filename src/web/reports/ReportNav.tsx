import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { listReports } from '#/reports/contract.ts';
import { keepPlace, type Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import { useRegisterText } from '../register-7/register-texts.ts';
import styles from './ReportPage.module.css';
import type { ReportSearch } from './report-search.ts';
import { useReportText } from './report-texts.ts';
import { useShortName } from './short-name.ts';

/** The reports there are, in one row; the register of members stands among them. */
export function ReportNav({ name }: { name: string }) {
  const say = useReportText();
  const sayRegister = useRegisterText();
  const shortName = useShortName();
  const { language } = useLanguage();
  const { data } = useAsk(listReports, {});
  const reports = data?.reports ?? [];
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
    <nav aria-label={say('choose')}>
      <ul ref={here} className={styles.tabs}>
        {reports.map((report) => (
          <li key={report.name} data-name={report.name}>
            <Link
              to="/reports/$report"
              params={{ report: report.name }}
              search={sameView as never}
              className={styles.tab}
              activeProps={{ className: styles.here }}
              title={report.title[language]}
            >
              {shortName(report.name)}
            </Link>
          </li>
        ))}
        {reports.length === 0 ? null : (
          <li data-name="7-hsdv">
            <Link to="/register-7" search={keepPlace} className={styles.tab} activeProps={{ className: styles.here }}>
              {sayRegister('tab')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** From one report to another it stays compared, and in pictures. */
function sameView({ against, chart, ...search }: Search & ReportSearch): Search & ReportSearch {
  return { ...keepPlace(search), against, chart };
}
