import { Readable } from 'node:stream';
import { type Cell, columnLetters, mostRows } from './table.ts';
import { frameParts, type SheetFrame } from './xlsx-frame.ts';
import { type ZipPart, zipStream } from './zip-stream.ts';

/** A row of a printed table: cells under the headings, or a line of its own that names the rows below it. */
export type FramedRow = readonly Cell[] | { group: string };

const pieceSize = 2 ** 16;

/**
 * A workbook of one printed sheet: what stands around the rows is there at once, the rows are written as fast as they
 * are taken. Text lies in the cells as inline strings: none of it can begin a formula.
 */
export function writeFramed(frame: SheetFrame, rows: AsyncIterable<FramedRow> | Iterable<FramedRow>): Readable {
  return Readable.from(zipStream(partsOf(frame, rows)), { objectMode: false });
}

async function* partsOf(
  frame: SheetFrame,
  rows: AsyncIterable<FramedRow> | Iterable<FramedRow>,
): AsyncGenerator<ZipPart> {
  const { parts, sheet, before, after, firstRow, cellStyles, groupStyle } = await frameParts(frame);
  for (const [name, data] of parts) yield { name, data };
  async function* sheetXml(): AsyncGenerator<Uint8Array> {
    let text = before;
    let row = firstRow;
    for await (const next of rows) {
      if (row > mostRows) throw new Error(`a sheet ends at row ${mostRows}`);
      const cells = 'group' in next ? groupCells(next.group, row, frame, groupStyle) : rowCells(next, row, cellStyles);
      text += `<row r="${row}"${heightOf(next, frame)}>${cells}</row>`;
      row += 1;
      if (text.length < pieceSize) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(text + after(row - firstRow));
  }
  yield { name: sheet, data: sheetXml() };
}

const lineHeight = 15;

/** Not every program makes a row as high as its text needs when the file does not say it. */
function heightOf(row: FramedRow, { columns }: SheetFrame): string {
  if ('group' in row) return '';
  let lines = 1;
  for (const [at, value] of row.entries())
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, columns[at]?.width ?? 10));
  return lines === 1 ? '' : ` ht="${Math.min(lines * lineHeight, 409)}" customHeight="1"`;
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
}

function rowCells(values: readonly Cell[], row: number, styles: readonly number[]): string {
  return values.map((value, at) => cellXml(value, `${columnLetters(at)}${row}`, styles[at] ?? 0)).join('');
}

/** The name of a group stands in the second column and flows over the empty ones beside it. */
function groupCells(name: string, row: number, { columns }: SheetFrame, style: number): string {
  return columns.map((_, at) => cellXml(at === 1 ? name : null, `${columnLetters(at)}${row}`, style)).join('');
}

const dayZero = Date.UTC(1899, 11, 30);

function cellXml(value: Cell, place: string, style: number): string {
  const start = `<c r="${place}" s="${style}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value instanceof Date) return `${start}><v>${(value.getTime() - dayZero) / 86_400_000}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML has no place for most control characters: Excel writes them as _x000B_, and an underscore that looks so as _x005F_. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll(/[&<>]/g, (mark) => marks[mark] as string)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (mark) => {
        const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `_x${code}_`;
      })
  );
}
