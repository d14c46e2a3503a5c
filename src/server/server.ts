import type { FastifyInstance } from 'fastify';
import { makeSealer } from '#/kernel/journal/sealer.ts';
import { log } from '#/platform/log.ts';
import { makeApp } from '#/platform/server/app.ts';
import type { Api } from './api.ts';
import type { Installation } from './installation.ts';
import { sayProblem } from './problem-texts.ts';
import { routes } from './routes.ts';
import { carriesToken } from './token.ts';

/** The API over an installation; whoever carries the token may do everything, until there are accounts. */
export function makeServer(installation: Installation, token: string): Promise<FastifyInstance> {
  return makeApp<Api>({
    routes,
    log,
    signIn: ({ headers }) => (carriesToken(headers.authorization, token) ? 'api' : null),
    context: (actor) => ({ installation, actor: actor ?? 'nobody' }),
    say: sayProblem,
  });
}

const lookForTenantsMs = 20_000;

/** Seals the journals of all tenants in the background, also of those that come later. Returns what stops it. */
export async function startSealers(installation: Installation): Promise<() => Promise<void>> {
  const sealers = new Map<string, ReturnType<typeof makeSealer>>();
  const look = async (): Promise<void> => {
    for (const { code } of await installation.tenants()) {
      if (sealers.has(code)) continue;
      const { pool } = await installation.room(code);
      const sealer = makeSealer({ pool, clock: installation.clock, log });
      sealers.set(code, sealer);
      sealer.start();
    }
  };
  await look();
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'could not look for new tenants; trying again'));
  }, lookForTenantsMs).unref();
  return async () => {
    clearInterval(timer);
    await Promise.all([...sealers.values()].map((sealer) => sealer.stop()));
  };
}
