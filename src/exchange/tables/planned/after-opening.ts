import type { Cell } from '#/platform/documents/table.ts';
import { take } from '../columns.ts';
import type { SheetPlan } from '../plan.ts';
import { columnOfField, type PlannedColumn } from './columns.ts';
import { finding } from './finding.ts';
import { type RowDraft, tell } from './read-draft.ts';

/** Days after the one from which the register has the member: what they say was not so yet. */
export function askAfterOpening(
  read: RowDraft,
  { status }: SheetPlan,
  columns: readonly PlannedColumn[],
  values: readonly Cell[],
): void {
  const { effectiveOn } = read.draft as { effectiveOn?: string };
  if (effectiveOn === undefined || read.draft.status !== 'official') return;
  for (const field of ['person.officialOn', 'person.admittedOn']) {
    const day = take(read.draft, field.split('.')) as string | undefined;
    if (day === undefined || day <= effectiveOn.slice(0, day.length)) continue;
    const column = columnOfField(columns, field);
    const decides = field === 'person.officialOn' && status === 'by-official-date';
    const repair = decides && column?.target === field ? { repair: 'dự bị' } : {};
    tell(read, finding('cell.after-opening', { ...repair, isAdvice: !decides }), column, column && values[column.at]);
  }
}
