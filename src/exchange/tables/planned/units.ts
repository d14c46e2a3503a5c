import type { Cell } from '#/platform/documents/table.ts';
import { put, take } from '../columns.ts';
import type { KnownUnit } from '../known-units.ts';
import { forms } from '../layout.ts';
import type { Table } from '../open-tables.ts';
import type { Repair, TablePlan } from '../plan.ts';
import { finding } from './finding.ts';
import type { MemberSheet } from './members.ts';
import { leftOut, type PlannedRow } from './planned-row.ts';
import { readDraft, tell } from './read-draft.ts';
import { walk } from './walk.ts';

/** The units that the plan itself brings in: its superior where that is new, then the cells. They stand in no row. */
export function* plannedUnits({ superior, newUnits, opening }: TablePlan): Generator<PlannedRow> {
  const root = superior !== undefined && 'name' in superior ? [superior] : [];
  const told = newUnits.map(({ isCodeProposed: _, ...unit }) => unit);
  for (const [at, unit] of [...root, ...told].entries()) {
    const input = { kind: 'unit.established', ...(opening === undefined ? {} : { effectiveOn: opening }), unit };
    yield { line: at + 1, sheet: null, row: null, kind: 'unit', input, problems: [] };
  }
}

/** The rows of a sheet of units. */
export async function* unitRows(
  table: Table,
  { plan: sheet, offset, columns }: MemberSheet,
  { plan, repairs }: { plan: TablePlan; repairs: readonly Repair[] },
): AsyncGenerator<PlannedRow> {
  const above = new Map<number, Cell>();
  const isOut = ({ sheet: of, column, value }: Repair) => of === sheet.sheet && column === null && value === null;
  const out = new Set(repairs.filter(isOut).map(({ row }) => row));
  for await (const { row, values } of walk(table, sheet, repairs)) {
    const place = { sheet: sheet.sheet, row };
    const read = readDraft(
      columns,
      { ...place, values },
      { opening: plan.opening, isTemplate: sheet.isTemplate === true },
      above,
    );
    if (Object.keys(read.draft).length === 0 && read.problems.length === 0) continue;
    if (plan.opening !== undefined && read.draft.effectiveOn === undefined)
      put(read.draft, ['effectiveOn'], plan.opening);
    const lacks = ['code', 'name', 'kind'].some((field) => take(read.draft, ['unit', field]) === undefined);
    if (lacks && !read.problems.some(({ isBlocking }) => isBlocking)) tell(read, finding('row.no-code'));
    const input = forms.units.act(read.draft);
    const mark = out.has(row) ? leftOut : {};
    yield { line: offset + row, ...place, kind: 'unit', input, problems: read.problems, ...mark };
  }
}

/** A unit that a line brings in, as the names of cells may mean it. */
export function unitOfRow({ input, isLeftOut }: PlannedRow): KnownUnit | null {
  if (isLeftOut) return null;
  const { code, name, kind, parent } = (input?.unit ?? {}) as Partial<KnownUnit>;
  if (code === undefined || name === undefined || kind === undefined) return null;
  return { code, name, kind, parent: parent ?? null };
}
