import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import type { ReportShown } from '#/reports/contract.ts';
import { type Piece, termsIn } from '../help/phrases.ts';
import { Terms } from '../help/Terms.tsx';
import { opening } from '../opened.ts';
import styles from './FormTable.module.css';
import { Notes } from './Notes.tsx';
import { useReportText } from './report-texts.ts';

type Row = ReportShown['rows'][number];
type Cell = Pick<Row, 'value' | 'previous' | 'percent' | 'reason' | 'decimals' | 'isBlank'>;

/** A statistical form in its official layout; under its head may stand a picture. */
export function FormTable({ report, children }: { report: ReportShown; children?: ReactNode }) {
  const say = useReportText();
  const rows = report.rows.filter(({ print }) => print === 'row');
  const below = report.rows.filter(({ print }) => print === 'note');
  const labels = explained([...rows, ...below]);
  return (
    <>
      <header className={styles.head}>
        <p className={styles.number}>{report.formNumber}</p>
        <h2>{report.title}</h2>
        <p>
          {report.unit.name || report.unit.code} · {writeDay(report.from)} – {writeDay(report.to)}
        </p>
      </header>
      {children}
      <Table label={report.title} report={report} rows={rows} labels={labels} />
      {below.length === 0 ? null : (
        <>
          <h3 className={styles.below}>{say('otherRows')}</h3>
          <Table label={say('otherRows')} report={report} rows={below} labels={labels} />
        </>
      )}
      <Notes report={report} />
    </>
  );
}

interface TableProps {
  label: string;
  report: ReportShown;
  rows: readonly Row[];
  labels: ReadonlyMap<string, readonly Piece[]>;
}

/** The words of the rows with the terms in them, in the language of forms; by row. */
function explained(rows: readonly Row[]): Map<string, Piece[]> {
  const pieces = termsIn(
    rows.map(({ label }) => label),
    'vi',
  );
  return new Map(rows.map(({ row }, at) => [row, pieces[at] ?? []]));
}

function Table({ label, report, rows, labels }: TableProps) {
  const say = useReportText();
  const { columns } = report;
  const heads = columns?.map(({ label }) => label) ?? [say('now'), say('before'), say('percent')];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow screen, it is scrolled by the keyboard too
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.form} data-many={heads.length > 3 ? true : undefined}>
        <thead>
          <tr>
            <th scope="col" className={styles.mark}>
              {say('mark')}
            </th>
            <th scope="col">{report.rowHeading ?? say('row')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className={styles.count}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} data-level={row.level} className={row.isHeading ? styles.heading : undefined}>
              <td className={styles.mark}>{row.mark}</td>
              <th scope="row" className={styles.label} style={{ paddingLeft: 10 + row.level * 16 }}>
                <Terms pieces={labels.get(row.row) ?? []} />
              </th>
              <Numbers report={report} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Numbers({ report, row }: { report: ReportShown; row: Row }) {
  if (row.isHeading) return <td colSpan={report.columns?.length ?? 3} />;
  if (report.columns === undefined)
    return (
      <>
        <Opens report={report.report} row={row.row} label={row.label} cell={row} />
        <Plain value={row.previous} decimals={row.decimals} />
        <Plain value={row.percent} decimals={row.percent === null ? undefined : report.rounding.decimals} />
      </>
    );
  return report.columns.map(({ key, label }) => {
    const cell = row.cells?.[key];
    if (cell === undefined)
      return (
        <td key={key} className={styles.never}>
          ×
        </td>
      );
    return (
      <Opens key={key} report={report.report} row={`${row.row}/${key}`} label={`${row.label}, ${label}`} cell={cell} />
    );
  });
}

interface OpensProps {
  report: string;
  row: string;
  label: string;
  cell: Cell;
}

function Opens({ report, row, label, cell }: OpensProps) {
  const say = useReportText();
  const { language } = useLanguage();
  const { value, reason, decimals, isBlank } = cell;
  if (isBlank)
    return (
      <td className={styles.count}>
        <span className="for-screen-readers">{say('leftOpen')}</span>
      </td>
    );
  if (value === null)
    return (
      <td className={styles.count}>
        <abbr className={styles.why} title={reason?.[language] ?? say('cannot')}>
          –
        </abbr>
        {reason === undefined ? null : <span className="for-screen-readers">{reason[language]}</span>}
      </td>
    );
  const text = writeNumber(value, 'vi', decimals);
  return (
    <td className={styles.count}>
      <Link
        to="."
        search={opening({ open: `${report}/${row}` })}
        className={styles.open}
        aria-label={say('openRow', { label, value: text })}
      >
        {text}
      </Link>
    </td>
  );
}

function Plain({ value, decimals }: { value: number | null; decimals?: number }) {
  return <td className={styles.count}>{writeNumber(value, 'vi', decimals)}</td>;
}
