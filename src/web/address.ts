import { isLastDay } from '#/platform/day.ts';
import { readPeriod } from './period/period.ts';

/** What every page's address carries, so that it can be shared whole: where, when, as known when. */
export interface PlaceSearch {
  /** A unit's code. */
  unit?: string;
  /** The register that the code is looked up in. */
  tenant?: string;
  /** 2025, 2025-H1, 2025-Q3, 2025-07 or two days with '..' between. */
  period?: string;
  /** The day of pages that show one day; missing: today, or the last day of a period that is over. */
  on?: string;
  /** A moment (ISO, UTC): as the register knew it then; missing: as known now. */
  known?: string;
}

export const figureTabs = ['list', 'units', 'not-counted', 'definition'] as const;
export type FigureTab = (typeof figureTabs)[number];

/** Which figure stands open over a page. */
export interface OpenedSearch {
  /** The figure's name, or `report/row` for a row of a form. */
  open?: string;
  /** Its arguments: key=value. */
  arg?: string[];
  /** Its unit and period, where they are not the page's. */
  ofUnit?: string;
  ofPeriod?: string;
  tab?: FigureTab;
}

export type Search = PlaceSearch & OpenedSearch;

/** The search of a link to another page: the same place and time, with nothing opened over it. */
export function keepPlace({ unit, tenant, period, on, known }: PlaceSearch): PlaceSearch {
  return { unit, tenant, period, on, known };
}

/** Reads an address; what does not belong there is left out rather than refused. */
export function readSearch(raw: Record<string, unknown>): Search {
  return withoutGaps({
    unit: text(raw.unit),
    tenant: text(raw.tenant),
    period: period(raw.period),
    on: day(raw.on),
    known: moment(raw.known),
    open: text(raw.open),
    arg: many(raw.arg),
    ofUnit: text(raw.ofUnit),
    ofPeriod: period(raw.ofPeriod),
    tab: figureTabs.find((tab) => tab === raw.tab),
  });
}

/** `?a=1&a=2` as { a: ['1', '2'] }; a key that comes once is a text. */
export function parseSearch(query: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    const before = found[key];
    found[key] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

/** The other way; the signs that addresses allow stay readable. */
export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== '') query.append(key, String(one));
  const written = query.toString().replaceAll('%3D', '=').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written === '' ? '' : `?${written}`;
}

function withoutGaps<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function period(value: unknown): string | undefined {
  const given = text(value);
  return given !== undefined && readPeriod(given) !== null ? given : undefined;
}

function day(value: unknown): string | undefined {
  const given = text(value);
  return given !== undefined && isLastDay(given) ? given : undefined;
}

function moment(value: unknown): string | undefined {
  const given = text(value);
  if (given === undefined || Number.isNaN(Date.parse(given))) return undefined;
  return isLastDay(given.slice(0, 10)) ? given : undefined;
}

function many(value: unknown): string[] | undefined {
  const given = [value].flat().filter((one): one is string => typeof one === 'string' && one.includes('='));
  return given.length > 0 ? given : undefined;
}
