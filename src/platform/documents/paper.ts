import type { Day } from '../day.ts';

/** What a cell prints; in a workbook a number is a number and a day is a day. */
export type PaperCell = string | { text: string; number: number; decimals: number } | { text: string; day: Day };

export interface PaperColumn {
  heading: string;
  /** Its part of the width of the page, in millimetres of a portrait page (165). */
  width: number;
}

export interface PaperRow {
  label: string;
  /** 0: a main row, in bold; deeper rows are indented. */
  level: number;
  /** One for each column after the first. */
  cells: readonly PaperCell[];
}

export interface PaperTable {
  /** The mark by which a template finds it: 'bieu_1'. */
  key: string;
  title: string;
  /** Over what time. */
  subtitle: string;
  /** "Biểu số 1-BTCTW" */
  number: string | null;
  /** The first holds the labels of the rows. */
  columns: readonly PaperColumn[];
  rows: readonly PaperRow[];
  /** Those that cells point at by their number: (1). */
  numberedNotes: readonly string[];
  notes: readonly string[];
}

export interface PaperSection {
  title: string;
  paragraphs: readonly { heading?: string; text: string }[];
}

/** Who signs a paper, under the lines that say for whom. */
export interface PaperSigner {
  lines: readonly string[];
  name: string | null;
}

/** Who stands at the lower left: who filled a form, or the other party of minutes. */
export interface PaperPreparer {
  title: string;
  /** "(Ký, ghi rõ họ tên)" */
  manner: string;
  name: string | null;
  phone: string | null;
}

/** What is printed, whichever way: one layout, of which a workbook, a Word paper and a PDF are made. Its texts are `cleaned`. */
export interface Paper {
  /** The name of the file, without its end. */
  name: string;
  language: string;
  /** What a reader shows as the name of the document. */
  documentTitle: string;
  isLandscape: boolean;
  /** Upper left, from the superior down; the last is the issuer. */
  issuer: readonly string[];
  /** Upper right. */
  corner: string;
  /** The end of the number of a report, "-BC/BTCHU": the number is left open. Null on a form, which has none. */
  numberSuffix: string | null;
  /** "Hải Mẫu, ngày 05 tháng 01 năm 2021" */
  dateLine: string;
  /** The name of the kind ("BÁO CÁO"), on a line of its own; null on a form. */
  kind: string | null;
  title: string;
  subtitle: string | null;
  sections: readonly PaperSection[];
  /** The table of a form, or the annexes of a report. */
  tables: readonly PaperTable[];
  /** Under the whole. */
  notes: readonly string[];
  receivers: readonly string[];
  /** Of a form: who filled it. */
  preparer: PaperPreparer | null;
  signer: PaperSigner;
  /** On sheets of their own in a workbook, printed nowhere else. */
  dataTables: readonly PaperTable[];
}

// What XML cannot hold, half of a character, and the marks by which a template is filled (docx-fill.ts) are no text.
const noText = /[^\P{Cc}\t\n]|[\ufdd0-\ufdef\ufffe\uffff]/gu;

/** Text as every kind of paper can hold it. */
function printable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').toWellFormed().normalize('NFC').replaceAll(noText, '');
}

/** What a cell prints, as text. */
export function cellText(cell: PaperCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The same paper with every text in it printable. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)])) as T;
}
