import type { Headline } from '#/reports/home/contract.ts';
import type { Spans } from './spans.ts';

/** A figure that stands on the overview, and over what it is counted. */
export interface Planned {
  group: Headline['group'];
  figure: string;
  args?: Record<string, string>;
  /** day: as on the day; year: since the first of January; last-year: over the last whole year. */
  over: 'day' | 'year' | 'last-year';
  /** The figure that it is a part of. */
  of?: { figure: string; args?: Record<string, string> };
  isOf?: (kind: string | null) => boolean;
}

const cells = ['cell', 'grassroots-cell'];
const isCell = (kind: string | null) => cells.includes(kind ?? '');
const hasCells = (kind: string | null) => !isCell(kind);
const aboveGrassroots = (kind: string | null) =>
  ['central', 'provincial', 'district', 'bloc', 'commune', 'agency-body'].includes(kind ?? '');

const members = { figure: 'members' };
const good = { level: 'good-or-above' };

// In the order in which they are read. What a cell has none of is not shown to it.
const planned: readonly Planned[] = [
  { group: 'people', figure: 'members', over: 'day' },
  { group: 'people', figure: 'probationary-members', over: 'day', of: members },
  { group: 'people', figure: 'female-members', over: 'day', of: members },
  { group: 'people', figure: 'ethnic-minority-members', over: 'day', of: members },
  { group: 'people', figure: 'members-by-age', args: { band: '18-30' }, over: 'day', of: members },
  { group: 'people', figure: 'exempt-members', over: 'day', of: members },
  { group: 'movement', figure: 'admissions', over: 'year' },
  { group: 'movement', figure: 'official-recognitions', over: 'year' },
  { group: 'movement', figure: 'transfers-from-outside', over: 'year' },
  { group: 'movement', figure: 'transfers-to-outside', over: 'year' },
  { group: 'movement', figure: 'deaths', over: 'year' },
  { group: 'units', figure: 'grassroots-units', over: 'day', isOf: aboveGrassroots },
  { group: 'units', figure: 'cells', over: 'day', isOf: hasCells },
  { group: 'life', figure: 'meetings-held', args: { sort: 'regular', body: 'cell' }, over: 'year' },
  { group: 'life', figure: 'temporary-away', over: 'day' },
  {
    group: 'quality',
    figure: 'members-classified',
    args: good,
    over: 'last-year',
    of: { figure: 'members-classified' },
  },
  {
    group: 'quality',
    figure: 'units-classified',
    args: good,
    over: 'last-year',
    of: { figure: 'units-classified' },
    isOf: hasCells,
  },
];

/** What a unit of a kind reads first. */
export function planFor(kind: string | null): Planned[] {
  return planned.filter(({ isOf }) => isOf === undefined || isOf(kind));
}

/** Over what a planned figure is counted, and what it is held against. */
export function spanOf({ over }: Planned, spans: Spans) {
  if (over === 'last-year') return { now: spans.lastYear, before: spans.yearBefore };
  return { now: spans.year, before: spans.before };
}
