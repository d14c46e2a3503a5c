import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { listReports, type ReportShown } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import styles from './FormTable.module.css';
import { useReportText } from './report-texts.ts';

/** Under the paper: what its numbers rest on, how they are counted, and as known when. */
export function Notes({ report }: { report: ReportShown }) {
  const say = useReportText();
  const { language } = useLanguage();
  const { data } = useAsk(listReports, {});
  const definition = data?.reports.find(({ name }) => name === report.report)?.definition[language];
  return (
    <section className={styles.notes}>
      <h3>{say('notes')}</h3>
      <ul>
        {report.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {definition === undefined ? null : (
          <li lang={language}>
            {say('howCounted')}: {definition}
          </li>
        )}
        <li lang={language}>{say('asKnown', { moment: writeMoment(report.knownAt) })}</li>
      </ul>
    </section>
  );
}
