import { useLanguage } from '#/platform/i18n/texts.ts';
import { listReports } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { ReportNav } from './ReportNav.tsx';
import styles from './ReportPage.module.css';
import { ReportTools } from './ReportTools.tsx';
import { useReportText } from './report-texts.ts';

/** The reports there are, and the tools of the one that is read. */
export function ReportTabs({ name }: { name: string }) {
  const say = useReportText();
  const { unit } = usePlace();
  const { language } = useLanguage();
  const { data } = useAsk(listReports, {});
  const shown = data?.reports.find((report) => report.name === name);
  return (
    <div className={`${styles.head} not-printed`}>
      <div className={styles.title}>
        <h1>{shown?.title[language] ?? say('title')}</h1>
        {/* The day of signing is of papers that are signed by the same people. */}
        <ReportTools key={`${unit} ${name === 'annual'}`} name={name} />
      </div>
      <ReportNav name={name} />
    </div>
  );
}
