import { Problem } from '#/platform/errors.ts';
import { type ImportReceipt, importIdOf, importJournal } from '../import/import-journal.ts';
import type { CellProblem } from '../tables/plan.ts';
import { bareSource, sourceOf, stepsOf, type Work } from './check.ts';
import { type Examined, examine, type ImportRoom, keepTroubled, readBlocked } from './examine.ts';
import { makeFindings } from './findings.ts';
import { freshHash, lineNames, linesHash, readingKey } from './identity.ts';
import { openly } from './openly.ts';
import { problemOfLine } from './placing.ts';
import type { ReadEntry } from './reading.ts';
import { remember } from './remembered.ts';
import type { Session } from './session.ts';
import type { IntakeReceipt } from './shapes.ts';
import type { Spool } from './spool.ts';

interface RecordOptions {
  goodRowsOnly: boolean;
  /** Kept before anything is recorded: what a restart has to look for. */
  announce: (recording: Session['recording']) => Promise<void>;
}

/** Receipts name so many of the rows that were left out; the check has them all. */
const leftOutShown = 100;

/** Records the rows of a session, all or only the good ones, as one batch. */
export async function recordReading(
  session: Session,
  spool: Spool<ReadEntry>,
  work: Work,
  { goodRowsOnly, announce }: RecordOptions,
): Promise<{ receipt: IntakeReceipt; tenant: string }> {
  return work.inRoom(bareSource(session, spool), async (room) => {
    const { journal } = room;
    const { names, blocked, refusedLines, kept } = await stand(session, spool, room, work);
    const leftOut = blocked.size + refusedLines.size;
    if (leftOut > 0 && !goodRowsOnly) throw refused(leftOut);
    const importId = importIdOf(journal.tenant, names.hash);
    await announce({ tenant: journal.tenant, import: importId, actsBefore: await actsOf(room, session, importId) });
    const source = sourceOf(session, spool, { names, blocked, refusedLines });
    const recorded = await importJournal(journal, source, {
      actor: session.by,
      scope: room.scope,
      goodRowsOnly,
      progress: stepsOf(work.progress, spool.count - leftOut),
    });
    await keepMapping(session, room, recorded.recordedAt);
    return { tenant: journal.tenant, receipt: receiptOf(session, recorded, { leftOut, kept, say: work.say }) };
  });
}

/** What the check found, if the register has not changed since; else it is looked at again. */
async function stand(
  session: Session,
  spool: Spool<ReadEntry>,
  room: ImportRoom,
  { folder, label, progress }: Work,
): Promise<Pick<Examined, 'names' | 'blocked'> & { refusedLines: ReadonlySet<number>; kept: CellProblem[] }> {
  const { journal, scope } = room;
  const { found } = session;
  const key = readingKey(session);
  const blocked = found?.key === key ? await readBlocked(folder, key) : null;
  const now = await openly(journal, 'own-import', session.by, async ({ client }) => ({
    head: (await client.query('select last_recorded_at from journal_head')).rows[0]?.last_recorded_at ?? null,
    hash: await freshHash(client, journal.tenant, linesHash(session)),
  }));
  if (found !== undefined && blocked !== null && found.knownAt === now.head)
    return {
      names: lineNames(journal.tenant, now.hash, session.repairs),
      blocked,
      refusedLines: new Set(found.refusedLines),
      kept: found.kept.filter(({ isBlocking }) => isBlocking),
    };
  const findings = makeFindings(label);
  const step = (name: 'duplicates', done: number, total: number) => progress({ step: name, done, total });
  const examined = await examine(session, spool, { journal, scope }, { folder, findings, progress: step });
  await keepTroubled(folder, key, examined);
  return { ...examined, refusedLines: new Set(), kept: findings.kept.filter(({ isBlocking }) => isBlocking) };
}

function refused(count: number): Problem {
  return new Problem(
    'import.rows-refused',
    `${count} rows cannot be recorded as they stand; nothing was recorded. Mend them, leave them out, or record the good rows only.`,
  );
}

async function actsOf({ journal }: ImportRoom, { by }: Session, importId: string): Promise<number> {
  return openly(journal, 'own-import', by, async ({ client }) => {
    const { rows } = await client.query('select act_count from import_batch where id = $1', [importId]);
    return rows[0]?.act_count ?? 0;
  });
}

async function keepMapping(session: Session, { journal }: ImportRoom, at: string): Promise<void> {
  const { signature, plan, name, by } = session;
  if (signature === null) return;
  await openly(journal, 'mapping', by, ({ client }) => remember(client, { signature, plan, name, by, at }));
}

function receiptOf(
  session: Session,
  recorded: ImportReceipt,
  { leftOut, kept, say }: { leftOut: number; kept: readonly CellProblem[]; say: Work['say'] },
): IntakeReceipt {
  const late = recorded.leftOut.map((fault) => problemOfLine(session, fault, say, true));
  return {
    import: recorded.import,
    recordedAt: recorded.recordedAt,
    recordedBy: recorded.recordedBy,
    added: recorded.added,
    duplicates: recorded.duplicates,
    lines: recorded.lines,
    leftOut: leftOut + new Set(recorded.leftOut.map(({ line }) => line)).size,
    leftOutFirst: [...kept, ...late].slice(0, leftOutShown),
    warnings: recorded.warnings.slice(0, 1_000).map((fault) => problemOfLine(session, fault, say, false)),
  };
}
