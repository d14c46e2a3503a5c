import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '#/platform/clock.ts';
import type { ExportProgress } from '#/platform/contract/export-contract.ts';
import type { FileAnswer } from '#/platform/contract/route.ts';
import type { Cell, TableColumn } from '#/platform/documents/table.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { Problem } from '#/platform/errors.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { log } from '#/platform/log.ts';

/** Who asked: the actor, and the session that ends with the browser's (null: a token). */
export interface Caller {
  actor: string;
  session: string | null;
}

/** A list to be written: how many rows it has is told first, then they come. */
export interface ListToWrite {
  /** Of the file. */
  name: string;
  sheet: string;
  columns: readonly TableColumn[];
  read: (begin: (total: number) => void, write: (rows: AsyncIterable<Cell[]>) => Promise<void>) => Promise<void>;
}

interface Job extends ExportProgress {
  by: Caller;
  file: string;
  startedAt: number;
  stop: AbortController;
  name: string;
}

/** Lists being written to files in the background, and those written. */
export interface Exports {
  /** Throws `export.busy`. */
  start: (list: ListToWrite, by: Caller) => Promise<ExportProgress>;
  /** Throws `export.unknown`, also to whoever did not ask for it. */
  read: (id: string, by: Caller) => ExportProgress;
  /** Throws `export.unknown`, `export.not-done`. */
  file: (id: string, by: Caller) => FileAnswer;
  cancel: (id: string, by: Caller) => Promise<ExportProgress>;
  /** How many are being written. */
  running: () => number;
  /** Drops what is older than a day, or whose session has ended. */
  sweep: () => Promise<void>;
  stop: () => Promise<void>;
}

interface ExportsOptions {
  /** Emptied at the start: what an earlier process left is gone. */
  folder: string;
  clock: Clock;
  isOpen: (session: string) => boolean | Promise<boolean>;
}

const dayMs = 86_400_000;
const mostAtOnce = 3;
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const shown = ({ id, state, done, total }: Job): ExportProgress => ({ id, state, done, total });

/** Keeps the exports of an installation. */
export function makeExports({ folder, clock, isOpen }: ExportsOptions): Exports {
  const now = () => clock.now().getTime();
  const jobs = new Map<string, Job>();
  const ready = rm(folder, { recursive: true, force: true }).then(() =>
    mkdir(folder, { recursive: true, mode: 0o700 }),
  );
  ready.catch(() => {}); // told to whoever starts one
  const find = (id: string, by: Caller): Job => {
    const job = jobs.get(id);
    if (job === undefined || job.by.actor !== by.actor || job.by.session !== by.session) throw unknownExport();
    return job;
  };
  const running = () => [...jobs.values()].filter(({ state }) => state === 'running').length;
  const drop = async (job: Job): Promise<void> => {
    job.stop.abort();
    jobs.delete(job.id);
    await rm(job.file, { force: true });
  };
  return {
    running,
    start: async (list, by) => {
      await ready;
      if (running() >= mostAtOnce)
        throw new Problem('export.busy', 'Other lists are being exported: wait for one of them.', { status: 429 });
      const job = newJob(list.name, folder, by, now());
      jobs.set(job.id, job);
      void run(list, job);
      return shown(job);
    },
    read: (id, by) => shown(find(id, by)),
    file: (id, by) => {
      const job = find(id, by);
      if (job.state !== 'done') throw new Problem('export.not-done', 'The file is not finished.', { status: 409 });
      return { name: job.name, type: sheetType, body: createReadStream(job.file) };
    },
    cancel: async (id, by) => {
      const job = find(id, by);
      await drop(job);
      return { ...shown(job), state: 'cancelled' };
    },
    sweep: async () => {
      for (const job of [...jobs.values()])
        if (now() - job.startedAt > dayMs || (job.by.session !== null && !(await isOpen(job.by.session))))
          await drop(job);
    },
    stop: async () => {
      for (const job of [...jobs.values()]) await drop(job);
    },
  };
}

function newJob(name: string, folder: string, by: Caller, startedAt: number): Job {
  const id = uuidv7();
  const file = join(folder, `${id}.xlsx`);
  return { id, state: 'running', done: 0, total: null, by, file, startedAt, stop: new AbortController(), name };
}

async function run({ sheet, columns, read }: ListToWrite, job: Job): Promise<void> {
  try {
    await read(
      (total) => {
        job.total = total;
      },
      (rows) => {
        const target = createWriteStream(job.file, { mode: 0o600 });
        return pipeline(writeSheet(sheet, columns, counted(rows, job)), target, { signal: job.stop.signal });
      },
    );
    job.state = 'done';
  } catch (error) {
    job.state = job.stop.signal.aborted ? 'cancelled' : 'failed';
    if (job.state === 'failed') log.error({ err: error }, 'a list could not be exported');
    await rm(job.file, { force: true });
  }
}

async function* counted(rows: AsyncIterable<Cell[]>, job: Job): AsyncGenerator<Cell[]> {
  for await (const row of rows) {
    job.stop.signal.throwIfAborted();
    yield row;
    job.done += 1;
  }
}

function unknownExport(): Problem {
  const message = 'There is no such export; files are kept for a day.';
  return new Problem('export.unknown', message, {
    status: 404,
    fields: [{ field: 'id', code: 'export.unknown', message }],
  });
}
