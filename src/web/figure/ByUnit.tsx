import { Link } from '@tanstack/react-router';
import { type FigureShown, readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { type Column, DataTable } from '#/platform/ui/DataTable.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import styles from './ByUnit.module.css';
import { useFigureText } from './figure-texts.ts';
import { asked, type OpenedQuestion } from './question.ts';

type Share = NonNullable<FigureShown['byUnit']>[number];

interface ByUnitProps {
  name: string;
  question: OpenedQuestion;
  measure: string;
}

/** The number of each direct subordinate, with a bar; a press walks down to it. */
export function ByUnit({ name, question, measure }: ByUnitProps) {
  const say = useFigureText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const { data, error, refetch } = useAsk(readFigure, { name, ...asked(question), byUnit: '1' });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  const shares = data.byUnit ?? [];
  if (shares.length === 0) return <p className={styles.empty}>{say('emptyUnits')}</p>;
  const isSum = measure !== 'percent' && measure !== 'years';
  const sum = shares.reduce((total, { value }) => total + (value ?? 0), 0);
  const greatest = Math.max(...shares.map(({ value }) => value ?? 0), 1e-9);
  const bar = ({ value }: Share) => <Bar share={(value ?? 0) / greatest} />;
  const columns: Column<Share>[] = [
    {
      key: 'unit',
      title: say('unit'),
      isName: true,
      sortBy: ({ name: unit }) => unit,
      show: (share) => (
        <>
          <Link
            to="."
            search={(before: Search) => ({ ...before, ofUnit: share.code })}
            aria-label={say('walkDown', { name: share.name })}
          >
            {share.name}
          </Link>
          {isNarrow ? bar(share) : null}
        </>
      ),
    },
    {
      key: 'value',
      title: say('value'),
      align: 'end',
      width: 90,
      sortBy: ({ value }) => value,
      show: ({ value }) => writeNumber(value, language, data.decimals),
    },
    ...(isNarrow ? [] : [{ key: 'bar', title: say('beside'), width: '30%', show: bar }]),
  ];
  return (
    <>
      <DataTable label={say('units')} columns={columns} rows={shares} keyOf={({ code }) => code} sortedBy="-value" />
      {isSum ? (
        <p className={styles.sum}>
          {say('sum', { sum: writeNumber(sum, language) })}
          {sum === data.value ? null : `. ${say('sumNote')}`}
        </p>
      ) : null}
    </>
  );
}
