import { Problem } from '../errors.ts';

/** What a cell holds. A day is a Date at midnight UTC: Excel knows no zones. A formula counts by the value saved with it. */
export type Cell = string | number | boolean | Date | null;

/** A row of a table; `row` is its number as the reader of the file sees it, from 1. */
export interface TableRow {
  row: number;
  values: Cell[];
}

/** A column to write. */
export interface TableColumn {
  heading: string;
  /** In characters. */
  width?: number;
  /** Its cells may hold days. */
  hasDays?: boolean;
}

export const mostRows = 1_048_576;
export const mostColumns = 200;

/** What is wrong with the file that was sent. */
export function fileProblem(code: string, message: string, cause?: unknown): Problem {
  return new Problem(code, message, { fields: [{ field: 'file', code, message }], cause });
}

/** 0 → A, 26 → AA: a column as Excel names it. */
export function columnLetters(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetters((index - rest) / 26 - 1) + letter;
}
