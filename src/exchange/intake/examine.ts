import { readFile, writeFile } from 'node:fs/promises';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { CellProblem } from '../tables/plan.ts';
import { duplicateProblem, isKeepable } from './duplicate-problems.ts';
import { type Match, makeMatcher } from './duplicates.ts';
import type { Findings } from './findings.ts';
import { freshHash, type LineNames, lineNames, linesHash, readingKey, rowKey } from './identity.ts';
import { openly } from './openly.ts';
import { isLine, type ReadEntry, readingFile } from './reading.ts';
import type { Session } from './session.ts';
import type { Counts } from './shapes.ts';
import { type Entry, openSpool, type Spool, writeSpool } from './spool.ts';

/** What a row is a duplicate of, beside the rows themselves. */
export interface DuplicateEntry extends Entry {
  n: number;
  problem: CellProblem;
}

/** A reading laid beside the register. */
export interface Examined {
  names: LineNames;
  /** Entries that cannot be recorded as they stand. */
  blocked: Set<number>;
  /** Entries with anything to look at. */
  troubled: Set<number>;
  counts: Counts;
  knownAt: string | null;
}

/** The room of the register that the import goes into. */
export interface ImportRoom {
  journal: Journal;
  /** The path that the asker may see. */
  scope: string;
}

interface ExamineOptions {
  folder: string;
  findings: Findings;
  progress: (step: 'duplicates', done: number, total: number) => void;
}

/** Who of a reading is known to the register. */
export const openDuplicates = (folder: string, key: string) =>
  openSpool<DuplicateEntry>(readingFile(folder, 'known', key));

interface Troubled {
  /** Entries with something wrong, in order. */
  troubled: number[];
  /** Those of them that cannot be recorded as they stand. */
  blocked: number[];
}

async function read(folder: string, key: string): Promise<Troubled | null> {
  try {
    return JSON.parse(await readFile(readingFile(folder, 'troubled', key), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Entries with something wrong, in order; null before they were looked for. */
export async function readTroubled(folder: string, key: string): Promise<number[] | null> {
  return (await read(folder, key))?.troubled ?? null;
}

export async function readBlocked(folder: string, key: string): Promise<Set<number> | null> {
  const kept = await read(folder, key);
  return kept === null ? null : new Set(kept.blocked);
}

export async function keepTroubled(
  folder: string,
  key: string,
  { troubled, blocked }: { troubled: ReadonlySet<number>; blocked: ReadonlySet<number> },
): Promise<void> {
  const kept: Troubled = { troubled: [...troubled].toSorted((a, b) => a - b), blocked: [...blocked] };
  await writeFile(readingFile(folder, 'troubled', key), JSON.stringify(kept), { mode: 0o600 });
}

/** Counts what is wrong with the rows themselves, and looks for each of them in the register. */
export async function examine(
  session: Session,
  spool: Spool<ReadEntry>,
  room: ImportRoom,
  { folder, findings, progress }: ExamineOptions,
): Promise<Examined> {
  const { journal, scope } = room;
  // Not read-only: persons are laid into a table of the transaction's own. Nothing of the register is locked.
  return openly(journal, 'duplicates', session.by, async (tx) => {
    const head = await tx.client.query('select last_recorded_at from journal_head');
    const hash = await freshHash(tx.client, journal.tenant, linesHash(session));
    const names = lineNames(journal.tenant, hash, session.repairs);
    const matcher = await makeMatcher(tx, journal.vault, scope);
    const counts = noCounts();
    const blocked = new Set<number>();
    const troubled = new Set<number>();
    const leftOut = new Set<number>();
    let n = 0;
    for await (const entry of spool.from(0)) {
      count(counts, entry);
      if (entry.isLeftOut) leftOut.add(n);
      else for (const problem of entry.problems) findings.add(problem);
      if (entry.problems.length > 0 || entry.isLeftOut) troubled.add(n);
      if (isBlocked(entry)) blocked.add(n);
      else if (entry.what !== 'unit') await matcher.add(n, entry, names.actId(entry));
      n += 1;
      if (n % 2_000 === 0) progress('duplicates', n, spool.count);
    }
    counts.recordedBefore = [...(await matcher.recordedBefore())].filter((one) => !leftOut.has(one)).length;
    const writer = writeSpool<DuplicateEntry>(readingFile(folder, 'known', readingKey(session)));
    const kept = keptRows(session);
    for await (const match of matcher.matches()) {
      if (leftOut.has(match.n)) {
        // Why it is left out, for whoever looks at the row.
        await writer.add(duplicateEntry(match, duplicateProblem(session, match)));
        continue;
      }
      counts.duplicatesInRegister += 1;
      if (isKeepable(match.code) && kept.has(rowKey(match.sheet, match.row))) continue;
      const problem = duplicateProblem(session, match);
      findings.add(problem);
      troubled.add(match.n);
      blocked.add(match.n);
      await writer.add(duplicateEntry(match, problem));
    }
    await writer.close();
    return { names, blocked, troubled, counts, knownAt: head.rows[0]?.last_recorded_at ?? null };
  });
}

const duplicateEntry = ({ sheet, row, n }: Match, problem: CellProblem): DuplicateEntry => ({ sheet, row, n, problem });

function isBlocked(entry: ReadEntry): boolean {
  const { input, problems } = entry;
  return isLine(entry) && (input === null || problems.some(({ isBlocking }) => isBlocking));
}

function noCounts(): Counts {
  const none = { rows: 0, good: 0, withProblems: 0, leftOut: 0, newUnits: 0, units: 0, members: 0, acts: 0 };
  return { ...none, duplicatesInFile: 0, duplicatesInRegister: 0, recordedBefore: 0 };
}

function count(counts: Counts, { row, what, problems, isLeftOut }: ReadEntry): void {
  if (what === 'passed') return;
  if (row > 0) counts.rows += 1;
  else counts.newUnits += 1;
  if (isLeftOut) {
    counts.leftOut += 1;
    return;
  }
  if (what === 'unit') counts.units += 1;
  else if (what === 'member') counts.members += 1;
  else counts.acts += 1;
  if (problems.some(({ other }) => other !== undefined)) counts.duplicatesInFile += 1;
}

/** Rows of which the user says that they are no duplicates. */
function keptRows({ repairs }: Session): Set<string> {
  return new Set(
    repairs.flatMap(({ sheet, row, column, value }) =>
      column === null && value === 'keep' ? [rowKey(sheet, row)] : [],
    ),
  );
}
