import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#/platform/errors.ts';
import { log } from '#/platform/log.ts';
import { checkReading, readAnew, readSession, type Work } from './check.ts';
import { type Doors, unitLookup } from './doors.ts';
import { type Jobs, Stopped } from './jobs.ts';
import { openly } from './openly.ts';
import { recordReading } from './record.ts';
import type { Session } from './session.ts';
import type { Intake, Progress } from './shapes.ts';
import type { Store } from './store.ts';
import { takeBack } from './undo.ts';

/** The long work on sessions. Each starts it and gives back the session as it then stands. */
export interface Background {
  check: (session: Session) => Promise<Session>;
  record: (session: Session, options: { goodRowsOnly: boolean }) => Promise<Session>;
  undo: (session: Session, options: { by: string; reason?: string }) => Promise<Session>;
  /** A session whose work ended with the server that did it: what became of it. */
  settled: (session: Session) => Promise<Session>;
}

export function makeBackground(doors: Doors, store: Store, jobs: Jobs): Background {
  const worldOf = (session: Session, tell: (progress: Progress) => void): Work => ({
    folder: store.folderOf(session.id),
    lookup: unitLookup(doors, session),
    say: doors.say,
    label: doors.label,
    progress: tell,
    inRoom: (source, work) => doors.roomFor(session, source, work),
  });
  const start = async (
    session: Session,
    state: 'checking' | 'recording',
    work: (session: Session, tell: (progress: Progress) => void) => Promise<Session>,
  ): Promise<Session> => {
    const { failure: _failure, hangingOn: _hanging, ...rest } = session;
    const begun: Session = { ...rest, state };
    await jobs.start(
      session.id,
      session.tenant ?? '',
      () => store.save(begun),
      async (tell) => {
        const ended = await work(begun, tell).catch((error: unknown) => failed(doors, begun, error));
        await store.save(ended);
        if (ended.state === 'recorded') await store.clear(session.id);
      },
    );
    return begun;
  };
  return {
    check: (session) => start(session, 'checking', (begun, tell) => checked(begun, worldOf(begun, tell))),
    record: async (session, { goodRowsOnly }) => {
      const stopping = session.found?.counts.withProblems ?? 0;
      if (session.state === 'checked' && stopping > 0 && !goodRowsOnly)
        throw new Problem(
          'import.rows-refused',
          `${stopping} rows cannot be recorded as they stand. Mend them, leave them out, or record the good rows only.`,
        );
      return start(session, 'recording', (begun, tell) => recorded(begun, worldOf(begun, tell), store, goodRowsOnly));
    },
    undo: (session, options) => undo(doors, store, jobs, session, options),
    settled: async (session) => {
      if (!isAtWork(session) || jobs.isBusy(session.id)) return session;
      // It may have come to its end since it was read.
      const now = await store.load(session.id);
      return now !== null && isAtWork(now) && !jobs.isBusy(now.id) ? settle(doors, store, now) : (now ?? session);
    },
  };
}

async function checked(session: Session, work: Work): Promise<Session> {
  const { spool, planProblems } = await readAnew(session, work);
  // While the plan is at fault nothing can be said of the rows.
  if (spool === null) return { ...session, state: 'recognised', planProblems };
  return { ...session, state: 'checked', planProblems, found: await checkReading(session, spool, work) };
}

async function recorded(session: Session, work: Work, store: Store, goodRowsOnly: boolean): Promise<Session> {
  const { spool, planProblems } = await readSession(session, work);
  if (spool === null) return { ...session, state: 'recognised', planProblems };
  const { receipt, tenant } = await recordReading(session, spool, work, {
    goodRowsOnly,
    announce: (recording) => store.save({ ...session, ...(recording === undefined ? {} : { recording }) }),
  });
  return bareOf({ ...session, state: 'recorded', tenant, receipt });
}

/** What stays of a recorded import: nothing that its file said of people. */
function bareOf({ found, ...session }: Session): Session {
  const { recording: _recording, ...rest } = session;
  return {
    ...rest,
    repairs: [],
    plan: {
      ...session.plan,
      sheets: session.plan.sheets.map((sheet) => ({
        ...sheet,
        columns: sheet.columns.map((column) => ({ ...column, samples: [] })),
      })),
    },
    sheets: session.sheets.map((sheet) => ({ ...sheet, titles: [], problems: [] })),
    ...(found === undefined ? {} : { found: { ...found, kept: [] } }),
  };
}

