import { type CellStyle, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import yauzl from 'yauzl';
import { columnLetters } from './table.ts';

/** A cell around the rows of a printed table. */
export interface FrameCell {
  /** Position from 0. */
  at: number;
  text: string | number;
  style: FrameStyle;
  /** Merged with this many columns to the right and rows below, itself included. */
  across?: number;
  down?: number;
}

export type FrameStyle = 'plain' | 'strong' | 'title' | 'note' | 'heading' | 'number';

export interface FrameRow {
  cells: readonly FrameCell[];
  /** In points. */
  height?: number;
}

/** What stands around the rows of a table that is printed: titles and headings above, signatures below, the page. */
export interface SheetFrame {
  sheet: string;
  columns: readonly { width: number; hasDays?: boolean }[];
  above: readonly FrameRow[];
  /** Of the rows above, from 0: those that every printed page begins with. */
  repeated: readonly [number, number];
  /** Columns that every page begins with, where the table is wider than one. */
  repeatedColumns?: number;
  below: readonly FrameRow[];
  orientation: 'landscape' | 'portrait';
}

/** The parts of the workbook, with its sheet cut where the rows go in. */
export interface FrameParts {
  /** Everything but the sheet. */
  parts: ReadonlyMap<string, Buffer>;
  sheet: string;
  before: string;
  /** What follows after so many rows. */
  after: (rowCount: number) => string;
  firstRow: number;
  /** The number of the style of each column's cells, and of the bold cells of a row that names a group. */
  cellStyles: readonly number[];
  groupStyle: number;
}

const sheetPart = 'xl/worksheets/sheet1.xml';
const font = { name: 'Times New Roman', size: 11 };
const thin = { style: 'thin' } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const wrapped = { vertical: 'top', wrapText: true } as const;

const styles: Readonly<Record<FrameStyle, CellStyle>> = {
  plain: { font, alignment: { horizontal: 'center' } },
  strong: { font: { ...font, bold: true }, alignment: { horizontal: 'center' } },
  title: { font: { ...font, size: 14, bold: true }, alignment: { horizontal: 'center' } },
  note: { font: { ...font, italic: true }, alignment: { horizontal: 'center' } },
  heading: {
    font: { ...font, bold: true },
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  number: { font: { ...font, italic: true, size: 9 }, border, alignment: { horizontal: 'center' } },
};
const group: CellStyle = { font: { ...font, bold: true } };

/** hucre writes the workbook around two sample rows; the real rows are put in where those stood. */
export async function frameParts(frame: SheetFrame): Promise<FrameParts> {
  const parts = await partsOf(await writeXlsx({ sheets: [frameSheet(frame)] }));
  const xml = parts.get(sheetPart)?.toString('utf8') ?? '';
  parts.delete(sheetPart);
  const firstRow = frame.above.length + 1;
  const [start, end] = [rowAt(xml, firstRow), rowAt(xml, firstRow + 2)];
  const sample = xml.slice(start, end);
  const stylesIn = (row: number) =>
    [...sample.matchAll(new RegExp(`<c r="[A-Z]+${row}" s="(\\d+)"`, 'g'))].map(([, style]) => Number(style));
  return {
    parts,
    sheet: sheetPart,
    before: xml.slice(0, start).replace(/<dimension[^>]*>/, ''),
    after: (rowCount) => shifted(xml.slice(end), firstRow + 2, rowCount - 2),
    firstRow,
    cellStyles: stylesIn(firstRow),
    groupStyle: stylesIn(firstRow + 1)[0] ?? 0,
  };
}

/** Where the first row from this number on begins (rows without a cell are not there); the end of the rows if none does. */
function rowAt(xml: string, row: number): number {
  for (const { index, 1: number } of xml.matchAll(/<row r="(\d+)"/g)) if (Number(number) >= row) return index;
  return xml.indexOf('</sheetData>');
}

/** The rest of a sheet, its rows and the merges in them moved down. */
function shifted(rest: string, from: number, by: number): string {
  const moved = (place: string, letters: string, row: string) =>
    Number(row) < from ? place : `${letters}${Number(row) + by}`;
  return rest
    .replaceAll(/<row r="(\d+)"/g, (_, row) => `<row r="${Number(row) + by}"`)
    .replaceAll(/(?<=<c r=")([A-Z]+)(\d+)(?=")/g, moved)
    .replaceAll(/(?<=<mergeCell ref=")[^"]+/g, (range) => range.replaceAll(/([A-Z]+)(\d+)/g, moved));
}

/** As much as an A4 page on its side takes and can still be read, in characters. */
export const pageWidth = 220;

function frameSheet(frame: SheetFrame): WriteSheet {
  const { sheet, columns, above, repeated, repeatedColumns, below, orientation } = frame;
  const pagesWide = Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / pageWidth);
  const samples = above.length;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const rows = Array.from({ length: samples + 2 + below.length }, () => columns.map((): string | null => null));
  const merges: MergeRange[] = [];
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  const put = (row: number, line: FrameRow) => {
    if (line.height !== undefined) rowDefs.set(row, { height: line.height });
    for (const { at, text, style, across = 1, down = 1 } of line.cells) {
      for (let r = row; r < row + down; r++)
        for (let c = at; c < at + across; c++) cells.set(`${r},${c}`, { value: null, style: styles[style] });
      cells.set(`${row},${at}`, { value: text, style: styles[style] });
      if (across > 1 || down > 1)
        merges.push({ startRow: row, startCol: at, endRow: row + down - 1, endCol: at + across - 1 });
    }
  };
  for (const [at, line] of above.entries()) put(at, line);
  for (const [at, line] of below.entries()) put(samples + 2 + at, line);
  for (const [at, { hasDays }] of columns.entries()) {
    const numFmt = hasDays ? { numFmt: 'dd/mm/yyyy' } : {};
    cells.set(`${samples},${at}`, { value: null, style: { font, border, alignment: wrapped, ...numFmt } });
    cells.set(`${samples + 1},${at}`, { value: null, style: { ...group, border } });
  }
  return {
    name: sheet,
    columns: columns.map(({ width }) => ({ width })),
    rows,
    cells,
    merges,
    rowDefs,
    freezePane: { rows: samples },
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0,
      // 05-HD/VPTW (2026): 20 mm above and below, 30 left, 15 right.
      margins: { top: 0.787, bottom: 0.787, left: 1.181, right: 0.591 },
      printTitlesRow: `$${repeated[0] + 1}:$${repeated[1] + 1}`,
      ...(pagesWide > 1 && repeatedColumns !== undefined
        ? { printTitlesColumn: `$A:$${columnLetters(repeatedColumns - 1)}` }
        : {}),
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  };
}

async function partsOf(workbook: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const zip = await yauzl.fromBufferPromise(Buffer.from(workbook), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}
