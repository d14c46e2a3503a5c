import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { LineSource } from '#/exchange/import/import-journal.ts';
import { hashFile, type ReadLine } from '#/exchange/import/lines.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { fileProblem } from '#/platform/documents/table.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import type { UnitLookup } from './known-units.ts';
import { forms, type Layout } from './layout.ts';
import { openTables, type Table } from './open-tables.ts';
import type { CellProblem, Repair, SheetPlan, TablePlan } from './plan.ts';
import { locate, readRow } from './read-row.ts';
import { columnOfTarget } from './targets.ts';

export interface PlannedOptions {
  /** What the clerk wrote over cells; part of what the lines are called (see `hash`). */
  repairs?: readonly Repair[];
  /** The units of the register: cells by name, and whether a code is there. Without it codes go on as they are. */
  lookup?: UnitLookup;
  /** What the file is called, where it lies under another name. */
  name?: string;
}

/** A row as it will be recorded, or why it is none. */
export interface PlannedRow {
  /** Its number in `read`; unique in the file. */
  line: number;
  /** Null in a CSV file, and of a unit that the plan brings in. */
  sheet: string | null;
  /** Null: a unit that the plan brings in. */
  row: number | null;
  /** 'passed': a title, a group row, a total, a signature …: no line of `read`. */
  kind: 'unit' | 'member' | 'passed';
  /** Of a row that is passed over. */
  why?: Bilingual;
  input: ActInput | null;
  problems: CellProblem[];
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
  options: PlannedOptions = {},
): Promise<PlannedSource> {
  const { repairs = [], name = basename(file) } = options;
  const layouts = layoutsOf(plan);
  const hash = createHash('sha256')
    .update(canonicalJson({ file: await hashFile(file), plan, repairs }))
    .digest('hex');
  const rows = () => rowsOf(file, plan, layouts);
  return { name, hash, planProblems: [], rows, read: () => linesOf(rows()), locate: (fault) => place(layouts, fault) };
}

async function* linesOf(rows: AsyncGenerator<PlannedRow>): AsyncGenerator<ReadLine> {
  for await (const { line, kind, input, problems } of rows) {
    if (kind === 'passed') continue;
    const blocking = problems.filter(({ isBlocking }) => isBlocking);
    yield { line, input, problems: blocking.map((problem) => faultOf(problem, line)) };
  }
}

function faultOf({ cell, field, code, message }: CellProblem, line: number): FieldProblem {
  return {
    line,
    ...(cell === null ? {} : { cell }),
    ...(field === undefined ? {} : { field }),
    code,
    message: message.en,
  };
}

type PlannedLayout = Layout & { offset: number; plan: SheetPlan };

function layoutsOf({ sheets }: TablePlan): PlannedLayout[] {
  const used = sheets.flatMap((plan, at) => {
    if (plan.use === 'none') return [];
    const form = forms[plan.use];
    const columns: Layout['columns'][number][] = [];
    for (const { at: position, target } of plan.columns)
      columns[position] = target === null ? null : columnOfTarget(plan.use, target);
    const table: Table = { sheet: plan.sheet, rows: noRows };
    return [
      {
        form,
        table,
        headingRow: plan.dataFrom - 1,
        columns: Array.from(columns, (column) => column ?? null),
        offset: (at + 1) * linesOfSheet,
        plan,
      },
    ];
  });
  return used.toSorted((a, b) => Number(a.plan.use === 'members') - Number(b.plan.use === 'members'));
}

async function* noRows(): ReturnType<Table['rows']> {}

async function* rowsOf(
  file: string,
  { opening }: TablePlan,
  layouts: readonly PlannedLayout[],
): AsyncGenerator<PlannedRow> {
  const { tables, close } = await openTables(file);
  try {
    for (const layout of layouts) {
      const { sheet } = layout.plan;
      const table = tables.find((candidate) => candidate.sheet === sheet);
      if (table === undefined) throw fileProblem('table.changed', `${basename(file)} has no sheet "${sheet}".`);
      for await (const { row, values } of table.rows()) {
        if (row < layout.plan.dataFrom) continue;
        const known = values.map((cell, at) => (layout.columns[at] == null ? null : cell));
        const read = readRow(layout, { row, values: known }, opening);
        if (read === null) continue;
        const problems = read.problems.map(({ cell, field, code, message }) => ({
          sheet,
          row,
          column: null,
          cell: cell ?? null,
          field,
          code,
          message: { vi: message, en: message },
          isBlocking: true,
        }));
        yield {
          line: layout.offset + row,
          sheet,
          row,
          kind: layout.plan.use === 'units' ? 'unit' : 'member',
          input: read.input,
          problems,
        };
      }
    }
  } finally {
    close();
  }
}

function place(layouts: readonly PlannedLayout[], fault: FieldProblem): FieldProblem {
  const { line } = fault;
  const layout =
    line === undefined ? undefined : layouts.find(({ offset }) => line > offset && line < offset + linesOfSheet);
  return layout === undefined || line === undefined ? fault : locate(layout, fault, line - layout.offset);
}
