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

/** A small workbook for people to fill in. What they may choose from stands on a last sheet of this name. */
export async function writeForm(sheets: readonly FormSheet[], listSheet: string): Promise<Uint8Array> {
  const lists = new Map<string, List>();
  for (const { heading, choices } of sheets.flatMap(({ columns }) => columns))
    if (choices !== undefined && !lists.has(choices.join())) lists.set(choices.join(), { heading, choices });
  const keys = [...lists.keys()];
  const rangeOf = (choices: readonly string[]) => {
    const column = columnLetters(keys.indexOf(choices.join()));
    return `'${listSheet}'!$${column}$2:$${column}$${choices.length + 1}`;
  };
  const filled = sheets.map((sheet) => formSheet(sheet, rangeOf));
  return writeXlsx({ sheets: [...filled, listsOn(listSheet, [...lists.values()])] });
}

interface List {
  heading: string;
  choices: readonly string[];
}

type RangeOf = (choices: readonly string[]) => string;

function formSheet({ name, columns, rows }: FormSheet, rangeOf: RangeOf): WriteSheet {
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
    dataValidations: rows === undefined ? columns.map((column, at) => adviceOn(column, at, rangeOf)) : [],
  };
}

/** What is shown at a cell. It advises and never refuses: the import says what is wrong. */
function adviceOn({ heading, note = '', choices }: FormColumn, at: number, rangeOf: RangeOf) {
  const column = columnLetters(at);
  return {
    range: `${column}2:${column}${emptyRows + 1}`,
    type: choices === undefined ? ('custom' as const) : ('list' as const),
    formula1: choices === undefined ? 'TRUE' : rangeOf(choices),
    allowBlank: true,
    showErrorMessage: false,
    showInputMessage: true,
    inputTitle: heading.slice(0, 32),
    inputMessage: note.slice(0, 255),
  };
}

function listsOn(name: string, lists: readonly List[]): WriteSheet {
  const longest = Math.max(0, ...lists.map(({ choices }) => choices.length));
  const rows = Array.from({ length: longest }, (_, at) => lists.map(({ choices }) => choices[at] ?? null));
  return {
    name,
    columns: lists.map(() => ({ width: 30 })),
    rows: [lists.map(({ heading }) => heading), ...rows],
    freezePane: { rows: 1 },
  };
}
