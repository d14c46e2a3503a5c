import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './embedded.ts';
import { commandLine, processIdentity } from './processes.ts';

// Real processes on a real, durable server: killing is the point of this file.
const folder = mkdtempSync(join(tmpdir(), 'sotay-embedded-'));
const dataDir = join(folder, 'data');
const settings = { shared_buffers: '32MB' };
const module = fileURLToPath(new URL('./embedded.ts', import.meta.url));
const script = `import { openDatabase } from ${JSON.stringify(module)};
const { adminUrl, close } = await openDatabase({ dataDir: process.argv[1], settings: ${JSON.stringify(settings)} });
process.on('SIGINT', () => {}); // as a server does: it closes in its own time
process.stdin.on('end', () => close()).resume();
console.log(adminUrl);`;
const children: ChildProcess[] = [];

/** Another process that has the database open until its stdin ends. */
async function opener(): Promise<{ child: ChildProcess; url: string; ended: Promise<unknown> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  children.push(child);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  for await (const url of createInterface(child.stdout)) return { child, url, ended };
  throw new Error('the process did not open the database');
}

const serverPid = (): number => {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0; // no server
  }
};
const isServing = (): boolean => serverPid() > 0 && processIdentity(serverPid()) !== undefined;

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // the server is killed under it
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const { adminUrl, close } = await openDatabase({ dataDir, settings });
  await query(adminUrl, 'create table kept (n integer primary key)');
  await close();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await (await openDatabase({ dataDir, settings })).close();
  rmSync(folder, { recursive: true, force: true });
});

test('the server listens on this machine only, is durable, and its password is nobody else’s to read', async () => {
  const { adminUrl, close } = await openDatabase({ dataDir, settings });
  const rows = await query(
    adminUrl,
    "select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'jit', 'TimeZone', 'server_encoding')",
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: '127.0.0.1',
    fsync: 'on',
    jit: 'off',
    TimeZone: 'Asia/Ho_Chi_Minh',
    server_encoding: 'UTF8',
  });
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  await expect(query(adminUrl.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');
  await close();
  expect(isServing()).toBe(false);
});

test('a URL of one’s own is handed through and no folder is made', async () => {
  const { adminUrl, close } = await openDatabase({ dataDir: join(folder, 'none'), url: 'postgres://db/x' });
  await close();
  expect(adminUrl).toBe('postgres://db/x');
  expect(() => statSync(join(folder, 'none'))).toThrow('ENOENT');
});

test('several processes opening at once share one server, and the last to close stops it', async () => {
  const [a, b, c] = await Promise.all([opener(), opener(), opener()]);
  expect(new Set([a.url, b.url, c.url]).size).toBe(1);
  for (const { child, ended } of [a, b]) {
    child.stdin?.end();
    await ended;
    expect(await query(c.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }
  c.child.stdin?.end();
  await c.ended;
  expect(isServing()).toBe(false);
});

test('closing while others open never leaves anybody without a server', async () => {
  for (let round = 0; round < 8; round += 1) {
    const first = await openDatabase({ dataDir, settings });
    const [, second] = await Promise.all([first.close(), openDatabase({ dataDir, settings })]);
    expect(await query(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
  }
  expect(isServing()).toBe(false);
});

test('Ctrl-C in the terminal of the process that started the server does not stop the server', async () => {
  const { child, url, ended } = await opener();
  process.kill(-(child.pid ?? 0), 'SIGINT'); // the whole process group, as a terminal does
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  child.stdin?.end();
  await ended;
  expect(isServing()).toBe(false);
});

test('the server of a killed process is used on by the next, which stops it in the end', async () => {
  const killed = await opener();
  await query(killed.url, 'insert into kept values (1)');
  killed.child.kill('SIGKILL');
  await killed.ended;
  const pid = serverPid();
  expect(isServing()).toBe(true);
  const { adminUrl, close } = await openDatabase({ dataDir, settings });
  expect(serverPid()).toBe(pid);
  expect(await query(adminUrl, 'select n from kept where n = 1')).toEqual([{ n: 1 }]);
  await close();
  expect(isServing()).toBe(false);
});

test('a killed server loses nothing committed, and the next start recovers it', async () => {
  const first = await openDatabase({ dataDir, settings });
  await query(first.adminUrl, 'insert into kept values (2)');
  process.kill(serverPid(), 'SIGKILL');
  const second = await openDatabase({ dataDir, settings });
  expect(await query(second.adminUrl, 'select n from kept where n = 2')).toEqual([{ n: 2 }]);
  await first.close();
  expect(isServing()).toBe(true);
  await second.close();
  expect(isServing()).toBe(false);
});

test('a stale postmaster.pid whose number another process of the same user got does not stop the start', async () => {
  const { close } = await openDatabase({ dataDir, settings });
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  await close();
  const ids = process.getuid?.() === 0 ? { uid: statSync(join(dataDir, 'postgres')).uid } : {};
  const alien = spawn('sleep', ['60'], { ...ids, stdio: 'ignore', cwd: '/' });
  children.push(alien);
  writeFileSync(file, [alien.pid, ...lines.slice(1)].join('\n'), { mode: 0o600 });
  if (ids.uid !== undefined) execFileSync('chown', [String(ids.uid), file]);
  const next = await openDatabase({ dataDir, settings });
  expect(await query(next.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(commandLine(alien.pid ?? 0)).toContain('sleep');
  await next.close();
  alien.kill('SIGKILL');
});

test('what a process killed while making the cluster has left is thrown away', async () => {
  const other = join(folder, 'half');
  mkdirSync(other, { mode: 0o711 });
  const half = spawn(process.execPath, ['--input-type=module', '-e', script, other], { stdio: 'ignore' });
  while (!readdirSync(other).some((name) => name.startsWith('postgres.new'))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  half.kill('SIGKILL');
  const { adminUrl, close } = await openDatabase({ dataDir: other, settings: { ...settings, fsync: 'off' } });
  expect(await query(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await close();
});

test('a data folder inside one that only its owner may enter works, also as root', async () => {
  const locked = join(folder, 'locked');
  mkdirSync(locked, { mode: 0o700 });
  const { adminUrl, close } = await openDatabase({
    dataDir: join(locked, 'data'),
    settings: { ...settings, fsync: 'off' },
  });
  expect(await query(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await close();
  expect(statSync(locked).mode & 0o777).toBe(0o700);
});
