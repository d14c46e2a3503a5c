import type { Day } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';
import type { Column } from '../columns.ts';
import type { Finding } from './finding.ts';

export interface CellContext {
  target: string;
  /** The template's column; null for targets that are none. */
  column: Column | null;
  opening: Day | undefined;
  /** Read as our template is; what that cannot read is looked at as in the list of somebody else. */
  isTemplate: boolean;
  /** What stood in the cell above. */
  above: Cell;
}

/** What a cell puts into the draft of its row, and what a clerk would ask about. */
export interface ReadValue {
  puts: [path: readonly string[], value: unknown][];
  found: Finding[];
}

export const nothing: ReadValue = { puts: [], found: [] };

export function fault(one: Finding): ReadValue {
  return { puts: [], found: [one] };
}

/** What fits no list is kept among the other items of the record: nothing of a row is lost. */
export function asWritten({ path }: Pick<Column, 'path'>, text: string): ReadValue['puts'][number] {
  return [['person', 'details', `${path.at(-1)}AsWritten`], text];
}
