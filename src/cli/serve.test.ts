import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launcher, type Sotay, sotay } from '#test/sotay.ts';
import { sampleFile } from './docs/sample-file.ts';

// On the embedded database, as `npm start` runs it.

let cli: Sotay;
let server: ChildProcess;
let printed = '';

beforeAll(() => {
  cli = sotay();
  start();
});

function start(): void {
  printed = '';
  server = spawn(process.execPath, [launcher, 'serve', '--port', '0', '--no-demo'], {
    env: cli.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
}
afterAll(async () => {
  await endServer();
  cli.close();
});

/** Ends the server if it still runs; its exit code. */
function endServer(): Promise<number | null> {
  if (server.exitCode !== null) return Promise.resolve(server.exitCode);
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  server.kill('SIGTERM');
  return ended;
}

const address = (): string => /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] as string;
const isDatabaseRunning = () => existsSync(join(cli.folder, 'postgres/postmaster.pid'));

test('the server answers on this machine, and the token is in the file it names', async () => {
  await expect.poll(() => printed, { timeout: 50_000 }).toMatch(/api-token/);
  expect(await (await fetch(`${address()}/api/health`)).json()).toEqual({ status: 'ok' });
  expect((await fetch(`${address()}/api/figures`)).status).toBe(401);
  const token = readFileSync(join(cli.folder, 'api-token'), 'utf8').trim();
  const answer = await fetch(`${address()}/api/figures`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200); // its body is never read: the end, below, must not wait for that
});

test('it tells whoever watches how it is, and refuses who guesses', async () => {
  expect(await (await fetch(`${address()}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${address()}/metrics`)).text()).toMatch(/^sotay_database_up 1$/m);
  const guesses = Array.from({ length: 61 }, (_, i) => fetch(`${address()}/open?code=${i}`, { redirect: 'manual' }));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

test('it does not listen to other machines as long as whoever opens the link may do everything', async () => {
  const env = { ...cli.env, SOTAY_PUBLIC_URL: 'https://sotay.example.vn' };
  const child = spawn(process.execPath, [launcher, 'serve', '--host', '0.0.0.0', '--no-demo', '--json'], { env });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    code: 'address.refused',
    title: expect.stringMatching(/chưa có tài khoản/),
  });
});

test('the command line works beside it, and leaves its database running', async () => {
  await cli.json('import', cli.file('sample.ndjson', sampleFile));
  expect(await cli.json('figure', 'members', '--unit', 'A', '--on', '2020-12-31')).toMatchObject({ value: 3 });
  expect(isDatabaseRunning()).toBe(true);
});

test('the first account, made beside it, ends token and links at once; its code is used on the page of this server', async () => {
  const { useAt } = await cli.json<{ useAt: string }>('admin', 'create', '--login', 'quan.tri', '--name', 'Quản trị');
  expect(useAt).toBe(`${address().replace('127.0.0.1', 'localhost')}/sign-in/code`);
  const token = readFileSync(join(cli.folder, 'api-token'), 'utf8').trim();
  const answer = await fetch(`${address()}/api/figures`, { headers: { authorization: `Bearer ${token}` } });
  expect(await answer.json()).toMatchObject({ status: 401, code: 'operator.ended' });
  expect(await cli.refused('link')).toMatchObject({ code: 'operator.ended' });
});

test('told to end, it ends well and stops the database; the command line then starts its own and stops it', async () => {
  server.kill('SIGINT'); // as npm passes on what the terminal has sent already; then SIGTERM, as systemd sends it
  expect(await endServer()).toBe(0);
  expect(isDatabaseRunning()).toBe(false);
  const { stderr, ...answer } = await cli.run('figure', 'members', '--unit', 'A', '--on', '2020-12-31', '--json');
  expect(answer.code).toBe(0);
  expect(stderr).toBe('');
  expect(isDatabaseRunning()).toBe(false);
});

test('started anew it prints where one signs in, and no link', async () => {
  start();
  await expect.poll(() => printed, { timeout: 50_000 }).toMatch(/http:\/\/localhost:\d+: đăng nhập bằng tài khoản/);
  expect(printed).not.toMatch(/open\?code|api-token/);
  expect(await endServer()).toBe(0);
});

test('with an account it may leave this machine, and answers there under its public name alone', async () => {
  const env = { ...cli.env, SOTAY_PUBLIC_URL: 'https://sotay.example.vn' };
  const args = [launcher, 'serve', '--host', '0.0.0.0', '--port', '0', '--no-demo', '--json'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
  expect(JSON.parse(said)).toEqual({ address: 'https://sotay.example.vn', signInAt: 'https://sotay.example.vn' });
  const { address: here } = JSON.parse(readFileSync(join(cli.folder, 'server.json'), 'utf8'));
  const ask = (host: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(`${here}/api/sign-in`, { headers: { host } }, (answer) => resolve(answer.resume())).on('error', reject);
    });
  const answer = await ask('sotay.example.vn');
  expect([answer.statusCode, answer.headers['strict-transport-security']]).toEqual([
    200,
    expect.stringMatching(/63072000/),
  ]);
  expect((await ask('10.0.0.5')).statusCode).toBe(421);
  const invited = await cli.json('admin', 'create', '--login', 'hai', '--name', 'Quản trị thứ hai');
  expect(invited).toMatchObject({ useAt: 'https://sotay.example.vn/sign-in/code' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
