import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { TableRow } from '#/platform/documents/table.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { CellFault, contentOf } from './cell-types.ts';
import { type Column, type Draft, fieldOf, put } from './columns.ts';
import { cellName, type Layout, rowName } from './layout.ts';

interface ReadRow {
  input: ActInput;
  problems: FieldProblem[];
}

/** What a row of a table says, as a line of a journal file; null when nothing stands in it. */
export function readRow(layout: Layout, { row, values }: TableRow, opening: Day | undefined): ReadRow | null {
  const draft: Draft = {};
  const problems: FieldProblem[] = [];
  let isEmpty = true;
  for (let at = 0; at < values.length; at++) {
    const column = layout.columns[at] ?? null;
    try {
      const content = contentOf(values[at]);
      if (content === null) continue;
      isEmpty = false;
      if (column === null) throw new CellFault('cell.no-heading', 'stands under no heading');
      const value = column.type.read(content);
      if (value !== undefined) put(draft, column.path, value);
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      isEmpty = false;
      problems.push(cellFault(error, cellName(layout.table.sheet, at, row), column));
    }
  }
  if (isEmpty) return null;
  draft.effectiveOn ??= opening;
  return { input: layout.form.act(draft), problems };
}

function cellFault({ code, message }: CellFault, cell: string, column: Column | null): FieldProblem {
  if (column === null) return { cell, code, message: `The cell ${message}.` };
  return { cell, field: fieldOf(column), code, message: `"${column.heading}" ${message}.` };
}

/** The fault as somebody who looks at the table sees it: its row, and the column whose value it is. */
export function locate({ table: { sheet }, columns }: Layout, fault: FieldProblem, row: number): FieldProblem {
  if (fault.cell !== undefined) return { ...fault, line: row };
  const at = columnAt(columns, fault.field ?? '');
  if (at !== -1) return { ...fault, line: row, cell: cellName(sheet, at, row) };
  return sheet === null ? { ...fault, line: row } : { ...fault, line: row, cell: rowName(sheet, row) };
}

function columnAt(columns: readonly (Column | null)[], field: string): number {
  const own = columns.map((column) => (column === null ? null : fieldOf(column)));
  const exact = own.indexOf(field);
  if (exact !== -1) return exact;
  // "person.residence" is told by four columns; "person.family.0.born" is part of one.
  return own.findIndex((path) => {
    const isWithin = field.includes('.') && path?.startsWith(`${field}.`);
    return isWithin || (path !== null && field.startsWith(`${path}.`));
  });
}
