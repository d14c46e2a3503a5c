import type { ActInput } from '#/kernel/journal/act.ts';
import { type Cell, columnLetters, type TableRow } from '#/platform/documents/table.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { CellFault, contentOf } from './cell-types.ts';
import { type Column, fieldOf, plainHeading } from './columns.ts';
import { memberAct, memberColumns, otherColumn } from './member-columns.ts';
import type { Table } from './open-tables.ts';
import { unitAct, unitColumns } from './unit-columns.ts';

export type TableKind = 'units' | 'members';

/** What one row of a kind of table says. */
interface TableForm {
  kind: TableKind;
  sheet: string;
  columns: readonly Column[];
  other: (heading: string) => Column | null;
  act: (draft: Record<string, unknown>) => ActInput;
}

export const forms: Readonly<Record<TableKind, TableForm>> = {
  units: { kind: 'units', sheet: 'Tổ chức', columns: unitColumns, other: () => null, act: unitAct },
  members: { kind: 'members', sheet: 'Đảng viên', columns: memberColumns, other: otherColumn, act: memberAct },
};

/** Where the columns of a table stand. */
export interface Layout {
  form: TableForm;
  table: Table;
  headingRow: number;
  /** By position; null where there is no heading. */
  columns: readonly (Column | null)[];
}

/** The place of a cell as a spreadsheet takes it: 'Đảng viên'!H15; H15 in a CSV file. */
export function cellName(sheet: string | null, column: number, row: number): string {
  return `${sheetName(sheet)}${columnLetters(column)}${row}`;
}

/** A whole row: 'Đảng viên'!15:15. */
export function rowName(sheet: string | null, row: number): string {
  return `${sheetName(sheet)}${row}:${row}`;
}

function sheetName(sheet: string | null): string {
  return sheet === null ? '' : `'${sheet.replaceAll("'", "''")}'!`;
}

/** Reads the headings of a table. Null when it has none: there is nothing in it. */
export async function readLayout(form: TableForm, table: Table): Promise<Layout | null> {
  const first = await firstRow(table);
  if (first === null) return null;
  const problems: FieldProblem[] = [];
  const columns = first.values.map((cell, at) => columnOf(form, cell, cellName(table.sheet, at, first.row), problems));
  const paths = columns.map((column) => column?.path.join('.'));
  for (const [at, column] of columns.entries()) {
    if (column === null || paths.indexOf(paths[at]) === at) continue;
    const cell = cellName(table.sheet, at, first.row);
    problems.push(headingFault(cell, 'heading.twice', `The heading "${column.heading}" stands twice.`));
  }
  for (const column of form.columns)
    if (column.isRequired && !columns.includes(column))
      problems.push({
        field: fieldOf(column),
        code: 'heading.missing',
        message: `The column "${column.heading}" is needed${table.sheet === null ? '' : ` on the sheet "${table.sheet}"`}.`,
      });
  if (problems.length > 0)
    throw new Problem('import.headings', `The headings in row ${first.row} are not those of the template.`, {
      fields: problems,
    });
  return { form, table, headingRow: first.row, columns };
}

async function firstRow(table: Table): Promise<TableRow | null> {
  for await (const next of table.rows()) if (next.values.some((cell) => cell !== null && cell !== '')) return next;
  return null;
}

const known = new WeakMap<TableForm, Map<string, Column>>();

function columnOf(form: TableForm, cell: Cell, place: string, problems: FieldProblem[]): Column | null {
  const heading = headingText(cell, place, problems);
  if (heading === null) return null;
  const column = columnsByHeading(form).get(plainHeading(heading)) ?? form.other(heading);
  if (column !== null) return column;
  problems.push(headingFault(place, 'heading.unknown', `The template has no column "${heading}".`));
  return null;
}

function columnsByHeading(form: TableForm): Map<string, Column> {
  let byHeading = known.get(form);
  if (byHeading === undefined) {
    byHeading = new Map();
    for (const column of form.columns)
      for (const heading of [column.heading, ...(column.also ?? [])]) byHeading.set(plainHeading(heading), column);
    known.set(form, byHeading);
  }
  return byHeading;
}

function headingText(cell: Cell, place: string, problems: FieldProblem[]): string | null {
  try {
    const content = contentOf(cell);
    return content === null ? null : String(content);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    problems.push(headingFault(place, error.code, `The cell ${error.message}.`));
    return null;
  }
}

function headingFault(cell: string, code: string, message: string): FieldProblem {
  return { cell, code, message };
}

/** How many headings of a form a table has: the kind of a CSV file shows in them. */
export async function fitOf(form: TableForm, table: Table): Promise<number> {
  const first = await firstRow(table);
  const ignored: FieldProblem[] = [];
  return (first?.values ?? []).filter((cell) => columnOf(form, cell, '', ignored) !== null).length;
}

/** Whether a sheet has the name of a form, in any case. */
export function isNamed(sheet: string, name: string): boolean {
  return sheet.trim().toLowerCase() === name.toLowerCase();
}
