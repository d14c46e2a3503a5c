import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Desk, openDesk } from '#/exchange/intake/desk.ts';
import { makeSealer } from '#/kernel/journal/sealer.ts';
import { isStillOpen } from '#/platform/accounts/sessions.ts';
import { type Exports, makeExports } from '#/platform/files/exports.ts';
import { log } from '#/platform/log.ts';
import { makeApp } from '#/platform/server/app.ts';
import { openDoor } from './accounts/open-door.ts';
import { makeOperator } from './accounts/operator.ts';
import { rememberIn, visitOf } from './accounts/visit.ts';
import { whoCalls } from './accounts/who-calls.ts';
import type { Api } from './api.ts';
import { importDoors } from './imports/doors.ts';
import type { Installation } from './installation.ts';
import { sayProblem } from './problem-texts.ts';
import { routes } from './routes.ts';
import type { Sessions } from './sessions.ts';
import { serveWeb } from './web.ts';

interface ServerOptions {
  token: string;
  sessions: Sessions;
  /** Who works in the browser, until there are accounts. */
  user?: string;
  /** Where the built pages lie. */
  web?: string;
  /** Links and the token go on opening it when there are accounts. */
  keepsOperator?: boolean;
}

/** API and pages over an installation. Until there are accounts, whoever carries the token or opened the link may do everything. */
export async function makeServer(installation: Installation, options: ServerOptions): Promise<FastifyInstance> {
  const { token, sessions, user = 'desk', web, keepsOperator = false } = options;
  const desk = openDesk(importDoors(installation));
  const { clock, config, hall } = installation;
  const door = openDoor(installation);
  const operator = makeOperator(hall, keepsOperator);
  const folder = join(config.dataDir, 'exports');
  const isOpen = async (session: string) =>
    sessions.isStillOpen(session) || (await isStillOpen(hall, session, clock.now()));
  const exports = makeExports({ folder, clock, isOpen });
  const app = await makeApp<Api>({
    routes,
    log,
    signIn: whoCalls({ installation, sessions, operator, token, user }),
    context: (caller, request, reply) => ({
      installation,
      sessions,
      desk,
      exports,
      actor: caller?.actor ?? 'nobody',
      session: caller?.session ?? null,
      now: () => clock.now(),
      door,
      operator,
      visit: visitOf(request),
      remember: rememberIn(request, reply),
    }),
    say: sayProblem,
  });
  await keepSwept(app, desk, exports);
  await serveWeb(app, { sessions, operator, folder: web });
  return app;
}

const sweepEveryMs = 3_600_000;

/** Uploads that nobody came back for, and exported lists of yesterday, go: at the start, every hour, and when the server stops. */
async function keepSwept(app: FastifyInstance, desk: Desk, exports: Exports): Promise<void> {
  const sweep = () =>
    Promise.all([desk.sweep(), exports.sweep()]).catch((error: unknown) =>
      log.error({ err: error }, 'could not clear old files'),
    );
  await sweep();
  const timer = setInterval(sweep, sweepEveryMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await exports.stop();
    await desk.stop();
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
