import type { PreviewRow } from '#/exchange/intake/shapes.ts';
import type { CellProblem } from '#/exchange/tables/plan.ts';
import type { Edits } from './use-edits.ts';

export type RowState = 'good' | 'blocked' | 'look' | 'skipped' | 'edited' | 'passed';

/** Where the repair of a problem goes: over its cell, or over the row. */
export function placeOf({ sheet, row }: PreviewRow, { column }: Pick<CellProblem, 'column'>) {
  return { sheet, row, column };
}

/** What the clerk says of the row as a whole: left out, kept, or nothing. */
export function markOf(row: PreviewRow, edits: Edits): 'skip' | 'keep' | undefined {
  const edit = edits.of({ sheet: row.sheet, row: row.row, column: null });
  if (edit === undefined) return row.mark;
  return edit.value === undefined ? undefined : edit.value === null ? 'skip' : 'keep';
}

/** How a row stands, with what the clerk has said since the check. */
export function stateOf(row: PreviewRow, edits: Edits): RowState {
  const mark = markOf(row, edits);
  if (mark === 'skip') return 'skipped';
  const open = row.problems.filter((problem) => !isSettled(row, problem, edits));
  if (open.some(({ isBlocking }) => isBlocking)) return 'blocked';
  if (row.problems.length > open.length) return 'edited';
  if (row.what === 'passed') return 'passed';
  return open.length > 0 ? 'look' : 'good';
}

/** Whether something was said about the place of a problem since the check. */
export function isSettled(row: PreviewRow, problem: CellProblem, edits: Edits): boolean {
  const edit = edits.of(placeOf(row, problem));
  return edit !== undefined && edit.value !== undefined;
}
