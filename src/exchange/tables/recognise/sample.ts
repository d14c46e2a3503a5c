import type { Cell } from '#/platform/documents/table.ts';
import type { Range } from '#/platform/documents/xlsx-merges.ts';
import { type Charset, charsetOf, clean, isSurelyUnicode, weigh } from '#/platform/text/charset.ts';
import type { Table } from '../open-tables.ts';

/** The first rows of a sheet, in Unicode, as recognition looks at them. */
export interface Sample {
  sheet: string | null;
  isHidden: boolean;
  rows: SampleRow[];
  merges: readonly Range[];
  charset: Charset;
  /** Of columns that have another charset than the sheet. */
  charsets: ReadonlyMap<number, Charset>;
  /** Of those the columns that are Unicode for the greater part. */
  mixed: ReadonlySet<number>;
}

export interface SampleRow {
  row: number;
  /** Text tidied and in Unicode; null where a cell is empty. */
  values: Cell[];
}

const mostRows = 500;

/** A column goes with its sheet unless so many of its words more are Vietnamese under another reading: "CÑ" alone tells nothing. */
const tellingWords = 4;
const mostHeadings = 5;

export async function takeSample(table: Table): Promise<Sample> {
  const rows: SampleRow[] = [];
  for await (const { row, values } of table.rows()) {
    if (values.some((cell) => !isEmpty(cell))) rows.push({ row, values });
    if (rows.length === mostRows) break;
  }
  const width = Math.max(0, ...rows.map(({ values }) => values.length));
  const columns = Array.from({ length: width }, (_, at) => weigh(new Set(textsOf(rows, at))));
  const charset = charsetOf(
    columns.reduce(
      (sum, one) => ({
        words: sum.words + one.words,
        unicode: sum.unicode + one.unicode,
        tcvn3: sum.tcvn3 + one.tcvn3,
        vni: sum.vni + one.vni,
      }),
      { words: 0, unicode: 0, tcvn3: 0, vni: 0 },
    ),
  );
  const charsets = new Map<number, Charset>();
  const mixed = new Set<number>();
  for (const at of columns.keys()) {
    // Headings in Unicode over a column of old text say nothing of the column.
    const texts = textsOf(rows, at);
    const others = texts.filter((text) => !isSurelyUnicode(text));
    const evidence = weigh(new Set(others));
    const own = charsetOf(evidence);
    const isClear = evidence[own] >= 0.8 * evidence.words && evidence[own] >= evidence[charset] + tellingWords;
    if (!isClear) continue;
    charsets.set(at, own);
    // Rows pasted from an old file among newer ones; under one heading or two in Unicode the column is old as a whole.
    if (own !== 'unicode' && texts.length - others.length > Math.max(others.length, mostHeadings)) mixed.add(at);
  }
  for (const { values } of rows)
    for (const [at, cell] of values.entries())
      if (typeof cell === 'string') values[at] = clean(cell, charsets.get(at) ?? charset, mixed.has(at)) || null;
  return {
    sheet: table.sheet,
    isHidden: table.isHidden ?? false,
    rows,
    merges: (await table.merges?.()) ?? [],
    charset,
    charsets,
    mixed,
  };
}

function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function textsOf(rows: readonly SampleRow[], at: number): string[] {
  return rows.flatMap(({ values }) => (typeof values[at] === 'string' ? [values[at]] : []));
}

/** A cell as text, as one sees it in a table. */
export function shown(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10).split('-').toReversed().join('/');
}

/** What says something about a whole row is short; expressions are not let loose on longer texts. */
const mostTold = 300;

/** The cells of a row that are not empty, as text. */
export function cellsTold(values: readonly Cell[]): { at: number; text: string }[] {
  return values.map((cell, at) => ({ at, text: shown(cell).slice(0, mostTold) })).filter(({ text }) => text !== '');
}
