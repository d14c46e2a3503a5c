import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Chart, type ChartOption } from '#/platform/ui/Chart.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import type { HomeShown } from '#/reports/home/contract.ts';
import { opening } from '../opened.ts';
import { FigureLink } from './FigureLink.tsx';
import { useHomeText } from './home-texts.ts';
import styles from './Trends.module.css';

const height = 150;

type Point = HomeShown['members'][number] & { previous?: number };

/** How the two numbers that are asked for most have gone. */
export function Trends({ home: { members, admissions, on } }: { home: HomeShown }) {
  const say = useHomeText();
  // Before the register opened nobody is in it, which says nothing about how many there were.
  const known = members.slice(members.findIndex(({ value }) => (value ?? 0) > 0));
  const year = Number(on.slice(0, 4));
  return (
    <div className={styles.trends}>
      {known.length < 2 || (known[0]?.value ?? 0) === 0 ? null : (
        <Trend
          title={say('trendMembers')}
          points={known}
          nameOf={({ to }) => (to === on ? writeDay(to) : to.slice(0, 4))}
        />
      )}
      <Trend
        title={say('trendAdmissions')}
        points={admissions}
        nameOf={({ to }) => say('monthShort', { month: Number(to.slice(5, 7)) })}
        years={[say('thisYear', { year }), say('thisYear', { year: year - 1 })]}
      />
    </div>
  );
}

interface TrendProps {
  title: string;
  points: readonly Point[];
  nameOf: (point: Point) => string;
  /** What the two bars of each point are, where there are two. */
  years?: [now: string, before: string];
}

function Trend({ title, points, nameOf, years }: TrendProps) {
  const navigate = useNavigate();
  const names = points.map(nameOf);
  const option = useOption(points, names, years);
  const open = (name: string) => {
    const point = points[names.indexOf(name)];
    if (point === undefined) return;
    const { figure, args, from, to } = point;
    const search = opening({ open: figure, args, ofPeriod: `${from ?? to}..${to}` });
    void navigate({ to: '.', search, resetScroll: false } as never);
  };
  return (
    <section className={styles.trend} aria-label={title}>
      <h2>{title}</h2>
      <Chart
        label={title}
        option={option}
        height={height}
        onPick={({ name }) => open(name)}
        table={<TrendTable title={title} points={points} names={names} years={years} />}
      />
    </section>
  );
}

function useOption(points: readonly Point[], names: string[], years: TrendProps['years']): ChartOption {
  const key = JSON.stringify([points, names, years]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all of them
  return useMemo(
    () => ({
      grid: { left: 4, right: 4, top: years === undefined ? 18 : 28, bottom: 4, containLabel: true },
      legend: years === undefined ? undefined : { top: 0, right: 0, itemWidth: 10, itemHeight: 10 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: names, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3 },
      series: [
        ...(years === undefined
          ? []
          : [
              {
                type: 'bar' as const,
                name: years[1],
                data: points.map(({ previous }) => previous ?? 0),
                itemStyle: { color: 'var(--line-strong)' },
                barGap: '0%',
              },
            ]),
        {
          type: 'bar' as const,
          name: years?.[0],
          data: points.map(({ value }) => value ?? 0),
          itemStyle: { color: 'var(--red)' },
          barMaxWidth: 36,
          label: { show: years === undefined, position: 'top' as const },
        },
      ],
    }),
    [key],
  );
}

function TrendTable({ title, points, names, years }: Omit<TrendProps, 'nameOf'> & { names: string[] }) {
  const say = useHomeText();
  const { language } = useLanguage();
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{say(years === undefined ? 'day' : 'month')}</th>
          <th scope="col">{years?.[0] ?? title}</th>
          {years === undefined ? null : <th scope="col">{years[1]}</th>}
        </tr>
      </thead>
      <tbody>
        {points.map((point, at) => (
          <tr key={point.to}>
            <th scope="row">{names[at]}</th>
            <td>
              <FigureLink of={point}>{writeNumber(point.value, language)}</FigureLink>
            </td>
            {years === undefined ? null : <td>{writeNumber(point.previous, language)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
