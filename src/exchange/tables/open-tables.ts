import { basename, extname } from 'node:path';
import { readCsv } from '#/platform/documents/csv.ts';
import { fileProblem, type TableRow } from '#/platform/documents/table.ts';
import { openWorkbook } from '#/platform/documents/xlsx.ts';

/** A table of a file: a sheet of a workbook, or all of a CSV file. */
export interface Table {
  /** Null in a CSV file. */
  sheet: string | null;
  rows: () => AsyncGenerator<TableRow>;
}

export interface OpenFile {
  tables: readonly Table[];
  close: () => void;
}

/** Opens a file of tables by its extension. */
export async function openTables(file: string): Promise<OpenFile> {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv') return { tables: [{ sheet: null, rows: () => readCsv(file) }], close: () => {} };
  if (extension.startsWith('.xls') || extension === '.ods') {
    const workbook = await openWorkbook(file);
    const tables = workbook.sheets.map((sheet) => ({ sheet, rows: () => workbook.rows(sheet) }));
    return { tables, close: workbook.close };
  }
  throw fileProblem('table.extension', `${basename(file)} is no table: one ends in .xlsx or .csv.`);
}
