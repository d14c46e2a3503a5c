import type { CellType } from '#/exchange/tables/cell-types.ts';
import type { Day } from '#/platform/day.ts';

/** A value of a column: where it lies in what a row says (see Draft), and how it stands in a cell. */
export interface Field {
  path: readonly string[];
  type: CellType;
  /** Stands in the journal by reference only: masked unless it is revealed. */
  isSensitive?: boolean;
  /** Takes any text, so it does not tell whether a value is meant for it … */
  isOpen?: boolean;
  /** … but for this look. */
  look?: RegExp;
}

/** A column of a national list, as its instrument numbers and names it. */
export interface LayoutColumn {
  no: number;
  /** The heading above several neighbours, over which it is merged. */
  group?: string;
  heading: string;
  width: number;
  /** None: a running number (`ordinal`) or a column that the register leaves empty. Several stand in one cell. */
  fields: readonly Field[];
  isOrdinal?: boolean;
  /** Between several fields: lines of the cell, or commas. */
  between?: 'lines' | 'commas';
  /** What a reader of the heading takes the column for (see plan.ts), where it is not the one field's own path. */
  target?: string;
  /** V seen on a page, R quoted in a public file, K known, ? unsure. */
  confidence: 'V' | 'R' | 'K' | '?';
}

/** A national list as it is laid out from a day on. */
export interface LayoutVersion {
  from: Day;
  instrument: string;
  /** Where the columns were seen: no official annex was. */
  source: string;
  columns: readonly LayoutColumn[];
}

export interface NationalLayout {
  name: 'clean-up-33' | '7-hsdv';
  /** As printed above the list. */
  title: string;
  /** Under the title. */
  mark: string;
  label: { vi: string; en: string };
  sheet: string;
  /** Oldest first. */
  versions: readonly LayoutVersion[];
  /** A line of its own names the cell of the members below it; otherwise a column does. */
  namesCellsInRows: boolean;
  /** Who signs, left and right, under the office's name; none on a list for a machine. */
  signatures: readonly string[];
}

/** The layout that holds on a day: the oldest for days before there was one. */
export function versionOn({ versions }: NationalLayout, on: Day): LayoutVersion {
  const version = versions.findLast(({ from }) => from <= on) ?? versions[0];
  if (version === undefined) throw new Error('a layout has no version');
  return version;
}

/** The heading as one text: "Quê quán (theo mô hình 2 cấp) - Tỉnh *". */
export function wholeHeading({ group, heading }: LayoutColumn): string {
  return group === undefined ? heading : `${group} - ${heading}`;
}
