import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { readJournalFile } from '../import/lines.ts';
import type { UnitLookup } from '../tables/known-units.ts';
import type { CellProblem, Repair } from '../tables/plan.ts';
import { leftOut } from '../tables/planned/planned-row.ts';
import { type PlannedRow, plannedSource } from '../tables/planned-source.ts';
import { readingKey, rowKey } from './identity.ts';
import type { Session } from './session.ts';
import { type Entry, openSpool, type Spool, writeSpool } from './spool.ts';

/** A row of the file as the plan reads it. `row` 0: a unit that the plan itself brings in. */
export interface ReadEntry extends Entry {
  line: number;
  /** passed: no member and no unit (a group row, a total …), told of because something in it is to be looked at. */
  what: 'unit' | 'member' | 'act' | 'passed';
  input: ActInput | null;
  problems: CellProblem[];
  /** The user leaves it out: nothing of it is recorded, and its problems are only why. */
  isLeftOut?: true;
  /** Why it is not recorded, of a row that is passed over. */
  why?: Bilingual;
}

/** Whether an entry is a line of the import at all. */
export const isLine = ({ what, isLeftOut }: ReadEntry): boolean => what !== 'passed' && isLeftOut === undefined;

/** What reading a file needs of the world. */
export interface ReadingOptions {
  folder: string;
  lookup: UnitLookup;
  say: (problem: FieldProblem) => Bilingual;
  progress: (done: number) => void;
}

/** What was read before by that key (of plan and repairs), if it still lies there. */
export function openReading(folder: string, key: string): Promise<Spool<ReadEntry> | null> {
  return openSpool<ReadEntry>(readingFile(folder, 'rows', key));
}

/** The files that a reading leaves: its rows, who of them is known, and which are in trouble. */
export function readingFile(folder: string, what: 'rows' | 'known' | 'troubled', key: string): string {
  return join(folder, `${what}-${key.slice(0, 16)}.ndjson`);
}

/** Removes what was read by earlier plans and repairs: of a large list, hundreds of megabytes each. */
export async function clearOtherReadings(folder: string, key: string): Promise<void> {
  const own = key.slice(0, 16);
  for (const name of await readdir(folder))
    if (/^(rows|known|troubled)-/.test(name) && !name.includes(own)) await rm(join(folder, name), { force: true });
}

/**
 * Reads the file once, row by row, into a spool from which everything else is read: check, recording and pages of rows.
 * Null where the plan itself is at fault; `planProblems` says how.
 */
export async function readAll(
  session: Session,
  options: ReadingOptions,
): Promise<{ spool: Spool<ReadEntry> | null; planProblems: CellProblem[] }> {
  const { rows, planProblems } = await rowsOf(session, options);
  if (planProblems.some(({ isBlocking }) => isBlocking)) return { spool: null, planProblems };
  const file = readingFile(options.folder, 'rows', readingKey(session));
  const writer = writeSpool<ReadEntry>(file);
  try {
    let count = 0;
    for await (const entry of rows()) {
      await writer.add(entry);
      count += 1;
      if (count % 500 !== 0) continue;
      options.progress(count);
      await breathe(); // rows come from memory faster than requests could be answered between them
    }
    await writer.close();
  } catch (error) {
    writer.abandon();
    throw error;
  }
  return { spool: await openSpool<ReadEntry>(file), planProblems };
}

interface Rows {
  rows: () => AsyncGenerator<ReadEntry>;
  planProblems: CellProblem[];
}

/** The rows straight from the file: for a first page before anything was checked. */
export async function rowsOf(session: Session, { lookup, say }: Pick<ReadingOptions, 'lookup' | 'say'>): Promise<Rows> {
  const { plan, repairs, name } = session;
  const left = rowsLeft(repairs);
  if (session.kind === 'acts') return { rows: () => actRows(session.file, left, say), planProblems: [] };
  const source = await plannedSource(session.file, plan, { repairs, lookup, name });
  return { rows: () => tableRows(source.rows()), planProblems: source.planProblems };
}

/** Rows that the user leaves out. */
function rowsLeft(repairs: readonly Repair[]): Set<string> {
  return new Set(
    repairs.flatMap(({ sheet, row, column, value }) => (column === null && value === null ? [rowKey(sheet, row)] : [])),
  );
}

async function* tableRows(rows: AsyncGenerator<PlannedRow>): AsyncGenerator<ReadEntry> {
  for await (const { kind, sheet, row, line, input, problems, why, isLeftOut } of rows) {
    const entry = { sheet, row: row ?? 0, line, input, problems };
    if (kind !== 'passed') yield { ...entry, what: kind };
    // What is passed over rightly is of no interest to anybody.
    else if (isLeftOut) yield { ...entry, what: whatOf(input), isLeftOut, why: why as Bilingual };
    else if (problems.length > 0) yield { ...entry, what: 'passed', why: why as Bilingual };
  }
}

function whatOf(input: ActInput | null): ReadEntry['what'] {
  if (input === null) return 'passed';
  return input.kind === 'unit.established' ? 'unit' : 'member';
}

async function* actRows(
  file: string,
  left: ReadonlySet<string>,
  say: ReadingOptions['say'],
): AsyncGenerator<ReadEntry> {
  for await (const { line, input, problems = [] } of readJournalFile(file)) {
    const told = problems.map((problem) => lineProblem(problem, say));
    const mark = left.has(rowKey(null, line)) ? ({ isLeftOut: true, why: leftOut.why } as const) : {};
    yield { sheet: null, row: line, line, what: 'act', input, problems: told, ...mark };
  }
}

function lineProblem(problem: FieldProblem, say: ReadingOptions['say']): CellProblem {
  const { line = null, field, code } = problem;
  return {
    sheet: null,
    row: line,
    column: null,
    cell: null,
    ...(field === undefined ? {} : { field }),
    code,
    message: say(problem),
    isBlocking: true,
  };
}
