import type { Cell } from '#/platform/documents/table.ts';
import { take } from '../columns.ts';
import type { SheetPlan } from '../plan.ts';
import { columnOfField, type PlannedColumn } from './columns.ts';
import { finding } from './finding.ts';
import { type RowDraft, tell } from './read-draft.ts';

const inOrder = ['person.born', 'person.admittedOn', 'person.officialOn'] as const;

/** Days of a life that stand the wrong way round: each may be the one that is written wrong, so it is only told. */
export function askOrderOfDays(read: RowDraft, columns: readonly PlannedColumn[], values: readonly Cell[]): void {
  const dayOf = (field: string) => take(read.draft, field.split('.')) as string | undefined;
  for (const [at, field] of inOrder.entries()) {
    const [before, day] = [inOrder.slice(0, at).map(dayOf), dayOf(field)];
    if (day === undefined || !before.some((other) => other !== undefined && isLater(other, day))) continue;
    const column = columnOfField(columns, field);
    tell(read, finding('cell.days-order', { isAdvice: true }), column, column && values[column.at]);
  }
}

/** As far as both are known. */
function isLater(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) > other.slice(0, known);
}

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
