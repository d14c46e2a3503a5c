import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { Chart, type ChartOption } from '#/platform/ui/Chart.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { opening } from '../opened.ts';
import { FigureLink, spanText } from './FigureLink.tsx';
import styles from './Parts.module.css';
import { useUnitSearch } from './use-unit.ts';
import years from './Years.module.css';
import type { NamedSeries } from './Years.tsx';
import { useYearsText } from './years-texts.ts';

/** One figure as a column for each year; what counts only a part of a year is drawn paler. */
export function YearChart({ series }: { series: NamedSeries }) {
  const say = useYearsText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { search, goTo } = useUnitSearch();
  const { name, figure, args, points, isAdded, key } = series;
  const option = useMemo(() => drawn(series, language), [series, language]);
  const remove = () => goTo({ also: (search.also ?? []).filter((one) => one !== key) });
  const pick = (year: string) => {
    const point = points.find((one) => String(one.year) === year.replace('*', ''));
    if (point === undefined) return;
    void navigate({ to: '.', search: opening({ open: figure, args, ofPeriod: spanText(point) }) } as never);
  };
  return (
    <section className={years.chart}>
      <h2>
        {name}
        {isAdded ? (
          <button
            type="button"
            className={`plain-button not-printed ${years.remove}`}
            onClick={remove}
            aria-label={say('remove', { name })}
          >
            ×
          </button>
        ) : null}
      </h2>
      <Chart
        label={name}
        option={option}
        height={200}
        onPick={(picked) => pick(picked.name)}
        table={<Table series={series} />}
      />
    </section>
  );
}

function Table({ series }: { series: NamedSeries }) {
  const say = useYearsText();
  const { language } = useLanguage();
  const { name, figure, args, points } = series;
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{say('year')}</th>
          <th scope="col" className={styles.end}>
            {say('value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.year}>
            <th scope="row">
              {point.year}
              {point.isPartial ? '*' : ''}
            </th>
            <td className={styles.end}>
              {point.value === null ? (
                '–'
              ) : (
                <FigureLink figure={figure} args={args} span={point} label={`${name} ${point.year}`}>
                  {pointText(series, point.value, language)}
                </FigureLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number of a series as it is written. */
export function pointText({ measure }: Pick<NamedSeries, 'measure'>, value: number, language: Language): string {
  return measure === 'percent' ? `${writeNumber(value, language)}%` : writeNumber(value, language);
}

function drawn(series: NamedSeries, language: Language): ChartOption {
  const { points, measure, name } = series;
  const text = (value: unknown) => (typeof value === 'number' ? pointText(series, value, language) : '');
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: points.map(({ year, isPartial }) => `${year}${isPartial ? '*' : ''}`) },
    yAxis: {
      type: 'value',
      max: measure === 'percent' ? 100 : undefined,
      ...(measure === 'percent' ? { interval: 25 } : { minInterval: 1, splitNumber: 3 }),
      axisLabel: { formatter: (value: number) => writeNumber(value, language) },
    },
    tooltip: { trigger: 'item', valueFormatter: text },
    series: [
      {
        name,
        type: 'bar',
        barMaxWidth: 34,
        label: {
          show: true,
          position: 'top',
          formatter: ({ value }: { value: unknown }) => text(value),
        },
        data: points.map(({ value, isPartial }) => ({
          value: value ?? '-',
          itemStyle: { color: isPartial ? 'var(--line-strong)' : 'var(--red)' },
        })),
      },
    ],
  };
}
