import type { Language } from '#/platform/i18n/texts.ts';
import type { ChartOption } from '#/platform/ui/Chart.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Pair, Side } from '../compare/pair.ts';

const barHeight = 14;
const rowHeight = 46;

interface Bars {
  rows: readonly Pair[];
  names: { here: string; there: string };
  isNarrow: boolean;
  language: Language;
}

/** On a narrow screen the names of the two stand one under the other. */
const topOf = (isNarrow: boolean): number => (isNarrow ? 52 : 34);

export function heightOf(rows: readonly Pair[], isNarrow: boolean): number {
  return rows.length * rowHeight + topOf(isNarrow) + 24;
}

/** Two bars for each row, lying down, so that the official words have room beside them. */
export function barsOption({ rows, names, isNarrow, language }: Bars): ChartOption {
  const written = (value: unknown) => (typeof value === 'number' ? writeNumber(value, language) : '–');
  const series = (side: 'here' | 'there', color: string) => ({
    name: names[side],
    type: 'bar' as const,
    barWidth: barHeight,
    barGap: '15%',
    itemStyle: { color },
    label: { show: true, position: 'right' as const, formatter: ({ value }: { value: unknown }) => written(value) },
    data: rows.map((row) => itemOf(row[side])),
  });
  const sides = [series('here', 'var(--red)'), series('there', 'var(--line-strong)')];
  return {
    grid: { left: 4, right: isNarrow ? 44 : 64, top: topOf(isNarrow), bottom: 4, containLabel: true },
    legend: {
      show: true,
      top: 0,
      left: 0,
      selectedMode: false,
      itemWidth: 14,
      itemHeight: 10,
      textStyle: { color: 'var(--ink)' },
    },
    tooltip: { trigger: 'item', valueFormatter: written },
    xAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: isNarrow ? 2 : 4,
      axisLabel: { formatter: written },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ mark, label }) => (/^\w+$/u.test(mark) ? `${mark}. ${label}` : label)),
      axisTick: { show: false },
      axisLabel: {
        width: isNarrow ? 120 : 280,
        overflow: 'break',
        lineHeight: 14,
        interval: 0,
        color: 'var(--ink)',
        fontSize: 12,
      },
    },
    // What nothing is known of has no bars, and no place among the names.
    series: sides.filter(({ data }) => data.some(({ value }) => value !== '-')),
  };
}

function itemOf(side: Side | null) {
  return { value: side?.cell?.value ?? '-', open: side?.open };
}
