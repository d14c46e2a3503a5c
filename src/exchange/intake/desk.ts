import type { Readable } from 'node:stream';
import { Problem } from '#/platform/errors.ts';
import { followSuperior } from '../tables/follow-superior.ts';
import type { TablePlan } from '../tables/plan.ts';
import { type Background, makeBackground } from './background.ts';
import { type Doors, unitLookup } from './doors.ts';
import { busy, type Jobs, makeJobs } from './jobs.ts';
import { type PageQuestion, previewPage } from './preview.ts';
import { forgetAndPropose, receive, type Upload, usesOf } from './propose.ts';
import { makeQueue, type Queue } from './queue.ts';
import { rowsOf } from './reading.ts';
import { mergeRepairs, type RepairRequest } from './repairs.ts';
import { intakeOf, type Session } from './session.ts';
import type { Intake, PreviewPage } from './shapes.ts';
import { openStore, type Store } from './store.ts';

/** Imports as sessions: see README.md. Every function throws `import.unknown` of a session that is not (any longer) there. */
export interface Desk {
  upload: (body: Readable, upload: Upload) => Promise<Intake>;
  read: (id: string) => Promise<Intake>;
  plan: (id: string, plan: TablePlan) => Promise<Intake>;
  check: (id: string) => Promise<Intake>;
  rows: (id: string, question: PageQuestion) => Promise<PreviewPage>;
  repair: (id: string, request: RepairRequest) => Promise<Intake>;
  record: (id: string, options: { goodRowsOnly: boolean }) => Promise<Intake>;
  undo: (id: string, options: { by: string; reason?: string }) => Promise<Intake>;
  forget: (id: string) => Promise<Intake>;
  discard: (id: string) => Promise<void>;
  sessions: () => Promise<Session[]>;
}

/** The imports that lie in a folder, as each caller sees them. */
export interface Desks {
  /** `doors`: the installation as the caller may use it, also for what goes on when the call is over. `isSeen`: whose sessions there are for the caller. */
  of: (doors: Doors, isSeen: (session: Session) => boolean) => Desk;
  /** Removes what has lain a day. */
  sweep: () => Promise<number>;
  /** Breaks off what is under way: nothing of it is recorded, and the sessions say so. */
  stop: () => Promise<void>;
}

export function openDesks({ folder, clock }: Pick<Doors, 'folder' | 'clock'>): Desks {
  const store = openStore(folder, clock);
  const jobs = makeJobs();
  const turns = makeQueue();
  return {
    of: (doors, isSeen) => {
      const rounds = { doors, store, jobs, turns, isSeen, background: makeBackground(doors, store, jobs) };
      return {
        ...ways(rounds),
        ...changes(rounds),
        sessions: async () => Promise.all((await store.all()).filter(isSeen).map(rounds.background.settled)),
      };
    },
    sweep: store.sweep,
    stop: async () => {
      await jobs.stop();
      await store.sweep();
    },
  };
}

/** The desk of whoever owns the data folder. */
export function openDesk(doors: Doors): Desk & Pick<Desks, 'sweep' | 'stop'> {
  const { of, ...rest } = openDesks(doors);
  return { ...of(doors, () => true), ...rest };
}

interface Rounds {
  doors: Doors;
  store: Store;
  jobs: Jobs;
  background: Background;
  /** Changes of one import go one after the other: of two that came at once neither writes over the other. */
  turns: Queue;
  isSeen: (session: Session) => boolean;
}

const told = ({ jobs }: Rounds, session: Session) => intakeOf(session, jobs.progressOf(session.id));

async function find({ store, background, isSeen }: Rounds, id: string): Promise<Session> {
  const session = await store.load(id);
  if (session === null || !isSeen(session)) throw unknown(id);
  return background.settled(session);
}

/** A session that can be changed: not recorded, and nothing at work on it. */
async function open(rounds: Rounds, id: string): Promise<Session> {
  const session = await find(rounds, id);
  if (rounds.jobs.isBusy(id)) throw busy();
  if (isRecorded(session))
    throw new Problem('import.recorded', 'This import is recorded already; undo it, or send the file again.', {
      status: 409,
    });
  return session;
}

const isRecorded = ({ state }: Session) => state === 'recorded' || state === 'undone';

/** Reading, and the long work. */
function ways(rounds: Rounds): Pick<Desk, 'read' | 'rows' | 'check' | 'record' | 'undo' | 'discard'> {
  const { doors, store, background, turns } = rounds;
  return {
    read: async (id) => told(rounds, await find(rounds, id)),
    rows: async (id, question) => {
      const session = await find(rounds, id);
      if (isRecorded(session))
        throw new Problem('import.recorded', 'This import is recorded; its file lies here no longer.', { status: 409 });
      return previewPage(session, store.folderOf(id), question, { lookup: unitLookup(doors, session), say: doors.say });
    },
    check: (id) => turns.run(id, async () => told(rounds, await background.check(await open(rounds, id)))),
    record: (id, options) =>
      turns.run(id, async () => told(rounds, await background.record(await open(rounds, id), options))),
    undo: async (id, options) => told(rounds, await background.undo(await find(rounds, id), options)),
    discard: (id) =>
      turns.run(id, async () => {
        await open(rounds, id);
        await store.remove(id);
      }),
  };
}

/** What changes how the file is read. */
function changes(rounds: Rounds): Pick<Desk, 'upload' | 'plan' | 'repair' | 'forget'> {
  const { doors, store, turns } = rounds;
  const keep = async (session: Session): Promise<Intake> => {
    await store.save(session);
    return told(rounds, session);
  };
  /** What is wrong with the plan is told at once, before any row is read. */
  const judged = async (session: Session): Promise<Session> => {
    const { planProblems } = await rowsOf(session, { lookup: unitLookup(doors, session), say: doors.say });
    return { ...session, planProblems };
  };
  const change = (id: string, work: (session: Session) => Promise<Session>): Promise<Intake> =>
    turns.run(id, async () => {
      const changed = await work(await open(rounds, id));
      await open(rounds, id); // recorded, discarded or being checked meanwhile: that stands
      return keep(changed);
    });
  return {
    upload: async (body, upload) => {
      const id = await store.makeFolder();
      try {
        return await keep(await judged(await receive(doors, body, upload, { id, folder: store.folderOf(id) })));
      } catch (error) {
        await store.remove(id);
        throw error;
      }
    },
    plan: (id, plan) =>
      change(id, async (session) => {
        if (session.kind === 'acts') throw new Problem('import.no-plan', 'A journal file is read as it is.');
        const { failure: _failure, found: _found, ...rest } = session;
        const there = new Set((await unitLookup(doors, session)()).map(({ code }) => code));
        const followed = followSuperior(session.plan, plan, there);
        return judged({ ...rest, state: 'recognised', plan: followed, sheets: usesOf(session.sheets, plan) });
      }),
    repair: (id, request) =>
      change(id, async (session) => {
        const repairs = await mergeRepairs(session, store.folderOf(id), request);
        return { ...session, repairs, state: 'recognised' };
      }),
    forget: (id) =>
      change(id, async (session) => {
        const { found: _found, ...rest } = session;
        return judged({ ...rest, ...(await forgetAndPropose(doors, session)), state: 'recognised' });
      }),
  };
}

function unknown(id: string): Problem {
  const message = `There is no import ${id} here: it was recorded, discarded, or lay longer than a day.`;
  return new Problem('import.unknown', message, {
    status: 404,
    fields: [{ field: 'id', code: 'import.unknown', message }],
  });
}
