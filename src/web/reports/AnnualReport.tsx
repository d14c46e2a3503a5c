import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReportShown } from '#/reports/contract.ts';
import type { Search } from '../address.ts';
import { opening } from '../opened.ts';
import { writePeriod } from '../period/period.ts';
import styles from './AnnualReport.module.css';
import { Notes } from './Notes.tsx';
import { useReportText } from './report-texts.ts';

type Section = NonNullable<ReportShown['sections']>[number];
type Paragraph = Section['paragraphs'][number];

/** The report in prose as it would be typed; each number in it is a link to what stands behind it. */
export function AnnualReport({ report }: { report: ReportShown }) {
  return (
    <div className={styles.report}>
      <Heading report={report} />
      <Contents sections={report.sections ?? []} />
      {(report.sections ?? []).map((section) => (
        <SectionText key={section.number} section={section} report={report} />
      ))}
      <Signature report={report} />
      <Notes report={report} />
    </div>
  );
}

function Heading({ report }: { report: ReportShown }) {
  const { heading } = report;
  return (
    <header>
      {heading === undefined ? null : (
        <div className={styles.issuer}>
          <div>
            <p>{heading.superior}</p>
            <p className={styles.strong}>{heading.issuer}</p>
            <p>*</p>
            <p>Số &nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {heading.numberSuffix}</p>
          </div>
          <div>
            <p className={styles.strong}>Đảng Cộng sản Việt Nam</p>
            <p className={styles.date}>………, ngày …… tháng …… năm ………</p>
          </div>
        </div>
      )}
      <h2 className={styles.title}>
        Báo cáo
        <span>{report.title}</span>
      </h2>
    </header>
  );
}

/** The parts of the report, to go to; what is printed has none. */
function Contents({ sections }: { sections: readonly Section[] }) {
  const say = useReportText();
  return (
    <nav className={`${styles.contents} not-printed`} aria-label={say('contents')}>
      <ol>
        {sections.map(({ number, title }) => (
          <li key={number}>
            <Link to="." hash={`part-${number}`} search={(before: Search) => before} className={styles.part}>
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SectionText({ section, report }: { section: Section; report: ReportShown }) {
  let part = 0;
  return (
    <section>
      <h3 id={`part-${section.number}`} className={styles.section}>
        {section.number}. {section.title}
      </h3>
      {section.paragraphs.map((paragraph) => {
        if (paragraph.heading !== undefined) part += 1;
        return (
          <div key={paragraph.text}>
            {paragraph.heading === undefined ? null : (
              <h4>
                {section.number}.{part}. {paragraph.heading}
              </h4>
            )}
            <p className={styles.text}>{withLinks(paragraph, report)}</p>
          </div>
        );
      })}
    </section>
  );
}

/** The text cut at its numbers. */
function withLinks({ text, spans }: Paragraph, report: ReportShown): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, figure } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(<Opens key={start} text={text.slice(start, end)} figure={report.figures[figure]} />);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function Opens({ text, figure }: { text: string; figure: ReportShown['figures'][number] | undefined }) {
  const say = useReportText();
  if (figure === undefined) return text;
  const { figure: open, args, from, to, label } = figure;
  const ofPeriod = from === undefined || to === undefined ? undefined : writePeriod({ kind: 'free', from, to });
  return (
    <Link
      to="."
      search={opening({ open, args, ofPeriod })}
      className={styles.number}
      aria-label={say('openFigure', { value: text, label })}
      title={label}
    >
      {text}
    </Link>
  );
}

function Signature({ report }: { report: ReportShown }) {
  const say = useReportText();
  const { heading } = report;
  if (heading === undefined) return null;
  return (
    <footer className={styles.signature}>
      <div>
        <p>
          <em>{say('receivers')}:</em>
        </p>
        <p>- {heading.superior ?? 'Cấp ủy cấp trên'} (để báo cáo),</p>
        <p>- Lưu.</p>
      </div>
      <div>
        {heading.signing.map((line) => (
          <p key={line} className={styles.strong}>
            {line}
          </p>
        ))}
      </div>
    </footer>
  );
}
