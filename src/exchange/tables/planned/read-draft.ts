import type { Day } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type Draft, put, take } from '../columns.ts';
import { cellName, rowName } from '../layout.ts';
import type { CellProblem } from '../plan.ts';
import { shown } from '../recognise/sample.ts';
import type { PlannedColumn } from './columns.ts';
import { type Finding, finding } from './finding.ts';
import { readCell } from './read-cell.ts';

/** A row while it is read. */
export interface RowDraft {
  sheet: string | null;
  row: number;
  draft: Draft;
  problems: CellProblem[];
}

/** What the cells of a row say, each on its own. `above` has what stood in each column last, and is brought up to date. */
export function readDraft(
  columns: readonly PlannedColumn[],
  { sheet, row, values }: { sheet: string | null; row: number; values: readonly Cell[] },
  { opening, isTemplate }: { opening: Day | undefined; isTemplate: boolean },
  above: Map<number, Cell>,
): RowDraft {
  const read: RowDraft = { sheet, row, draft: {}, problems: [] };
  for (const column of columns) {
    const cell = values[column.at];
    if (cell === null || cell === undefined) continue;
    const { puts, found } = readCell(cell, { ...column, opening, isTemplate, above: above.get(column.at) ?? null });
    for (const one of found) tell(read, one, column, cell);
    for (const [path, value] of puts) {
      const before = take(read.draft, path);
      const isMark = column.target.startsWith('mark.');
      const isOther = before !== undefined && before !== value && typeof value !== 'object';
      if (isOther) tell(read, finding(isMark ? 'cell.two-marks' : 'cell.two-values'), column, cell);
      else put(read.draft, path, value);
    }
    if (found.every(({ code }) => code !== 'cell.ditto')) above.set(column.at, cell);
  }
  return read;
}

/** Notes a finding: at its cell, or at the row as a whole. */
export function tell(read: RowDraft, found: Finding, column?: PlannedColumn, cell?: Cell): void {
  read.problems.push(problemAt(read.sheet, read.row, found, column, cell));
}

export function problemAt(
  sheet: string | null,
  row: number,
  found: Finding,
  column?: Pick<PlannedColumn, 'at' | 'letters' | 'field' | 'isSensitive'>,
  cell?: Cell,
): CellProblem {
  const at = { sheet, row, column: column?.letters ?? null };
  const place = column === undefined ? rowName(sheet, row) : cellName(sheet, column.at, row);
  return {
    ...at,
    cell: place,
    ...(column === undefined ? {} : { field: column.field }),
    ...found,
    ...(cell === undefined ? {} : { value: shown(cell) }),
    ...(column?.isSensitive ? { isSensitive: true } : {}),
  };
}
