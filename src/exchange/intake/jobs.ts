import { makeQueue } from './queue.ts';
import type { Progress } from './shapes.ts';

/** Work in the background, one after the other for each register, with its progress. */
export interface Jobs {
  progressOf: (id: string) => Progress | null;
  isBusy: (id: string) => boolean;
  /** Starts the work of a session and comes back at once. `work` handles its own failures. */
  start: (id: string, register: string, work: (tell: (progress: Progress) => void) => Promise<void>) => void;
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
    start: (id, register, work) => {
      const job = { progress: { step: 'waiting', done: 0 } as Progress, work: Promise.resolve() };
      const tell = (progress: Progress) => {
        if (isStopping) throw new Stopped('the server is stopping');
        job.progress = progress;
      };
      running.set(id, job);
      job.work = queue
        .run(register, () => work(tell))
        .finally(() => {
          running.delete(id);
        });
    },
    done: async (id) => running.get(id)?.work,
    stop: async () => {
      isStopping = true;
      await Promise.allSettled([...running.values()].map(({ work }) => work));
    },
  };
}
