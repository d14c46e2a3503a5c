import { setImmediate as breathe } from 'node:timers/promises';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { importJournal, type LineSource } from '../import/import-journal.ts';
import type { ReadLine } from '../import/lines.ts';
import type { UnitLookup } from '../tables/known-units.ts';
import type { CellProblem } from '../tables/plan.ts';
import { type Examined, examine, type ImportRoom, keepTroubled } from './examine.ts';
import { makeFindings } from './findings.ts';
import { readingKey } from './identity.ts';
import { problemOfLine, rowOfLine } from './placing.ts';
import { clearOtherReadings, isLine, openReading, type ReadEntry, readAll } from './reading.ts';
import type { Found, Session } from './session.ts';
import type { Progress } from './shapes.ts';
import type { Spool } from './spool.ts';

/** What the work on a session needs of the world. */
export interface Work {
  folder: string;
  lookup: UnitLookup;
  say: (problem: FieldProblem) => Bilingual;
  label: (code: string) => Bilingual | null;
  /** Told often; it may throw, to break the work off. */
  progress: (progress: Progress) => void;
  /** Runs in the room of the register that the import goes into; an empty installation gets its first one, by the units of the source. */
  inRoom: <T>(source: LineSource, work: (room: ImportRoom) => Promise<T>) => Promise<T>;
}

interface ReadSession {
  spool: Spool<ReadEntry> | null;
  planProblems: CellProblem[];
}

/** The reading of a session as it was checked, made if it is not there. */
export async function readSession(session: Session, work: Work): Promise<ReadSession> {
  const before = await openReading(work.folder, readingKey(session));
  return before === null ? readAnew(session, work) : { spool: before, planProblems: session.planProblems };
}

/** A session read from its file: what was read before may name units that the register did not have then. */
export function readAnew(session: Session, { folder, lookup, say, progress }: Work): Promise<ReadSession> {
  return readAll(session, { folder, lookup, say, progress: (done) => progress({ step: 'read', done }) });
}

/** Everything that recording would refuse or warn of: rows by themselves, against the register, and folded together in a rehearsal that is rolled back. */
export async function checkReading(session: Session, spool: Spool<ReadEntry>, work: Work): Promise<Found> {
  const { folder, label, progress } = work;
  const findings = makeFindings(label);
  const result = await work.inRoom(bareSource(session, spool), async (room) => {
    const examined = await examine(session, spool, room, {
      folder,
      findings,
      progress: (step, done, total) => progress({ step, done, total }),
    });
    return { ...examined, ...(await rehearse(session, spool, room, examined, work)) };
  });
  const { blocked, troubled, counts, refused, warnings, knownAt } = result;
  const refusedLines = new Set(refused.flatMap(({ line }) => (line === undefined ? [] : [line])));
  for (const fault of refused) findings.add(problemOfLine(session, fault, work.say, true));
  for (const fault of warnings) findings.add(problemOfLine(session, fault, work.say, false));
  for (const { line } of [...refused, ...warnings]) {
    const place = line === undefined ? null : rowOfLine(session, line);
    if (place !== null && place.row > 0) troubled.add(await spool.after(place.sheet?.sheet ?? null, place.row - 1));
  }
  await keepTroubled(folder, readingKey(session), { troubled, blocked });
  await clearOtherReadings(folder, readingKey(session));
  // Units that the plan itself brings in stand in no row.
  const refusedUnits = [...refusedLines].filter((line) => rowOfLine(session, line).row === 0).length;
  const withProblems = blocked.size + refusedLines.size - refusedUnits;
  return {
    key: readingKey(session),
    knownAt,
    counts: {
      ...counts,
      withProblems,
      good: counts.rows - withProblems - counts.leftOut,
      newUnits: counts.newUnits - refusedUnits,
    },
    byKind: findings.byKind(),
    kept: inOrder(session, findings.kept),
    refusedLines: [...refusedLines],
  };
}

async function rehearse(
  session: Session,
  spool: Spool<ReadEntry>,
  { journal, scope }: ImportRoom,
  examined: Examined,
  { progress }: Work,
): Promise<{ refused: FieldProblem[]; warnings: FieldProblem[] }> {
  const source = sourceOf(session, spool, examined);
  const { leftOut, warnings } = await importJournal(journal, source, {
    actor: session.by,
    scope,
    dryRun: true,
    goodRowsOnly: true,
    progress: stepsOf(progress, spool.count - examined.blocked.size),
  });
  return { refused: leftOut, warnings };
}

/** The progress of an import as that of its session. */
export function stepsOf(progress: Work['progress'], total: number): (step: string, done: number) => void {
  return (step, done) => progress({ step: step === 'record' || step === 'fold' ? step : 'read', done, total });
}

/** The lines of a reading without those that are blocked, named as this import names them. */
export function sourceOf(
  session: Session,
  spool: Spool<ReadEntry>,
  { names, blocked, refusedLines }: Pick<Examined, 'names' | 'blocked'> & { refusedLines?: ReadonlySet<number> },
): LineSource {
  return {
    name: session.name,
    hash: names.hash,
    read: async function* (): AsyncGenerator<ReadLine> {
      let n = 0;
      for await (const entry of spool.from(0)) {
        const isLeft = blocked.has(n) || refusedLines?.has(entry.line);
        n += 1;
        if (n % 500 === 0) await breathe();
        if (isLeft || entry.input === null || !isLine(entry)) continue;
        const id = names.ownId(entry);
        yield { line: entry.line, input: id === undefined ? entry.input : { ...entry.input, id } };
      }
    },
  };
}

/** The lines as they are, for whoever looks for the root of a new register. */
export function bareSource({ name, fileHash }: Session, spool: Spool<ReadEntry>): LineSource {
  return {
    name,
    hash: fileHash,
    read: async function* () {
      for await (const entry of spool.from(0)) if (isLine(entry)) yield { line: entry.line, input: entry.input };
    },
  };
}

function inOrder({ plan }: Session, problems: readonly CellProblem[]): CellProblem[] {
  const order = new Map(plan.sheets.map(({ sheet }, at) => [sheet, at]));
  const place = ({ sheet, row }: CellProblem) => (order.get(sheet) ?? -1) * 2 ** 22 + (row ?? 0);
  return problems.toSorted((a, b) => Number(b.isBlocking) - Number(a.isBlocking) || place(a) - place(b));
}
