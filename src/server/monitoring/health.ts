import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Problem } from '#/platform/errors.ts';

/** A database that takes longer to say that it is there is not well. */
const patienceMs = 2_000;

/** `/healthz`: whether process and database answer, for whoever watches or starts this server. Tells nothing else. */
export function serveHealth(app: FastifyInstance, hall: Pick<Pool, 'query'>, patience = patienceMs): void {
  app.get('/healthz', async () => {
    if (await answers(hall, patience)) return { status: 'ok' };
    throw new Problem('database.unreachable', 'The database does not answer.', { status: 503 });
  });
}

/** Whether the database answers in time; why it does not stands in the database's own log. */
export async function answers(hall: Pick<Pool, 'query'>, patience = patienceMs): Promise<boolean> {
  const asked = hall.query('select 1').then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  return Promise.race([asked, tired]).finally(() => clearTimeout(timer));
}
