import { codeWords } from '#/domain/words/code-words.ts';
import type { ReportShown } from '#/reports/contract.ts';
import { writePeriod } from '../../period/period.ts';
import type { Elsewhere } from './form-pairs.ts';
import { merged, type Pair, type Side } from './pair.ts';

type Figure = ReportShown['figures'][number];
type Keyed = readonly [key: string, figure: Figure];

/** The figures that one of two reports in prose speaks of, under the headings of the part that does so first. */
export function annualPairs(here: ReportShown, there: ReportShown, elsewhere: Elsewhere): Pair[] {
  const partOf = new Map([...placesOf(there), ...placesOf(here)]);
  const all = merged(keyed(here), keyed(there), ([key]) => key);
  const found = all.map((one) => pairOf(one.here, one.there, elsewhere)).filter(({ key }) => partOf.has(key));
  const titles = [there, here].flatMap(({ sections = [] }) =>
    sections.map(({ number, title }) => [number, title] as const),
  );
  return [...new Map(titles)].flatMap(([number, title]) => {
    const inPart = found.filter(({ key }) => partOf.get(key) === number);
    return inPart.length === 0 ? [] : [headingOf(number, title), ...inPart];
  });
}

/** By figure: the part that speaks of it first. */
function placesOf(report: ReportShown): Map<string, number> {
  const places = new Map<string, number>();
  for (const { number, paragraphs } of report.sections ?? [])
    for (const index of paragraphs.flatMap(({ figures }) => figures)) {
      const figure = report.figures[index];
      const key = figure && keyOf(figure, report);
      if (key !== undefined && !places.has(key)) places.set(key, number);
    }
  return places;
}

/** Each figure once: those that the text speaks of in its order, then those that it passes over, 0 often. */
function keyed(report: ReportShown): Keyed[] {
  const { sections = [], figures } = report;
  const told = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.figures));
  const inOrder = [...told.flatMap((index) => figures[index] ?? []), ...figures];
  return [...new Map(inOrder.map((figure) => [keyOf(figure, report), figure]))];
}

/** The same question in both: days of its own count from the report's year, since last year's report has last year's. */
function keyOf({ figure, args, measure, from, to }: Figure, report: ReportShown): string {
  const years = (day: string) => `${Number(day.slice(0, 4)) - Number(report.from.slice(0, 4))}${day.slice(4)}`;
  const own = from === undefined || to === undefined ? '' : `${years(from)}..${years(to)}`;
  return [figure, measure, own, ...Object.entries(args ?? {}).map((pair) => pair.join('='))].join(' ');
}

function headingOf(number: number, title: string): Pair {
  const place = { key: `part-${number}`, mark: String(number), label: title, level: 0 };
  return { ...place, isHeading: true, here: null, there: null };
}

function pairOf(here: Keyed | null, there: Keyed | null, elsewhere: Elsewhere): Pair {
  const [key, figure] = (here ?? there) as Keyed;
  return {
    key,
    mark: '',
    label: labelOf(figure),
    level: 1,
    isHeading: false,
    isPercent: figure.measure === 'percent',
    here: here && sideOf(here[1], {}),
    there: there && sideOf(there[1], elsewhere),
  };
}

/** The label with the names of its arguments instead of their codes. */
function labelOf({ label, args = {} }: Figure): string {
  const pairs = Object.entries(args);
  const codes = ` (${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')})`;
  if (!label.endsWith(codes)) return label;
  const words = pairs.map(([name, value]) => `${wordOf(name)}: ${wordOf(`=${value}`, wordOf(value))}`);
  return `${label.slice(0, -codes.length)} (${words.join(', ')})`;
}

function wordOf(code: string, otherwise = code): string {
  return (codeWords.vi as Record<string, string>)[code] ?? otherwise;
}

function sideOf(figure: Figure, elsewhere: Elsewhere): Side {
  const { figure: open, args, value, min, max, from, to, measure, rounding } = figure;
  const own = from === undefined || to === undefined ? {} : { ofPeriod: writePeriod({ kind: 'free', from, to }) };
  const isCount = measure === 'persons' || measure === 'units' || measure === 'occurrences';
  return {
    cell: {
      value,
      decimals: isCount ? undefined : rounding?.decimals,
      ...(value === null && min !== undefined && max !== undefined ? { range: { min, max } } : {}),
    },
    open: { open, args, ...elsewhere, ...own },
  };
}
