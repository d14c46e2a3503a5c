import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Day } from '#/platform/day.ts';
import type { Period } from '../period.ts';

/** A wording, to the day before `to`; in order of time, the last without an end. */
export interface Wording {
  to: Day | null;
  text: string;
}

/** Where the number of a cell comes from. */
export type Content =
  /** A figure of the catalogue. */
  | { figure: string; args: Readonly<Record<string, string>> }
  /** Rows of the same form, in the same column. */
  | { sumOf: readonly string[] }
  /** It cannot be filled. */
  | { reason: Bilingual };

export interface FormRow {
  /** Stable: `--row` takes it. */
  row: string;
  /** As printed: "1", "a)" … */
  mark: string;
  level: number;
  label: readonly Wording[];
  /** note: under the form, where there is something to tell; it completes a sum. */
  print: 'row' | 'note';
  /** By column; a column left out has no cell here. A heading has none at all. */
  cells: Readonly<Record<string, Content>>;
  /** Days on which the row is on the form; on others it is printed only where it is not 0. */
  since?: Day;
  until?: Day;
}

export interface FormColumn {
  key: string;
  label: readonly Wording[];
}

/** Rows that make up another, in every column that both have. */
export interface FormSum {
  whole: string;
  parts: readonly string[];
}

/** A statistical form as data: what is printed when, and the figure behind each number. */
export interface Form {
  name: string;
  /** Biểu số 2-BTCTW */
  number: string;
  title: Bilingual;
  definition: Bilingual;
  /** None: this period, the same period last year, and their percentage. */
  columns: readonly FormColumn[] | null;
  rows: readonly FormRow[];
  /** Checked whenever the form is filled; where one does not hold a note says so. */
  sums: readonly FormSum[];
  /** Why no row can be filled for a period. */
  lacks?: (period: Period) => Bilingual | null;
}

/** The key of the only column of a form that has no others. */
export const ONLY = 'value';

/** The wording in force on a day. */
export function wordingOn(wordings: readonly Wording[], on: Day): string {
  return (wordings.find(({ to }) => to === null || on < to) as Wording).text;
}

export const always = (text: string): readonly Wording[] => [{ to: null, text }];

/** The district level and the townships ended on 1/7/2025 (294-QĐ/TW, 26/5/2025). */
export const DISTRICTS_ENDED: Day = '2025-07-01';

export const byDistrict = (before: string, after: string): readonly Wording[] => [
  { to: DISTRICTS_ENDED, text: before },
  { to: null, text: after },
];

/** Sections became sub-grassroots bodies on 26/7/2026, and every cell is just a cell (208-QĐ/TW, 26/7/2026). */
export const SECTIONS_ENDED: Day = '2026-07-26';

export const count = (figure: string, args: Readonly<Record<string, string>> = {}): Content => ({ figure, args });

type Place = Pick<FormRow, 'row' | 'mark' | 'level'>;
type Label = string | readonly Wording[];

const worded = (label: Label): readonly Wording[] => (typeof label === 'string' ? always(label) : label);

/** A row of a form with one column of numbers. */
export function line(place: Place, label: Label, content: Content): FormRow {
  return { ...place, label: worded(label), print: 'row', cells: { [ONLY]: content } };
}

/** A row with several cells, or none: a heading. */
export function cells(place: Place, label: Label, of: FormRow['cells'] = {}): FormRow {
  return { ...place, label: worded(label), print: 'row', cells: of };
}

export const noted = (row: FormRow): FormRow => ({ ...row, print: 'note' });
