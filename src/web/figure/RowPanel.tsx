import { FileSearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { type ReportShown, readReport, readReportRow } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import { opening } from '../opened.ts';
import { Refused } from '../Refused.tsx';
import { EntryTable } from './EntryTable.tsx';
import styles from './FigureHead.module.css';
import { useFigureText } from './figure-texts.ts';
import { asked, useOpenedQuestion } from './question.ts';

/** A row of a form opened: its list, and the figure behind it where it is one of the catalogue. */
export function RowPanel({ open }: { open: string }) {
  const say = useFigureText();
  const question = useOpenedQuestion();
  const cut = open.indexOf('/');
  const [name, mark] = [open.slice(0, cut), open.slice(cut + 1)];
  const { arg: _arg, ...asks } = asked(question);
  const report = useAsk(readReport, { name, ...asks });
  const { data, error, refetch } = useAsk(readReportRow, { name, row: mark, ...asks });
  if (report.error !== null)
    return <Refused error={report.error} retry={() => void report.refetch()} unit={question.unit} />;
  if (report.data === undefined) return <Waiting lines={8} />;
  const found = findCell(report.data, mark);
  if (found === null) return <State icon={<FileSearchOutlined />} title={say('noRow')} role="status" />;
  return (
    <>
      <RowHead report={report.data} label={found.label} cell={found.cell} />
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={10} />
      ) : (
        <EntryTable entries={data.list} empty={say('emptyList')} />
      )}
    </>
  );
}

type Row = ReportShown['rows'][number];
type Cell = Pick<Row, 'value' | 'previous' | 'figure' | 'args' | 'sumOf' | 'reason' | 'decimals'>;

function RowHead({ report, label, cell }: { report: ReportShown; label: string; cell: Cell }) {
  const say = useFigureText();
  const { language } = useLanguage();
  const { figure, args, sumOf, reason, decimals } = cell;
  return (
    <div className={styles.head}>
      <p className={styles.where}>
        <strong>{report.unit.name}</strong>
      </p>
      <p className={styles.when}>{say('span', { from: writeDay(report.from), to: writeDay(report.to) })}</p>
      <p lang="vi">{label}</p>
      <p className={styles.number}>{writeNumber(cell.value, language, decimals)}</p>
      <p className={styles.when}>
        {say('lastYear')}: {writeNumber(cell.previous, language, decimals)}
      </p>
      {reason === undefined ? null : <p className={styles.declared}>{reason[language]}</p>}
      {sumOf === undefined ? null : (
        <p>
          {say('sumOf')} {sumOf.join(', ')}
        </p>
      )}
      {figure === undefined ? (
        <p className={styles.when}>{say('noMore')}</p>
      ) : (
        <p>
          <Link to="." search={opening({ open: figure, args, tab: 'units' })}>
            {say('asFigure')}
          </Link>
        </p>
      )}
    </div>
  );
}

/** The number that a mark means: a row's, or of a form with several columns `row/column`. */
function findCell({ rows, columns }: ReportShown, mark: string): { label: string; cell: Cell } | null {
  const whole = rows.find(({ row }) => row === mark);
  if (whole !== undefined) return { label: whole.label, cell: whole };
  const cut = mark.lastIndexOf('/');
  const row = rows.find((one) => one.row === mark.slice(0, cut));
  const cell = row?.cells?.[mark.slice(cut + 1)];
  if (row === undefined || cell === undefined) return null;
  const column = columns?.find(({ key }) => key === mark.slice(cut + 1));
  return { label: [row.label, column?.label].filter(Boolean).join(' · '), cell };
}
