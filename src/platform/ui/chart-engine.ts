import { BarChart, CustomChart, LineChart, PieChart, SunburstChart, TreemapChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './Chart.tsx';

// Only what is drawn here: all of ECharts would be three times as much. SVG prints sharp at any size, and is styled
// through the CSSOM, which the page's policy allows; tooltips of HTML would carry style attributes, which it refuses.
use([
  BarChart,
  LineChart,
  PieChart,
  SunburstChart,
  TreemapChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
]);

export interface Drawing {
  draw: (option: ChartOption, isStill: boolean) => void;
  resize: (width: number) => void;
  onPick: (pick: (picked: { name: string; data: unknown }) => void) => void;
  dispose: () => void;
}

/** A picture in a box of the page; colours in its option may be named as the stylesheets name them: `var(--gold)`. */
export function openDrawing(box: HTMLElement, size: { width: number; height: number }): Drawing {
  const chart: EChartsType = init(box, null, { renderer: 'svg', ...size });
  return {
    draw: (option, isStill) => {
      const tokens = getComputedStyle(document.documentElement);
      const all = { ...baseOption(isStill), ...option, tooltip: tooltip(option) };
      chart.setOption(inColours(all, tokens) as ChartOption, { notMerge: true, lazyUpdate: false });
    },
    resize: (width) => chart.resize({ width, animation: { duration: 0 } }),
    onPick: (pick) => {
      chart.on('click', ({ name, data }) => pick({ name: String(name), data }));
    },
    dispose: () => chart.dispose(),
  };
}

function baseOption(isStill: boolean): ChartOption {
  return {
    animation: !isStill,
    animationDuration: 250,
    animationDurationUpdate: 250,
    color: ['var(--red)', 'var(--gold)', 'var(--ink-soft)', 'var(--line-strong)', 'var(--gold-text)', 'var(--ink)'],
    textStyle: { fontFamily: 'var(--family)', fontSize: 12, color: 'var(--ink)' },
    legend: { show: false },
  };
}

function tooltip({ tooltip: given }: ChartOption): ChartOption['tooltip'] {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: 'var(--raised)',
    borderColor: 'var(--line-strong)',
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: 'var(--ink)', fontFamily: 'var(--family)', fontSize: 12 },
    ...(Array.isArray(given) ? given[0] : given),
    shadowBlur: 0,
  };
}

/** The option with the theme's colours in place of their names; `var(--gold) 40%` is so much of it on paper. */
function inColours(value: unknown, tokens: CSSStyleDeclaration): unknown {
  if (typeof value === 'string') {
    const [, name, share] = /^var\((--[\w-]+)\)(?: (\d+)%)?$/.exec(value) ?? [];
    if (name === undefined) return value;
    const token = (called: string) => tokens.getPropertyValue(called).trim();
    if (share === undefined) return token(name) || value;
    return mixed(token(name), token('--paper'), Number(share) / 100);
  }
  if (Array.isArray(value)) return value.map((one) => inColours(one, tokens));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inColours(one, tokens)]));
}

/** Mixed here and not by opacity, which a treemap does not know. */
function mixed(colour: string, ground: string, share: number): string {
  const [over, under] = [colour, ground].map((hex) =>
    [1, 3, 5].map((at) => Number.parseInt(longHex(hex).slice(at, at + 2), 16)),
  );
  const parts = (over as number[]).map((part, at) =>
    Math.round(part * share + ((under as number[])[at] as number) * (1 - share)),
  );
  return `rgb(${parts.join(', ')})`;
}

const longHex = (hex: string): string =>
  hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, (digit) => digit + digit) : hex;
