import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '#/platform/clock.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { sealNext } from './seal.ts';
import type { SealedLog } from './sealed-log.ts';

interface SealerOptions {
  pool: Pool;
  /** What lies under seals there. */
  sealed: readonly SealedLog[];
  clock: Clock;
  log: Logger;
  /** Between two looks; 30 s unless told, so that a line is sealed within a minute of its recording. */
  intervalMs?: number;
}

/** Seals what lies under seals in the background, until it is stopped. */
export interface Sealer {
  start(): void;
  /** Resolves when the seal that is being made, if any, has been committed. */
  stop(): Promise<void>;
}

export function makeSealer({ pool, sealed, clock, log, intervalMs = 30_000 }: SealerOptions): Sealer {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = true;
  let work: Promise<void> = Promise.resolve();
  const sealAll = async (): Promise<void> => {
    for (const one of sealed)
      try {
        // A transaction for each seal: what is sealed stays sealed, whatever befalls the rest of a long backlog.
        while (
          !isStopped &&
          (await inTransaction(pool, { actor: 'sealer', scope: wholeTenant }, (tx) => sealNext(tx, one, clock)))
        );
      } catch (error) {
        log.error({ err: error, of: one.name }, 'it could not be sealed; trying again');
      }
    if (!isStopped) timer = setTimeout(run, intervalMs).unref();
  };
  const run = (): void => {
    work = sealAll();
  };
  return {
    start: () => {
      if (!isStopped) return;
      isStopped = false;
      run();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await work;
    },
  };
}
