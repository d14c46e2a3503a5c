import { FileSearchOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { listFigures, readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { type ReportShown, readReport, readReportRow } from '#/reports/contract.ts';
import { useAsk } from '../ask.ts';
import { pairsOf } from '../opened.ts';
import { Refused } from '../Refused.tsx';
import { EntryTable } from './EntryTable.tsx';
import styles from './FigureHead.module.css';
import { useFigureText } from './figure-texts.ts';
import { asked, type OpenedQuestion, useOpenedQuestion } from './question.ts';
import { Sheets } from './Sheets.tsx';
import { Where } from './Where.tsx';

/** A row of a form opened: its list, and where it is a figure of the catalogue all that the figure tells. */
export function RowPanel({ open }: { open: string }) {
  const say = useFigureText();
  const question = useOpenedQuestion();
  const cut = open.indexOf('/');
  const [name, mark] = [open.slice(0, cut), open.slice(cut + 1)];
  const { arg: _arg, ...asks } = asked(question);
  const { data, error, refetch } = useAsk(readReport, { name, ...asks });
  if (error !== null) return <Refused error={error} retry={() => void refetch()} unit={question.unit} />;
  if (data === undefined) return <Waiting lines={8} />;
  const found = findCell(data, mark);
  if (found === null) return <State icon={<FileSearchOutlined />} title={say('noRow')} role="status" />;
  const { label, cell } = found;
  const list = <RowList name={name} mark={mark} question={question} />;
  return (
    <>
      <RowHead report={data} label={label} cell={cell} />
      {cell.value === null ? null : cell.figure === undefined ? (
        list
      ) : (
        <FigureOfRow figure={cell.figure} question={{ ...question, arg: pairsOf(cell.args) }} list={list} />
      )}
    </>
  );
}

function RowList({ name, mark, question }: { name: string; mark: string; question: OpenedQuestion }) {
  const say = useFigureText();
  const { arg: _arg, ...asks } = asked(question);
  const { data, error, refetch } = useAsk(readReportRow, { name, row: mark, ...asks });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  return <EntryTable entries={data.list} empty={say('emptyList')} />;
}

interface FigureOfRowProps {
  figure: string;
  question: OpenedQuestion;
  list: ReactNode;
}

function FigureOfRow({ figure, question, list }: FigureOfRowProps) {
  const figures = useAsk(listFigures, {});
  const { data, error, refetch } = useAsk(readFigure, { name: figure, ...asked(question) });
  const described = figures.data?.figures.find(({ name }) => name === figure);
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined || described === undefined) return <Waiting lines={10} />;
  return <Sheets described={described} answer={data} question={question} list={list} />;
}

type Row = ReportShown['rows'][number];
type Cell = Pick<Row, 'value' | 'previous' | 'figure' | 'args' | 'sumOf' | 'reason' | 'decimals'>;

function RowHead({ report, label, cell }: { report: ReportShown; label: string; cell: Cell }) {
  const say = useFigureText();
  const { language } = useLanguage();
  const { sumOf, reason, decimals, value, previous } = cell;
  return (
    <div className={styles.head}>
      <Where name={report.unit.name} />
      <p className={styles.when}>{say('span', { from: writeDay(report.from), to: writeDay(report.to) })}</p>
      <p lang="vi" className={styles.row}>
        {label}
      </p>
      <p className={styles.number}>{writeNumber(value, language, decimals)}</p>
      <p className={styles.when}>
        {say('lastYear')}: {writeNumber(previous, language, decimals)}
      </p>
      {reason === undefined ? null : <p className={styles.declared}>{reason[language]}</p>}
      {sumOf === undefined ? null : (
        <p>
          {say('sumOf')} {sumOf.join(', ')}
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
