import { Problem } from '#/platform/errors.ts';
import { makeQueue } from './queue.ts';
import type { Progress } from './shapes.ts';

/** Work in the background, one after the other for each register, with its progress. */
export interface Jobs {
  progressOf: (id: string) => Progress | null;
  isBusy: (id: string) => boolean;
  /**
   * Takes the session for the work, notes that (`begin`), and comes back; the work follows in its turn and handles its own
   * failures. From the first moment the session is busy, so that nobody who looks takes it for one left by a dead server.
   */
  start: (
    id: string,
    register: string,
    begin: () => Promise<void>,
    work: (tell: (progress: Progress) => void) => Promise<void>,
  ) => Promise<void>;
  /** When the work of a session is done; at once where there is none. */
  done: (id: string) => Promise<void>;
  /** Breaks all work off at its next step, and waits for it. */
  stop: () => Promise<void>;
}

/** Thrown into work that is to break off. */
export class Stopped extends Error {}

export function makeJobs(): Jobs {
  const queue = makeQueue();
  const running = new Map<string, { progress: Progress; work: Promise<void> }>();
  let isStopping = false;
  return {
    progressOf: (id) => running.get(id)?.progress ?? null,
    isBusy: (id) => running.has(id),
    start: async (id, register, begin, work) => {
      if (running.has(id)) throw busy();
      const job = { progress: { step: 'waiting', done: 0 } as Progress, work: Promise.resolve() };
      const tell = (progress: Progress) => {
        if (isStopping) throw new Stopped('the server is stopping');
        job.progress = progress;
      };
      running.set(id, job);
      const begun = begin();
      job.work = begun
        .then(() => queue.run(register, () => work(tell)))
        .finally(() => {
          running.delete(id);
        });
      job.work.catch(() => {}); // a beginning that failed is told to whoever asked for it
      await begun;
    },
    done: async (id) => running.get(id)?.work,
    stop: async () => {
      isStopping = true;
      await Promise.allSettled([...running.values()].map(({ work }) => work));
    },
  };
}

export function busy(): Problem {
  return new Problem('import.busy', 'This import is being worked on; wait until it is done.', { status: 409 });
}
