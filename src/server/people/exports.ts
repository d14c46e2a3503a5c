import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExportProgress } from '#/domain/members/export-contract.ts';
import { logAccess } from '#/kernel/access/access-log.ts';
import type { FileAnswer } from '#/platform/contract/route.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { Problem } from '#/platform/errors.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { log } from '#/platform/log.ts';
import type { Installation } from '../installation.ts';
import { checkFilters } from './check-filters.ts';
import { exportList, type ListAsked } from './export-list.ts';
import { headingsOf } from './export-rows.ts';
import { figureList } from './figure-list.ts';
import { placeOf } from './question.ts';

/** Who asked: the actor, and the session that ends with the browser's (null: a token). */
export interface Caller {
  actor: string;
  session: string | null;
}

interface Job extends ExportProgress {
  by: Caller;
  file: string;
  startedAt: number;
  stop: AbortController;
  name: string;
}

/** Lists of members being written to files, and those written. */
export interface Exports {
  start: (asked: ListAsked, by: Caller) => Promise<ExportProgress>;
  /** Throws `export.unknown`, also to whoever did not ask for it. */
  read: (id: string, by: Caller) => ExportProgress;
  file: (id: string, by: Caller) => FileAnswer;
  cancel: (id: string, by: Caller) => Promise<ExportProgress>;
  /** Drops what is older than a day, or whose session has ended. */
  sweep: () => Promise<void>;
  stop: () => Promise<void>;
}

const dayMs = 86_400_000;
const mostAtOnce = 3;
const names = { vi: { sheet: 'Đảng viên', file: 'dang-vien' }, en: { sheet: 'Members', file: 'members' } };
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const shown = ({ id, state, done, total }: Job): ExportProgress => ({ id, state, done, total });

/** Keeps exports of an installation; what an earlier process left is gone. */
export function makeExports(installation: Installation, isOpen: (session: string) => boolean): Exports {
  const folder = join(installation.config.dataDir, 'exports');
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
  const drop = async (job: Job): Promise<void> => {
    job.stop.abort();
    jobs.delete(job.id);
    await rm(job.file, { force: true });
  };
  return {
    start: async (asked, by) => {
      const job = await newJob(installation, folder, asked, by);
      await ready;
      if ([...jobs.values()].filter(({ state }) => state === 'running').length >= mostAtOnce)
        throw new Problem('export.busy', 'Other lists are being exported: wait for one of them.', { status: 429 });
      jobs.set(job.id, job);
      void run(installation, asked, job);
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
        if (now(installation) - job.startedAt > dayMs || (job.by.session !== null && !isOpen(job.by.session)))
          await drop(job);
    },
    stop: async () => {
      for (const job of [...jobs.values()]) await drop(job);
    },
  };
}

/** What cannot be asked is told at once, and not in the background. */
async function newJob(installation: Installation, folder: string, asked: ListAsked, by: Caller): Promise<Job> {
  checkFilters(asked.question);
  if (asked.question.figure !== undefined) figureList(installation, asked.question);
  const { room, on } = await placeOf(installation, asked.question);
  const id = uuidv7();
  return {
    id,
    state: 'running',
    done: 0,
    total: null,
    by,
    file: join(folder, `${id}.xlsx`),
    startedAt: now(installation),
    stop: new AbortController(),
    name: `${names[asked.language].file}-${asked.question.unit ?? room.tenant.code}-${on}.xlsx`,
  };
}

const now = ({ clock }: Installation): number => clock.now().getTime();

async function run(installation: Installation, asked: ListAsked, job: Job): Promise<void> {
  try {
    await exportList(
      installation,
      job.by.actor,
      asked,
      async (total) => {
        job.total = total;
        await note(installation, asked, job.by, total);
      },
      async (rows) => {
        const headings = headingsOf(asked.columns, asked.language);
        const target = createWriteStream(job.file, { mode: 0o600 });
        await pipeline(writeSheet(names[asked.language].sheet, headings, counted(rows, job)), target, {
          signal: job.stop.signal,
        });
      },
    );
    job.state = 'done';
  } catch (error) {
    job.state = job.stop.signal.aborted ? 'cancelled' : 'failed';
    if (job.state === 'failed') log.error({ err: error }, 'a list of members could not be exported');
    await rm(job.file, { force: true });
  }
}

async function* counted(rows: AsyncGenerator<Cell[]>, job: Job): AsyncGenerator<Cell[]> {
  for await (const row of rows) {
    job.stop.signal.throwIfAborted();
    yield row;
    job.done += 1;
  }
}

/** Names leave the register, though nothing sensitive does: what was asked is kept, but no words that were searched. */
async function note(installation: Installation, asked: ListAsked, by: Caller, total: number): Promise<void> {
  const { room, unitId, scope } = await placeOf(installation, asked.question);
  const { q, ...filters } = asked.question;
  await logAccess(
    room.pool,
    { actor: by.actor, scope },
    {
      action: 'list.exported',
      detail: { filters, hasWords: q !== undefined, columns: asked.columns, format: 'xlsx' },
      unitId,
      reason: 'Xuất danh sách đảng viên, không có giá trị mật',
      personCount: total,
    },
  );
}

function unknownExport(): Problem {
  const message = 'There is no such export; files are kept for a day.';
  return new Problem('export.unknown', message, {
    status: 404,
    fields: [{ field: 'id', code: 'export.unknown', message }],
  });
}
