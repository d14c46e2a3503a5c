import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Desks, openDesks } from '#/exchange/intake/desk.ts';
import type { Session } from '#/exchange/intake/session.ts';
import { sealedAccesses } from '#/kernel/access/sealed-accesses.ts';
import { sealedAccountEvents } from '#/kernel/access/sealed-account-events.ts';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { makeSealer } from '#/kernel/seals/sealer.ts';
import { accountNamed } from '#/platform/accounts/accounts.ts';
import { isStillOpen } from '#/platform/accounts/sessions.ts';
import { type Exports, makeExports } from '#/platform/files/exports.ts';
import { log } from '#/platform/log.ts';
import { makeApp } from '#/platform/server/app.ts';
import type { RateLimits } from '#/platform/server/rate-limits.ts';
import type { Site } from '#/platform/server/site.ts';
import { areTwoAccounts } from './access/two-accounts.ts';
import { accountsBeyond, liesWithin } from './access/within.ts';
import { openDoor } from './accounts/open-door.ts';
import { makeOperator } from './accounts/operator.ts';
import { rememberIn, visitOf } from './accounts/visit.ts';
import { whoCalls } from './accounts/who-calls.ts';
import type { Api } from './api.ts';
import { capacitiesOf, noSeat, type Seat, workplaceOf } from './capacity.ts';
import { importDoors } from './imports/doors.ts';
import type { Installation } from './installation.ts';
import { serveMonitoring } from './monitoring/serve-monitoring.ts';
import { sayProblem } from './problem-texts.ts';
import { sweepDrafts } from './retention/sweep-drafts.ts';
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
  /** Who calls, in which capacity; without it, accounts and the operator. For tests of what follows from a seat. */
  signIn?: (request: FastifyRequest) => Promise<Seat | null>;
  /** The account of a login, for whoever grants it a role; null: there is none. */
  accountNamed?: Api['accountNamed'];
  /** Links and the token go on opening it when there are accounts. */
  keepsOperator?: boolean;
  /** Where it is reached; on this machine only, unless told. */
  site?: Site;
  /** How often one may ask; as often as one likes, unless told. */
  limits?: RateLimits;
  /** Opens `/metrics` to another machine. */
  metricsToken?: string;
}

/** API and pages over an installation. Handlers get it as the caller's capacity may use it, and nothing wider. */
export async function makeServer(installation: Installation, options: ServerOptions): Promise<FastifyInstance> {
  const { token, sessions, user = 'desk', web, site, limits, metricsToken, keepsOperator = false } = options;
  const { clock, config, hall } = installation;
  const desks = openDesks({ clock, folder: join(config.dataDir, 'uploads') });
  const door = openDoor(installation);
  const operator = makeOperator(hall, keepsOperator);
  const isOpen = async (session: string) =>
    sessions.isStillOpen(session) || (await isStillOpen(hall, session, clock.now()));
  const exports = makeExports({ folder: join(config.dataDir, 'exports'), clock, isOpen });
  const app = await makeApp<Api, Seat>({
    routes,
    log,
    signIn: options.signIn ?? whoCalls({ installation, sessions, operator, token, user }),
    context: (caller, request, reply) => {
      const seat = caller ?? noSeat;
      const workplace = workplaceOf(installation, seat);
      return {
        ...rightsOf(installation, seat),
        installation: workplace,
        accountNamed: options.accountNamed ?? ((login) => accountNamed(hall, login)),
        sessions,
        desk: desks.of(importDoors(workplace), ownSessions(seat)),
        exports,
        actor: seat.actor,
        session: seat.session,
        now: () => clock.now(),
        door,
        operator,
        visit: visitOf(request),
        remember: rememberIn(request, reply),
      };
    },
    say: sayProblem,
    site,
    limits,
  });
  serveMonitoring(app, { installation, exports, token: metricsToken });
  await keepSwept(app, desks, exports, () => sweepDrafts(installation));
  await serveWeb(app, { sessions, operator, folder: web });
  return app;
}

/** What the caller may, and where. */
function rightsOf(
  installation: Installation,
  seat: Seat,
): Pick<Api, 'seat' | 'may' | 'must' | 'capacities' | 'liesWithin' | 'areTwo' | 'isBeyond'> {
  return {
    seat,
    may: seat.may,
    must: (permission) => {
      if (!seat.may(permission)) throw seat.refuse(permission);
    },
    capacities: (person) => capacitiesOf(installation, person),
    liesWithin: (accountId) => liesWithin(installation, seat, accountId),
    areTwo: (a, b) => areTwoAccounts(installation, a, b),
    isBeyond: () => accountsBeyond(installation, seat),
  };
}

/** An upload lies here in plain until it is recorded: only whoever sent it sees it, and in the capacity they sent it in. */
function ownSessions({ isOperator, actor, capacity }: Seat): (session: Session) => boolean {
  return ({ by, capacity: sentIn }) => isOperator || (by === actor && sentIn !== undefined && sentIn === capacity?.id);
}

const sweepEveryMs = 3_600_000;

/** Uploads that nobody came back for, exported lists of yesterday, and drafts of long ago, go: at the start, every hour, and when the server stops. */
async function keepSwept(
  app: FastifyInstance,
  desks: Desks,
  exports: Exports,
  drafts: () => Promise<number>,
): Promise<void> {
  const sweep = () =>
    Promise.all([desks.sweep(), exports.sweep(), drafts()]).catch((error: unknown) =>
      log.error({ err: error }, 'could not clear old files'),
    );
  await sweep();
  const timer = setInterval(sweep, sweepEveryMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await exports.stop();
    await desks.stop();
  });
}

const lookForTenantsMs = 20_000;

/** Seals journals and access logs of all tenants, also of those that come later, and what is done with accounts. Returns what stops it. */
export async function startSealers(installation: Installation): Promise<() => Promise<void>> {
  const { clock } = installation;
  const accounts = makeSealer({ pool: installation.hall, sealed: [sealedAccountEvents], clock, log });
  accounts.start();
  const sealers = new Map<string, ReturnType<typeof makeSealer>>();
  const look = async (): Promise<void> => {
    for (const { code } of await installation.tenants()) {
      if (sealers.has(code)) continue;
      const { pool } = await installation.room(code);
      const sealer = makeSealer({ pool, sealed: [sealedJournal, sealedAccesses], clock, log });
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
    await Promise.all([accounts, ...sealers.values()].map((sealer) => sealer.stop()));
  };
}
