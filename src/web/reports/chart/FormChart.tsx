import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Chart } from '#/platform/ui/Chart.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Select } from '#/platform/ui/Select.tsx';
import type { ReportShown } from '#/reports/contract.ts';
import { opening, type ToOpen } from '../../opened.ts';
import { ColumnField } from '../compare/ColumnField.tsx';
import { ComparisonTable, type SideName } from '../compare/ComparisonTable.tsx';
import type { Pair } from '../compare/pair.ts';
import { useReportSearch } from '../report-search.ts';
import { barsOption, heightOf } from './bars-option.ts';
import { useChartText } from './chart-texts.ts';
import styles from './FormChart.module.css';
import { type Group, groupsOf, isNothing } from './groups.ts';

interface FormChartProps {
  report: ReportShown;
  pairs: readonly Pair[];
  names: { here: SideName; there: SideName };
}

/** Rows of a form as bars, this one beside the other; a bar opens the list behind it. */
export function FormChart({ report, pairs, names }: FormChartProps) {
  const say = useChartText();
  const { language } = useLanguage();
  const [{ group: asked }, change] = useReportSearch();
  const groups = useMemo(() => groupsOf(pairs), [pairs]);
  const group = groups.find(({ key }) => key === asked) ?? groups[0];
  const titleOf = ({ over }: Group) => (over === null ? say('main') : `${over.mark} ${over.label}`.trim());
  if (group === undefined) return null;
  return (
    <section className={styles.picture} aria-label={say('chart')} lang={language}>
      <div className={`${styles.tools} not-printed`}>
        <ColumnField report={report} />
        {groups.length < 2 ? null : (
          <Select
            label={say('group')}
            value={group.key}
            options={groups.map((one) => ({ value: one.key, label: titleOf(one) }))}
            choose={(key) => change({ group: key })}
          />
        )}
      </div>
      <h3 className={styles.title} lang="vi">
        {titleOf(group)}
      </h3>
      <Bars title={titleOf(group)} rows={group.rows} names={names} decimals={report.rounding.decimals} />
    </section>
  );
}

interface BarsProps extends Pick<FormChartProps, 'names'> {
  title: string;
  rows: readonly Pair[];
  decimals: number;
}

function Bars({ title, rows, names, decimals }: BarsProps) {
  const say = useChartText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const navigate = useNavigate();
  const { here, there } = names;
  const drawn = useMemo(() => rows.filter((row) => !isNothing(row)), [rows]);
  const option = useMemo(
    () => barsOption({ rows: drawn, names: { here: here.name, there: there.name }, isNarrow, language }),
    [drawn, here.name, there.name, isNarrow, language],
  );
  if (drawn.length === 0) return <p className={styles.empty}>{say('nothing')}</p>;
  const left = rows.length - drawn.length;
  const pick = ({ open }: { open?: ToOpen }) =>
    open && void navigate({ to: '.', search: opening(open), resetScroll: false } as never);
  return (
    <>
      <Chart
        label={title}
        option={option}
        height={heightOf(drawn, isNarrow)}
        onPick={({ data }) => pick(data as { open?: ToOpen })}
        table={<ComparisonTable label={title} pairs={rows} names={names} decimals={decimals} />}
      />
      {left === 0 ? null : <p className={styles.nothing}>{say('left', { count: left })}</p>}
    </>
  );
}
