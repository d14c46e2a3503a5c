import type { KnownUnit, UnitLookup } from './known-units.ts';
import { type OpenFile, openTables } from './open-tables.ts';
import type { SheetFinding, SheetPlan, TablePlan } from './plan.ts';
import { findCell } from './planned/cells.ts';
import { checkPlan } from './planned/check-plan.ts';
import { plannedColumns } from './planned/columns.ts';
import { unitOfRow, unitRows } from './planned/units.ts';
import { cellsNamed } from './recognise/name-cells.ts';
import { type NamedCell, proposeNewUnits, proposeSuperior } from './recognise/propose-cells.ts';
import { type ProposedSheet, proposeSheet } from './recognise/propose-sheet.ts';
import { leaveOutRepeated, tellsCells } from './recognise/repeated.ts';
import { takeSample } from './recognise/sample.ts';
import { nameKey, unitIndex, withoutBare } from './unit-names.ts';

export interface ProposeOptions {
  /** The units of the register, for the names of cells in the file. */
  lookup?: UnitLookup;
  /** Rows looked at, now and then. */
  progress?: (rows: number) => void;
}

export interface Proposal {
  plan: TablePlan;
  /** One for each sheet of the plan, in its order; what is wrong with the plan as a whole stands with the first. */
  findings: SheetFinding[];
}

/**
 * Recognises a workbook or CSV file: which sheets hold members or units, where their headings are, and what stands in
 * each column. Reads the first 500 rows of each sheet; a file that names its cells is read to its end for their names.
 * Throws a Problem (table.…) about a file that cannot be read.
 */
export async function proposePlan(file: string, { lookup, progress }: ProposeOptions = {}): Promise<Proposal> {
  const there = (await lookup?.()) ?? [];
  const opened = await openTables(file, 'any');
  try {
    const sheets: ProposedSheet[] = [];
    for (const table of opened.tables) sheets.push(proposeSheet(await takeSample(table)));
    leaveOutRepeated(sheets);
    const used = sheets.filter(({ plan }) => plan.use === 'members');
    const opening = used.map(({ titles }) => titles.opening).find((day) => day !== undefined);
    const plan: TablePlan = { sheets: sheets.map((sheet) => sheet.plan), newUnits: [] };
    if (opening !== undefined) plan.opening = opening;
    const own = await unitsOfFile(opened, plan);
    await proposeCells(opened, plan, sheets, [...there, ...own], progress);
    const findings = sheets.map(({ finding }) => finding);
    const names = opened.tables.map(({ sheet }) => sheet);
    findings[0]?.problems.push(...checkPlan(plan, names, lookup === undefined ? null : [...there, ...own]));
    return { plan, findings };
  } finally {
    opened.close();
  }
}

/** Which cells the rows belong to, and which of them the register does not have yet. */
async function proposeCells(
  opened: OpenFile,
  plan: TablePlan,
  sheets: readonly ProposedSheet[],
  there: readonly KnownUnit[],
  progress: ProposeOptions['progress'],
): Promise<void> {
  const index = unitIndex(there);
  const cells = new Map<string, NamedCell>();
  const members = sheets.filter((sheet) => sheet.plan.use === 'members');
  for (const { plan: sheet } of members) {
    const table = opened.tables.find((candidate) => candidate.sheet === sheet.sheet);
    if (table !== undefined) await cellsNamed(table, sheet, cells, progress);
  }
  for (const cell of sheets.flatMap(({ listed }) => listed)) {
    const key = nameKey(cell.name);
    if (cells.get(key)?.code === undefined) cells.set(key, { ...cell, ...cells.get(key) });
  }
  const ofSheets = new Map<SheetPlan, string>();
  for (const sheet of members) {
    const name = cellOfSheet(sheet, members.length);
    if (name === undefined) continue;
    ofSheets.set(sheet.plan, name);
    if (!cells.has(nameKey(name))) cells.set(nameKey(name), { name });
  }
  const named = withoutBare([...cells.values()]);
  const title = members.map(({ titles }) => titles.superior).find((text) => text !== undefined);
  const found = named.flatMap(({ name, code, superior }) => {
    const cell = findCell(index, code ?? name, {
      superior,
      within: undefined,
      isComplete: true,
    });
    return 'code' in cell ? (index.byCode(cell.code) ?? []) : [];
  });
  const superior = proposeSuperior(title, there, index, found, plan.opening);
  if (superior !== undefined) plan.superior = superior;
  plan.newUnits = proposeNewUnits(named, superior, there, index, plan.opening);
  nameSheets(plan, ofSheets, there);
}

/** The cell of a whole sheet: by the title above its headings, or by the name of one sheet of several. */
function cellOfSheet({ plan, titles }: ProposedSheet, count: number): string | undefined {
  if (tellsCells(plan)) return undefined;
  if (titles.cell !== undefined) return titles.cell;
  const { sheet } = plan;
  if (sheet === null || /^(sheet|trang|trang tính|bảng|table|danh sách|ds)\s*\d*$/iu.test(sheet.trim()))
    return undefined;
  return count > 1 || /^(chi bộ|cb)[\s.\d]/iu.test(sheet) ? sheet.replace(/^cb[\s.]*/iu, 'Chi bộ ') : undefined;
}

function nameSheets(plan: TablePlan, names: ReadonlyMap<SheetPlan, string>, there: readonly KnownUnit[]): void {
  const index = unitIndex([...there, ...plan.newUnits]);
  for (const [sheet, name] of names) {
    const found = findCell(index, name, { within: plan.superior?.code, isComplete: true });
    if ('code' in found) sheet.cell = found.code;
  }
  // A register with one cell, and a list that names none: it is of this cell.
  const cells = there.filter(({ kind }) => kind === 'cell' || kind === 'grassroots-cell');
  const [only] = cells;
  if (only === undefined || cells.length > 1 || plan.newUnits.length > 0) return;
  for (const sheet of plan.sheets)
    if (sheet.use === 'members' && sheet.cell === undefined && !tellsCells(sheet)) sheet.cell = only.code;
}

/** The units that the file's own sheets of units bring in. */
async function unitsOfFile({ tables }: OpenFile, plan: TablePlan): Promise<KnownUnit[]> {
  const units: KnownUnit[] = [];
  for (const sheet of plan.sheets) {
    const table = tables.find((candidate) => candidate.sheet === sheet.sheet);
    if (sheet.use !== 'units' || table === undefined) continue;
    const place = { plan: sheet, at: 0, offset: 0, columns: plannedColumns('units', sheet) };
    for await (const row of unitRows(table, place, { plan, repairs: [] })) {
      const unit = unitOfRow(row);
      if (unit !== null) units.push(unit);
    }
  }
  return units;
}
