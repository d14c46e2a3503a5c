import type { Column } from '../columns.ts';
import type { TableKind } from '../layout.ts';
import type { SheetPlan } from '../plan.ts';
import { columnOfTarget, fieldOfTarget, isSensitiveTarget } from '../targets.ts';

/** A column of a sheet as it is read. */
export interface PlannedColumn {
  at: number;
  letters: string;
  heading: string;
  target: string;
  /** The template's column; null for targets that are none. */
  column: Column | null;
  field: string;
  isSensitive: boolean;
}

/** The columns that are read, in the order of the sheet. Targets that are unknown are told by `checkPlan`. */
export function plannedColumns(kind: TableKind, { columns }: SheetPlan): PlannedColumn[] {
  return columns
    .flatMap(({ at, letters, heading, target }) => {
      if (target === null || target === 'ordinal') return [];
      const isSensitive = isSensitiveTarget(kind, target);
      const field = fieldOfTarget(kind, target);
      return [{ at, letters, heading, target, column: columnOfTarget(kind, target), field, isSensitive }];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** The column that a field of an act was read from, whole or in part. */
export function columnOfField(columns: readonly PlannedColumn[], field: string): PlannedColumn | undefined {
  const exact = columns.find((column) => column.field === field);
  if (exact !== undefined || field === '') return exact;
  return columns.find(
    (column) => (field.includes('.') && column.field.startsWith(`${field}.`)) || field.startsWith(`${column.field}.`),
  );
}
