import { join } from 'node:path';
import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { hasAccounts } from '#/platform/accounts/sessions.ts';
import { Problem } from '#/platform/errors.ts';
import { usualLimits } from '#/platform/server/rate-limits.ts';
import { readSite } from '#/platform/server/read-site.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { addressToListenAt, mayLeaveThisMachine } from '#/server/may-leave.ts';
import { linkPath } from '#/server/routes/session.ts';
import { makeServer, startSealers } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { openToken, type Token } from '#/server/token.ts';
import { announce, runningAt } from '#/server/whereabouts.ts';
import { figuresToTry, loadFirstRegister, loadOtherRegisters } from '../first-demo.ts';
import { actorHere, addOutput } from '../options.ts';
import { figureCommand, figureRequest, quoted } from '../print/first-figure.ts';
import type { Terminal } from '../terminal.ts';
import { onSignal } from '../with-installation.ts';

interface ServeOptions {
  data?: string;
  port?: string;
  host?: string;
  demo: boolean;
  operator?: boolean;
}

const defaultPort = 4020;
/** Milliseconds that the end waits for answers under way. */
const patience = 5_000;

/** sotay serve [--port N] [--host ADDRESS] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  command
    .option('--port <n>', options.port)
    .option('--host <address>', options.host)
    .option('--no-demo', options.noDemo)
    .option('--operator', options.operator)
    .option('--data <dir>', options.data);
  addOutput(command, terminal).action((given: ServeOptions) => serve(given, terminal));
}

async function serve(given: ServeOptions, terminal: Terminal): Promise<void> {
  const port = readPort(given.port);
  const opening = openInstallation({ data: given.data });
  let stop = async (): Promise<void> => (await opening.catch(() => undefined))?.abandon();
  const ending = onSignal(() => stop(), 'server');
  const installation = await opening;
  try {
    await serveFrom(installation, given, port, terminal, (run) => {
      stop = run;
    });
  } catch (error) {
    await ending.hold();
    await installation.close();
    throw error;
  }
}

async function serveFrom(
  installation: Installation,
  given: ServeOptions,
  port: number | undefined,
  terminal: Terminal,
  whenStopping: (run: () => Promise<void>) => void,
): Promise<void> {
  const site = readSite();
  const keepsOperator = given.operator === true;
  const host = await addressToListenAt(given.host, site, () => mayLeaveThisMachine(installation, keepsOperator));
  const isMoreToLoad = given.demo && (await loadFirstRegister(installation, terminal));
  const token = openToken(join(installation.config.dataDir, 'api-token'));
  const sessions = makeSessions(installation.clock);
  const app = await makeServer(installation, {
    ...{ token: token.value, sessions, user: actorHere('desk'), site, limits: usualLimits },
    ...{ keepsOperator, metricsToken: process.env.SOTAY_METRICS_TOKEN || undefined },
  });
  const address = await listen(app, host, port);
  const forget = announce(installation.config.dataDir, address, site.publicUrl?.origin);
  const stopSealers = await startSealers(installation);
  let stopLoading = async (): Promise<void> => {};
  whenStopping(async () => {
    terminal.note(terminal.words.serve.stopping);
    await stopLoading();
    forget();
    await closeWithin(app, patience);
    await stopSealers();
    await installation.close();
  });
  // Where there is a public address, that is where people go.
  const shown = site.publicUrl?.origin ?? address;
  await tell(installation, { address: shown, link: `${shown}${linkPath(sessions.invite())}`, token, given }, terminal);
  if (isMoreToLoad) stopLoading = loadOtherRegisters(terminal, given.data);
}

interface Told {
  address: string;
  link: string;
  token: Token;
  given: ServeOptions;
}

/** Says where it runs and how the page is opened. */
async function tell(installation: Installation, { address, link, token, given }: Told, terminal: Terminal) {
  const { words } = terminal;
  if (given.operator !== true && (await hasAccounts(installation.hall))) {
    const signInAt = runningAt(installation.config.dataDir) ?? address;
    if (terminal.isJson) terminal.json({ address, signInAt });
    else terminal.out(words.serve.signInAt(signInAt));
    return;
  }
  const [first] = await figuresToTry(installation);
  // Printed once, when it is made; afterwards the line reads it from the file, and no log of later starts holds it.
  const shown = token.isNew ? token.value : `$(cat ${quoted(token.file)})`;
  if (terminal.isJson) terminal.json({ address, link, tokenFile: token.file });
  else {
    terminal.out(words.serve.listening(address));
    terminal.out(words.serve.open(link));
    terminal.out(words.serve.token(token.file));
    if (first !== undefined)
      terminal.out(
        `${words.demo.tryIt}\n  ${figureRequest(address, first, shown)}\n  ${figureCommand(first, given.data)}`,
      );
  }
}

/** Lets answers under way go out, but not for ever: a client that has stopped reading would hold the end up. */
async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), milliseconds);
  await app.close().finally(() => clearTimeout(cut));
}

/** The usual port, or any free one when that is taken; a port that was asked for is that one or an error. */
async function listen(app: FastifyInstance, host: string, port: number | undefined): Promise<string> {
  try {
    return await app.listen({ host, port: port ?? defaultPort });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && port === undefined) return app.listen({ host, port: 0 });
    if (code === 'EADDRNOTAVAIL') throw portProblem(`${host} is no address of this machine.`);
    if (code === 'EADDRINUSE' || code === 'EACCES') throw portProblem(`The port ${port} cannot be used (${code}).`);
    throw error;
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw portProblem(`"${text}" is not a port (0 to 65535).`);
}

function portProblem(message: string): Problem {
  return new Problem('port.unusable', message, { fields: [{ field: 'port', code: 'port.unusable', message }] });
}
