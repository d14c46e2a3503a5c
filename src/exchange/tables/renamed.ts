import type { Cell, TableRow } from '#/platform/documents/table.ts';
import { plainHeading } from './columns.ts';
import { type OpenFile, openTables, type Table } from './open-tables.ts';

/** For headings of the file, what the template calls them; null: the column is not read. */
export type Headings = Readonly<Record<string, string | null>>;

/** Opens a file whose columns may be called otherwise than the template's. */
export async function openNamed(file: string, headings: Headings | undefined): Promise<OpenFile> {
  const opened = await openTables(file);
  if (headings === undefined) return opened;
  const names = new Map(Object.entries(headings).map(([own, name]) => [plainHeading(own), name]));
  return { ...opened, tables: opened.tables.map((table) => renamed(table, names)) };
}

function renamed({ sheet, rows }: Table, names: ReadonlyMap<string, string | null>): Table {
  return {
    sheet,
    rows: async function* () {
      let left: ReadonlySet<number> | undefined;
      for await (const row of rows()) {
        if (left !== undefined) yield without(row, left);
        else if (row.values.some((cell) => cell !== null && cell !== '')) {
          const nameOf = (cell: Cell) => (typeof cell === 'string' ? names.get(plainHeading(cell)) : undefined);
          left = new Set(row.values.flatMap((cell, at) => (nameOf(cell) === null ? [at] : [])));
          yield without({ ...row, values: row.values.map((cell) => nameOf(cell) ?? cell) }, left);
        } else yield row;
      }
    },
  };
}

function without(row: TableRow, columns: ReadonlySet<number>): TableRow {
  return columns.size === 0 ? row : { ...row, values: row.values.map((cell, at) => (columns.has(at) ? null : cell)) };
}
