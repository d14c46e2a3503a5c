import type { Kysely } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry, Question } from '#/kernel/figures/figure.ts';
import type { RoundingMethod } from '#/kernel/figures/rounding.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Day } from '#/platform/day.ts';
import type { DB } from '#/platform/db/types.gen.ts';

/** What a report is asked for; both days are included. */
export interface ReportRequest {
  unitId: string;
  from: Day;
  to: Day;
  /** Null: as known now. */
  knownAt: string | null;
  rounding: RoundingMethod;
  decimals: number;
}

/** The question that a request puts to the kernel. */
export function asQuestion({ unitId, from, to, knownAt }: ReportRequest): Question {
  return { unitId, on: to, from, to, args: {}, knownAt };
}

/** One number of a report. */
export interface ReportFigure {
  /** The figure that opens into the list of this number. */
  figure: string;
  args?: Record<string, string>;
  label: string;
  value: number;
  /** The same figure of the same period last year; null where nothing is known of it. */
  previous: number | null;
}

/** One row of a form as it is laid out. */
export interface ReportRow {
  /** The row's mark in the form's data: A, B1, B2a … */
  row: string;
  /** The mark as the form prints it: "1", "a)" … */
  mark: string;
  label: string;
  /** How deep the row stands under the form's main rows. */
  level: number;
  value: number;
  previous: number | null;
  /** This period in percent of the same period last year; null where that was nothing or is not known. */
  percent: number | null;
  /** row: on the printed form; note: under it; hidden: in the data only. */
  print: 'row' | 'note' | 'hidden';
}

/** A report with its numbers; the JSON of `sotay report --json`. */
export interface ReportAnswer {
  report: string;
  title: string;
  unit: { code: string; name: string };
  from: Day;
  to: Day;
  knownAt: string;
  rounding: { method: RoundingMethod; decimals: number };
  figures: ReportFigure[];
  rows: ReportRow[];
  notes: string[];
}

/** A form or report: how it is computed, laid out as text, and opened. */
export interface Report {
  name: string;
  title: Bilingual;
  /** Counting days and places, shown with the report. */
  definition: Bilingual;
  run: (tx: Kysely<DB>, catalogue: Catalogue, request: ReportRequest) => Promise<ReportAnswer>;
  /** The names behind one row, as many as its number; throws `report.row` for a row the report does not have. */
  open: (tx: Kysely<DB>, catalogue: Catalogue, request: ReportRequest, row: string) => Promise<ListEntry[]>;
  text: (answer: ReportAnswer) => string;
}
