import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { LineSource } from '#/exchange/import/import-journal.ts';
import { hashFile, type ReadLine } from '#/exchange/import/lines.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { fileProblem } from '#/platform/documents/table.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import type { KnownUnit, UnitLookup } from './known-units.ts';
import { cellName, rowName } from './layout.ts';
import { type OpenFile, openTables } from './open-tables.ts';
import type { CellProblem, Repair, TablePlan } from './plan.ts';
import { checkPlan } from './planned/check-plan.ts';
import { columnOfField, plannedColumns } from './planned/columns.ts';
import { Duplicates } from './planned/duplicates-of-row.ts';
import { type MemberSheet, memberRows, type Reading } from './planned/members.ts';
import type { PlannedRow } from './planned/planned-row.ts';
import { plannedUnits, unitOfRow, unitRows } from './planned/units.ts';
import { unitIndex } from './unit-names.ts';

export type { PlannedRow };

export interface PlannedOptions {
  /** What the clerk wrote over cells; part of what the lines are called (see `hash`). */
  repairs?: readonly Repair[];
  /** The units of the register: cells by name, and whether a code is there. Without it codes go on as they are. */
  lookup?: UnitLookup;
  /** What the file is called, where it lies under another name. */
  name?: string;
}

/**
 * A file read by a plan, as the lines that `importJournal` takes: `unit.established` for the plan's superior (where it is
 * new), its new units and the sheets of units, then `member.registered` for each row. `read` may be called again and gives
 * the same lines; blocking problems of a row are problems of its line, so `goodRowsOnly` leaves that row out. Nothing is
 * kept of rows that went by but hashes, whatever the size of the file.
 */
export interface PlannedSource extends LineSource {
  /** What is wrong with the plan itself. While one of these is blocking, every line would be: mend the plan first. */
  planProblems: CellProblem[];
  /** What `read` is made of, with rows that are passed over and problems that do not block. */
  rows: () => AsyncGenerator<PlannedRow>;
}

/** Each sheet of the plan counts its lines from a multiple of this on; below stand the plan's own units. */
const linesOfSheet = 2_000_000;

/** Opens a file to be read by a plan. Throws a Problem (table.…) about a file that cannot be read. */
export async function plannedSource(
  file: string,
  plan: TablePlan,
  { repairs = [], lookup, name = basename(file) }: PlannedOptions = {},
): Promise<PlannedSource> {
  const there = lookup === undefined ? null : await lookup();
  const sheets = sheetsOf(plan);
  const hash = createHash('sha256')
    .update(canonicalJson({ file: await hashFile(file), plan: essence(plan), repairs }))
    .digest('hex');
  const opened = await openTables(file, 'any');
  const { planProblems, brought } = await (async () => {
    try {
      const names = opened.tables.map(({ sheet }) => sheet);
      const own = await unitsOfFile(opened, plan, sheets, repairs);
      const known = there === null ? null : [...there, ...own];
      const planned = [...plannedUnits(plan)].map(unitOfRow).filter((unit) => unit !== null);
      return { planProblems: checkPlan(plan, names, known), brought: [...own, ...planned] };
    } finally {
      opened.close();
    }
  })();
  const index = unitIndex([...(there ?? []), ...brought]);
  const reading = () => ({
    plan,
    repairs,
    index,
    isComplete: there !== null,
    duplicates: new Duplicates(plan.sheets.map(({ sheet }) => sheet)),
  });
  const rows = () => rowsOf(file, sheets, reading());
  return { name, hash, planProblems, rows, read: () => linesOf(rows()), locate: (fault) => locate(sheets, fault) };
}

/** What of a plan decides about the lines: not the samples, nor how sure a column was. */
function essence({ sheets, ...plan }: TablePlan) {
  return {
    ...plan,
    sheets: sheets.map(({ why: _why, columns, ...sheet }) => ({
      ...sheet,
      columns: columns.map(({ at, target, charset = null, isMixed }) => ({ at, target, charset, isMixed })),
    })),
  };
}

async function* linesOf(rows: AsyncGenerator<PlannedRow>): AsyncGenerator<ReadLine> {
  for await (const { line, kind, input, problems } of rows) {
    if (kind === 'passed') continue;
    const blocking = problems.filter(({ isBlocking }) => isBlocking);
    yield { line, input, problems: blocking.map((problem) => faultOf(problem, line)) };
  }
}

function faultOf({ cell, field, code, message }: CellProblem, line: number): FieldProblem {
  const told = { line, code, message: message.en };
  return { ...told, ...(cell === null ? {} : { cell }), ...(field === undefined ? {} : { field }) };
}

/** The sheets that are read, units first. */
function sheetsOf({ sheets }: TablePlan): MemberSheet[] {
  const used = sheets.flatMap((plan, at) =>
    plan.use === 'none' ? [] : [{ plan, at, offset: (at + 1) * linesOfSheet, columns: plannedColumns(plan.use, plan) }],
  );
  return used.toSorted((a, b) => Number(a.plan.use === 'members') - Number(b.plan.use === 'members'));
}

function tableOf({ tables }: OpenFile, { plan: { sheet } }: MemberSheet) {
  const table = tables.find((candidate) => candidate.sheet === sheet);
  if (table === undefined) throw fileProblem('table.sheet', `The file has no sheet "${sheet}".`);
  return table;
}

/** The units of the file's own sheets of units: cells may be called by their names. */
async function unitsOfFile(
  opened: OpenFile,
  plan: TablePlan,
  sheets: readonly MemberSheet[],
  repairs: readonly Repair[],
): Promise<KnownUnit[]> {
  const units: KnownUnit[] = [];
  for (const sheet of sheets) {
    if (sheet.plan.use !== 'units' || !opened.tables.some((table) => table.sheet === sheet.plan.sheet)) continue;
    for await (const row of unitRows(tableOf(opened, sheet), sheet, { plan, repairs })) {
      const unit = unitOfRow(row);
      if (unit !== null) units.push(unit);
    }
  }
  return units;
}

async function* rowsOf(file: string, sheets: readonly MemberSheet[], reading: Reading): AsyncGenerator<PlannedRow> {
  yield* plannedUnits(reading.plan);
  const opened = await openTables(file, 'any');
  try {
    for (const sheet of sheets) {
      const table = tableOf(opened, sheet);
      yield* sheet.plan.use === 'units' ? unitRows(table, sheet, reading) : memberRows(table, sheet, reading);
    }
  } finally {
    opened.close();
  }
}

/** A fault of an act, seen later, as somebody sees it who looks at the file: its row, and the cell it was read from. */
function locate(sheets: readonly MemberSheet[], fault: FieldProblem): FieldProblem {
  const { line = 0, field = '' } = fault;
  const found = sheets.find(({ offset }) => line > offset && line < offset + linesOfSheet);
  if (found === undefined) return fault;
  const row = line - found.offset;
  const { sheet } = found.plan;
  if (fault.cell !== undefined) return { ...fault, line: row };
  const column = columnOfField(found.columns, field);
  if (column !== undefined) return { ...fault, line: row, cell: cellName(sheet, column.at, row) };
  return sheet === null ? { ...fault, line: row } : { ...fault, line: row, cell: rowName(sheet, row) };
}
