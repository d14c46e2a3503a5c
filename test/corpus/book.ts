import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '#/platform/documents/table.ts';

/** A sheet to write: rows from the first, merged ranges as [top row, left column, bottom row, right column], rows from 1. */
export interface Sheet {
  name: string;
  rows: Cell[][];
  merges?: [top: number, left: number, bottom: number, right: number][];
  isHidden?: boolean;
}

export async function writeBook(file: string, sheets: readonly Sheet[], is1904 = false): Promise<string> {
  const written = sheets.map(({ name, rows, merges = [], isHidden }) => ({
    name,
    rows,
    hidden: isHidden === true,
    merges: merges.map(([top, left, bottom, right]) => ({
      startRow: top - 1,
      startCol: left,
      endRow: bottom - 1,
      endCol: right,
    })),
    // Without a format a day would come out as a number.
    columns: Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, at) =>
      rows.some((row) => row[at] instanceof Date) ? { numFmt: 'dd/mm/yyyy' } : {},
    ),
  }));
  writeFileSync(file, await writeXlsx({ sheets: written, ...(is1904 ? { dateSystem: '1904' } : {}) }));
  return file;
}

/** The rows as a CSV file of Excel, in the bytes that `encode` makes of its text. */
export function writeCsvFile(
  file: string,
  rows: readonly Cell[][],
  mark: string,
  encode: (text: string) => Uint8Array,
): string {
  const text = rows.map((row) => row.map((cell) => quoted(cell, mark)).join(mark)).join('\r\n');
  writeFileSync(file, encode(`${text}\r\n`));
  return file;
}

function quoted(cell: Cell, mark: string): string {
  const text =
    cell instanceof Date ? cell.toISOString().slice(0, 10).split('-').toReversed().join('/') : String(cell ?? '');
  return text.includes(mark) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
