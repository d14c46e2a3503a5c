import { basename, extname } from 'node:path';
import { readCsv } from '#/platform/documents/csv.ts';
import { encodingOf } from '#/platform/documents/csv-start.ts';
import { fileProblem, type TableRow } from '#/platform/documents/table.ts';
import { openWorkbook } from '#/platform/documents/xlsx.ts';
import type { Range } from '#/platform/documents/xlsx-merges.ts';

/** A table of a file: a sheet of a workbook, or all of a CSV file. */
export interface Table {
  /** Null in a CSV file. */
  sheet: string | null;
  rows: () => AsyncGenerator<TableRow>;
  /** Not shown by Excel. */
  isHidden?: boolean;
  merges?: () => Promise<readonly Range[]>;
}

export interface OpenFile {
  tables: readonly Table[];
  close: () => void;
}

/** Opens a file of tables by its extension. A CSV file in our template is UTF-8; one of somebody else's need not be. */
export async function openTables(file: string, whose: 'ours' | 'any' = 'ours'): Promise<OpenFile> {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv' || (whose === 'any' && extension === '.txt')) {
    const encoding = whose === 'ours' ? 'utf-8' : await encodingOf(file);
    return { tables: [{ sheet: null, rows: () => readCsv(file, encoding) }], close: () => {} };
  }
  if (extension.startsWith('.xls') || extension === '.ods') {
    const workbook = await openWorkbook(file);
    const tables = workbook.sheets.map((sheet) => ({
      sheet,
      rows: () => workbook.rows(sheet),
      isHidden: workbook.hidden.has(sheet),
      merges: () => workbook.merges(sheet),
    }));
    return { tables, close: workbook.close };
  }
  throw fileProblem('table.extension', `${basename(file)} is no table: one ends in .xlsx or .csv.`);
}
