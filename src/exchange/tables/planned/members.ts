import { take } from '../columns.ts';
import { forms } from '../layout.ts';
import type { Table } from '../open-tables.ts';
import type { CellProblem, Repair, SheetPlan, TablePlan } from '../plan.ts';
import type { UnitIndex } from '../unit-names.ts';
import { assemble } from './assemble.ts';
import { type FoundCell, findCell } from './cells.ts';
import { columnOfField, type PlannedColumn } from './columns.ts';
import type { Duplicates } from './duplicates-of-row.ts';
import { type Finding, finding } from './finding.ts';
import { askAfterOpening, askOrderOfDays } from './order-of-days.ts';
import { type Above, pass } from './pass.ts';
import { leftOut, type PlannedRow } from './planned-row.ts';
import { problemAt, type RowDraft, readDraft, tell } from './read-draft.ts';
import { type WalkedRow, walk } from './walk.ts';

export interface MemberSheet {
  plan: SheetPlan;
  /** Its place among the sheets of the plan. */
  at: number;
  /** Added to the row for the number of the line. */
  offset: number;
  columns: readonly PlannedColumn[];
}

export interface Reading {
  plan: TablePlan;
  repairs: readonly Repair[];
  index: UnitIndex;
  /** The register's units are in the index. */
  isComplete: boolean;
  duplicates: Duplicates;
}

/** The rows of a sheet of members, as they will be recorded. */
export async function* memberRows(table: Table, sheet: MemberSheet, reading: Reading): AsyncGenerator<PlannedRow> {
  const { plan, repairs } = reading;
  const ofRows = new Map(
    repairs
      .filter((repair) => repair.sheet === sheet.plan.sheet && repair.column === null)
      .map(({ row, value }) => [row, value] as const),
  );
  const above: Above = {
    start: plan.superior?.code,
    within: plan.superior?.code,
    ofSuperior: new Map(),
    cells: new Map(),
    counted: { here: 0, all: 0 },
    found: new Map(),
  };
  for await (const walked of walk(table, sheet.plan, repairs)) {
    const place = { line: sheet.offset + walked.row, sheet: sheet.plan.sheet, row: walked.row };
    const mark = ofRows.get(walked.row);
    if (walked.passed === null) {
      // What is left out is no row that a later one could be the same as.
      const row = memberRow(walked, sheet, reading, above, mark === 'keep' || mark === null);
      yield { ...place, ...row, ...(mark === null ? leftOut : {}) };
    } else if (mark === null) yield { ...place, ...leftOut, input: null, problems: [] };
    else yield { ...place, ...pass(walked, walked.passed, sheet.plan, reading, above) };
  }
}

function memberRow(
  { row, values }: WalkedRow,
  { plan: sheet, at, columns }: MemberSheet,
  { plan, index, isComplete, duplicates }: Reading,
  above: Above,
  isKept: boolean,
): Pick<PlannedRow, 'kind' | 'input' | 'problems'> {
  const read = readDraft(
    columns,
    { sheet: sheet.sheet, row, values },
    { opening: plan.opening, isTemplate: sheet.isTemplate === true },
    above.cells,
  );
  const hindrance = assemble(read.draft, sheet, above.status, plan.opening);
  if (hindrance !== null) tell(read, finding(hindrance.code, { repair: null, words: { words: hindrance.words } }));
  askAfterOpening(read, sheet, columns, values);
  askOrderOfDays(read, columns, values);
  const cell = cellOf(read, sheet, above, (text, superior) =>
    findCell(index, text, { within: above.within, superior, isComplete }),
  );
  if (cell === null) delete read.draft.cell;
  else read.draft.cell = cell;
  above.counted.here += 1;
  above.counted.all += 1;
  for (const [field, code] of needed) {
    const isTold = take(read.draft, field.split('.')) !== undefined;
    const column = columnOfField(columns, field);
    if (!isTold && !read.problems.some((problem) => problem.isBlocking && problem.field === field))
      tell(read, finding(code), column, column && values[column.at]);
  }
  if (!isKept) duplicates.check(read, columns, values, at);
  locateCell(read, columns, values);
  return { kind: 'member', input: forms.members.act(read.draft), problems: read.problems };
}

const needed = [
  ['person.name', 'row.no-name'],
  ['cell', 'row.no-cell'],
  ['status', 'row.no-status'],
  ['effectiveOn', 'row.no-day'],
] as const;

/** The code of the row's cell: by its own column, the group above, or the sheet. A problem about it is told once. */
function cellOf(
  read: RowDraft,
  sheet: SheetPlan,
  above: Above,
  find: (text: string, superior: string | undefined) => FoundCell,
): string | null {
  const { cell, cellName, cellSuperior } = read.draft as Record<string, string | undefined>;
  delete read.draft.cellName;
  delete read.draft.cellSuperior;
  const own = cell ?? cellName;
  if (own === undefined && above.group === undefined) return sheet.cell ?? null;
  const found =
    own === undefined
      ? above.group
      : memo(above.found, `${above.within}\u001f${cellSuperior}\u001f${own}`, () => find(own, cellSuperior));
  if (found === undefined) return null;
  if ('code' in found) return found.code;
  const { repair: _, ...problem } = found.problem;
  tell(read, own === undefined ? problem : found.problem);
  const told = read.problems.at(-1) as CellProblem;
  told.field = 'cell';
  return null;
}

function memo(known: Map<string, FoundCell>, key: string, find: () => FoundCell): FoundCell {
  let found = known.get(key);
  if (found === undefined) {
    found = find();
    known.set(key, found);
  }
  return found;
}

/** A problem about the cell stands where the row names it. */
function locateCell(read: RowDraft, columns: readonly PlannedColumn[], values: WalkedRow['values']): void {
  const column = columns.find(({ field }) => field === 'cell');
  if (column === undefined) return;
  read.problems = read.problems.map((problem) => {
    if (problem.field !== 'cell' || problem.column !== null) return problem;
    const { sheet, row, cell: _cell, column: _column, field: _field, ...found } = problem;
    return problemAt(sheet, row as number, found as Finding, column, values[column.at]);
  });
}
