import type { Kysely } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry, Question } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { CountMany, CountPoint } from '#/kernel/figures/many.ts';
import type { RoundingMethod } from '#/kernel/figures/rounding.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Day } from '#/platform/day.ts';
import type { DB } from '#/platform/db/types.gen.ts';

/** exact: 1.701; words: "trên 1.700". */
export const numberStyles = ['exact', 'words'] as const;
export type NumberStyle = (typeof numberStyles)[number];

/** How percentages are cut. */
export interface Rounding {
  method: RoundingMethod;
  decimals: number;
}

/** What a report is asked for; both days are included. */
export interface ReportRequest {
  unitId: string;
  from: Day;
  to: Day;
  /** Null: as known now. */
  knownAt: string | null;
  rounding: RoundingMethod;
  decimals: number;
  /** Instead of the report's own, by figure. */
  ofFigures?: Readonly<Record<string, Partial<Rounding>>>;
  /** exact (unless told): counts as they are; words: "trên 1.700". */
  style?: NumberStyle;
}

/** The question that a request puts to the kernel. */
export function asQuestion({ unitId, from, to, knownAt }: Omit<ReportRequest, 'rounding'>): Question {
  return { unitId, on: to, from, to, args: {}, knownAt };
}

/** One number of a report. */
export interface ReportFigure {
  /** The figure that opens into the list of this number. */
  figure: string;
  args?: Record<string, string>;
  /** What `--row` takes to open it. */
  row?: string;
  label: string;
  /** Null: not known, or a range (min and max are given). */
  value: number | null;
  /** The same figure of the same period last year; null where nothing is known of it. */
  previous: number | null;
  measure?: string;
  /** Where it is another than the report's period: a year of classification, the year to come. */
  from?: Day;
  to?: Day;
  min?: number;
  max?: number;
  /** How many of a count were reported without names. */
  declared?: number;
  /** In percent of the whole that the text names. */
  share?: number;
  /** Of share, percentages and attainment, where one is printed. */
  rounding?: Rounding;
  target?: { value: number; measure: string; atLeast: boolean };
  /** In percent of the target; for a target that is itself a percentage, the points above (or below, negative) it are in the text. */
  attainment?: number;
}

/** One number of a form. */
export interface ReportCell {
  /** Null: it cannot be filled; `reason` says why. */
  value: number | null;
  /** The same of the same period last year; null where nothing is known of it. */
  previous: number | null;
  /** This period in percent of the same period last year; null where that was nothing or is not known. */
  percent: number | null;
  reason?: Bilingual;
  /** The figure of the catalogue whose number it is, for its definition, its split by unit and whom it does not count. */
  figure?: string;
  args?: Record<string, string>;
  /** The rows that it adds up. */
  sumOf?: string[];
  /** Of an average: as many are printed. A count has none. */
  decimals?: number;
  /** Left open on paper, for somebody's hand. */
  isBlank?: boolean;
}

/** One row of a form as it is laid out; of a form with several columns the numbers are those of the first. */
export interface ReportRow extends ReportCell {
  /** The row's mark in the form's data, which `--row` takes: A, B1, B2a … */
  row: string;
  /** The mark as the form prints it: "1", "a)" … */
  mark: string;
  label: string;
  /** How deep the row stands under the form's main rows. */
  level: number;
  /** row: on the printed form; note: under it; hidden: in the data only. */
  print: 'row' | 'note' | 'hidden';
  /** A heading over the rows that follow: it has no numbers, and none are missing. */
  isHeading?: boolean;
  /** By the key of the column; `--row` takes row/key. A column that the row does not have is left out (the form prints ×). */
  cells?: Record<string, ReportCell>;
}

/** A column of numbers, in the order of the form. */
export interface ReportColumn {
  key: string;
  label: string;
}

/** A paragraph, with the places of its numbers. */
export interface ReportParagraph {
  /** Where a part of the section begins. */
  heading?: string;
  text: string;
  /** The figures it speaks of: indexes into the report's. */
  figures: number[];
  /** `figure`: index; `part`: which number of that figure (value, share, change, target …). */
  spans: { start: number; end: number; figure: number; part: string }[];
}

export interface ReportSection {
  number: number;
  title: string;
  paragraphs: ReportParagraph[];
}

/** A report with its numbers; the JSON of `sotay report --json`. */
export interface ReportAnswer {
  report: string;
  title: string;
  unit: { code: string; name: string };
  from: Day;
  to: Day;
  knownAt: string;
  rounding: Rounding;
  figures: ReportFigure[];
  /** Of a form. */
  rows: ReportRow[];
  /** Of a form: "Biểu số 2-BTCTW". */
  formNumber?: string;
  /** Of a form that prints other columns than this period, the same period last year and the percentage. */
  columns?: ReportColumn[];
  /** What the rows are, over the first column; missing: criteria. */
  rowHeading?: string;
  /** Of a report in prose. */
  sections?: ReportSection[];
  /** Who reports to whom, and who signs. */
  heading?: ReportHeading;
  notes: string[];
}

/** The lines around a report in prose. */
export interface ReportHeading {
  superior: string | null;
  issuer: string;
  /** "-BC/BTCHU": the number itself is left open. */
  numberSuffix: string;
  signing: string[];
}

/** A form or report: how it is computed, laid out as text, and opened. */
export interface Report {
  name: string;
  title: Bilingual;
  /** Counting days and places, shown with the report. */
  definition: Bilingual;
  /** How percentages are cut unless the request says. */
  rounding: RoundingMethod;
  /** It is written in prose, with the forms as annexes. */
  isProse?: boolean;
  /** Of a form: "Biểu số 2-BTCTW". */
  formNumber?: string;
  /** Of a form: its columns as they are called today, where it has others than most forms. */
  columns?: ReportColumn[];
  /** What its rows are, where they are no criteria. */
  rowHeading?: string;
  /** What it will count: reports that are asked together have it counted together. */
  counts: (catalogue: Catalogue, request: ReportRequest) => CountPoint[];
  run: (frame: Frame, catalogue: Catalogue, request: ReportRequest, count: CountMany) => Promise<ReportAnswer>;
  /** The names behind one row, as many as its number; throws `report.row` for a row the report does not have. */
  open: (tx: Kysely<DB>, catalogue: Catalogue, request: ReportRequest, row: string) => Promise<ListEntry[]>;
  text: (answer: ReportAnswer) => string;
}
