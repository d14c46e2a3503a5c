import { Readable } from 'node:stream';
import { type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { type Cell, columnLetters, type TableColumn } from './table.ts';

const dayFormat = 'dd/mm/yyyy';

/**
 * A workbook of one sheet, written as fast as it is taken. Text lies in the cells as inline strings: none of it can
 * begin a formula, and zeros in front stay.
 */
export function writeSheet(
  sheet: string,
  columns: readonly TableColumn[],
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>,
): Readable {
  const layout = columns.map(({ width = 16, hasDays }) => ({ width, ...(hasDays ? { numFmt: dayFormat } : {}) }));
  const all = withHeadings(
    columns.map(({ heading }) => heading),
    rows,
  );
  const stream = writeXlsxStream(all, { name: sheet, columns: layout, freezePane: { rows: 1 } });
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
}

async function* withHeadings(headings: string[], rows: AsyncIterable<Cell[]> | Iterable<Cell[]>) {
  yield headings;
  for await (const row of rows) yield row.map(safe);
}

/** Excel takes _x0041_ in a text for an escaped character, so its first line is escaped itself. */
function safe(cell: Cell): Cell {
  return typeof cell === 'string' && cell.includes('_x') ? cell.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell;
}

/** A column of a form that people fill in: every cell is text, so that zeros, slashes and long numbers stay as typed. */
export interface FormColumn extends TableColumn {
  isRequired?: boolean;
  /** Shown when the cell is chosen. */
  note?: string;
  /** Offered as a list; what is not in it may still be written. */
  choices?: readonly string[];
}

export interface FormSheet {
  name: string;
  columns: readonly FormColumn[];
  /** Rows that are there already; without them the sheet is made ready for as many empty ones. */
  rows?: readonly Cell[][];
}

const emptyRows = 500;
const mostListed = 255;

/** A small workbook for people to fill in. */
export async function writeForm(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(formSheet) });
}

function formSheet({ name, columns, rows }: FormSheet): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [at, { heading, isRequired }] of columns.entries())
    cells.set(`0,${at}`, {
      value: heading,
      style: {
        font: { bold: true, ...(isRequired ? { color: { rgb: '9F1D20' } } : {}) },
        alignment: { wrapText: true },
      },
    });
  const empty = Array.from({ length: emptyRows }, (): Cell[] => columns.map(() => null));
  return {
    name,
    columns: columns.map(({ width = 16 }) => ({
      width,
      style: { numFmt: '@', alignment: { wrapText: rows !== undefined } },
    })),
    rows: [columns.map(({ heading }) => heading), ...(rows ?? empty)],
    cells,
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, at) => (rows === undefined ? validation(column, at) : [])),
  };
}

function validation({ heading, note, choices }: FormColumn, at: number): NonNullable<WriteSheet['dataValidations']> {
  if (note === undefined && choices === undefined) return [];
  const column = columnLetters(at);
  // A list longer than 255 characters cannot stand in the cell's rule; the guide has it.
  const isListed =
    choices !== undefined && choices.join(',').length <= mostListed && !choices.some((c) => c.includes(','));
  return [
    {
      range: `${column}2:${column}${emptyRows + 1}`,
      ...(isListed ? { type: 'list' as const, values: [...choices] } : { type: 'custom' as const, formula1: 'TRUE' }),
      allowBlank: true,
      showErrorMessage: false,
      showInputMessage: true,
      inputTitle: heading.slice(0, 32),
      inputMessage: (note ?? '').slice(0, 255),
    },
  ];
}