/** Why work broke off, as the session tells it. What is no Problem is a fault of ours: the log has it. */
function failed(doors: Doors, session: Session, error: unknown): Session {
  const { recording: _recording, ...rest } = session;
  if (!(error instanceof Problem) && !(error instanceof Stopped))
    log.error({ err: error, import: session.id }, 'a fault');
  const problem =
    error instanceof Problem
      ? error
      : error instanceof Stopped
        ? interrupted
        : new Problem('fault', 'Something went wrong here; nothing was recorded. The log has it.');
  return { ...rest, state: 'failed', failure: failureOf(doors, problem) };
}

function failureOf({ say }: Doors, { code, message, fields }: Problem): Intake['failure'] {
  return { code, message: say({ code, message }), errors: fields.slice(0, 100) };
}

const interrupted = new Problem(
  'import.interrupted',
  'The server stopped while this import was being worked on; nothing of it was recorded. Ask again.',
);

const isAtWork = ({ state }: Session) => state === 'checking' || state === 'recording';

/** What became of work whose server is gone. */
async function settle(doors: Doors, store: Store, session: Session): Promise<Session> {
  const { recording } = session;
  const after = recording === undefined ? null : await actsNow(doors, session.by, recording);
  const settled: Session =
    recording !== undefined && after !== null && after.acts > recording.actsBefore
      ? bareOf({
          ...session,
          tenant: recording.tenant,
          state: 'recorded',
          receipt: { ...after, added: after.acts - recording.actsBefore },
        })
      : failed(doors, session, interrupted);
  await store.save(settled);
  if (settled.state === 'recorded') await store.clear(session.id);
  return settled;
}

/** An import as the register has it; null: it has none, or the register is gone again. */
async function actsNow(doors: Doors, by: string, recording: NonNullable<Session['recording']>) {
  const room = await doors.room(recording.tenant, undefined);
  if (room === null) return null;
  return openly(room.journal, 'own-import', by, async ({ client }) => {
    const { rows } = await client.query('select recorded_at, recorded_by, act_count from import_batch where id = $1', [
      recording.import,
    ]);
    if (rows.length === 0) return null;
    const { recorded_at: recordedAt, recorded_by: recordedBy, act_count: acts } = rows[0];
    return {
      import: recording.import,
      recordedAt,
      recordedBy,
      acts,
      duplicates: 0,
      lines: acts,
      leftOut: 0,
      leftOutFirst: [],
      warnings: [],
    };
  });
}

/** Long enough for an ordinary import, so that its answer tells at once; a large one goes on in the background. */
const undoneWithinMs = 5_000;

async function undo(
  doors: Doors,
  store: Store,
  jobs: Jobs,
  session: Session,
  { by, reason }: { by: string; reason?: string },
): Promise<Session> {
  const { receipt, tenant } = session;
  if (session.state !== 'recorded' || receipt === undefined || tenant === null)
    throw new Problem('import.not-recorded', 'Only what is recorded can be undone.', { status: 409 });
  const { journal } = await doors.roomOfImport(receipt.import, tenant);
  let refusal: unknown;
  const { hangingOn: _hanging, failure: _failure, ...rest } = session;
  const nothing = async () => {}; // a server that dies meanwhile leaves the import as it was
  await jobs.start(session.id, tenant, nothing, async (tell) => {
    tell({ step: 'undo', done: 0, total: receipt.added });
    try {
      await takeBack(journal, receipt.import, { actor: by, reason });
      await store.save({ ...rest, state: 'undone' });
    } catch (error) {
      refusal = error;
      if (!(error instanceof Problem)) log.error({ err: error, import: session.id }, 'a fault');
      const hanging =
        error instanceof Problem && error.code === 'import.hanging' ? { hangingOn: error.fields.slice(0, 100) } : {};
      await store.save({ ...failed(doors, session, error), ...hanging, state: 'recorded' });
    }
  });
  await Promise.race([jobs.done(session.id), sleep(undoneWithinMs, undefined, { ref: false })]);
  if (refusal !== undefined) throw refusal;
  return (await store.load(session.id)) ?? session;
}
