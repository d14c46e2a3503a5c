import type { ReportShown } from '#/reports/contract.ts';
import { writePeriod } from '../../period/period.ts';
import type { Elsewhere } from './form-pairs.ts';
import { merged, type Pair, type Side } from './pair.ts';

type Figure = ReportShown['figures'][number];

/** The figures of two reports in prose, under the headings of the part that speaks of them first. */
export function annualPairs(here: ReportShown, there: ReportShown, elsewhere: Elsewhere): Pair[] {
  const titles = [...titlesOf(there), ...titlesOf(here)];
  const partOf = new Map([...placesOf(there), ...placesOf(here)]);
  const found = merged(told(here), told(there), keyOf).map((one) => pairOf(one, elsewhere));
  return [...new Map(titles)].flatMap(([number, title]) => {
    const inPart = found.filter(({ key }) => partOf.get(key) === number);
    return inPart.length === 0 ? [] : [headingOf(number, title), ...inPart];
  });
}

const titlesOf = ({ sections = [] }: ReportShown) => sections.map(({ number, title }) => [number, title] as const);

/** By figure: the part that speaks of it first. */
function placesOf({ sections = [], figures }: ReportShown): Map<string, number> {
  const places = new Map<string, number>();
  for (const { number, paragraphs } of sections)
    for (const index of paragraphs.flatMap((paragraph) => paragraph.figures)) {
      const figure = figures[index];
      if (figure !== undefined && !places.has(keyOf(figure))) places.set(keyOf(figure), number);
    }
  return places;
}

/** The figures that the text speaks of, each once, in the order of the text. */
function told({ sections = [], figures }: ReportShown): Figure[] {
  const indexes = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.figures));
  return [...new Set(indexes)].map((index) => figures[index]).filter((figure) => figure !== undefined);
}

const keyOf = ({ row, figure, args }: Figure) => row ?? `${figure} ${JSON.stringify(args ?? {})}`;

function headingOf(number: number, title: string): Pair {
  return {
    key: `part-${number}`,
    mark: String(number),
    label: title,
    level: 0,
    isHeading: true,
    here: null,
    there: null,
  };
}

function pairOf({ here, there }: { here: Figure | null; there: Figure | null }, elsewhere: Elsewhere): Pair {
  const figure = (here ?? there) as Figure;
  return {
    key: keyOf(figure),
    mark: '',
    label: figure.label,
    level: 1,
    isHeading: false,
    isPercent: figure.measure === 'percent',
    here: here && sideOf(here, {}),
    there: there && sideOf(there, elsewhere),
  };
}

function sideOf(
  { figure: open, args, value, min, max, from, to, measure, rounding }: Figure,
  elsewhere: Elsewhere,
): Side {
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
