import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { routes } from '#/server/routes.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { launcher, type Sotay, sotay } from '#test/sotay.ts';
import { fieldsOf, requestOf, usualInput } from './attacked.ts';

// A server as it is run, with everything but its own debugging in the log, asked for somebody by every route there is.

const name = 'Nguyễn Thị Dấuhiệu';
const mark = /d(ấ|%E1%BA%A5|\\u1ea5|a)uhi(ệ|%E1%BB%87|\\u1ec7|e)u|001098765432/i;
const number = '001098765432';

let database: TestDatabase;
let cli: Sotay;
let server: ChildProcess;
let printed = '';
let logged = '';
let address = '';
let token = '';

beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl);
  server = spawn(process.execPath, [launcher, 'serve', '--port', '0', '--no-demo'], {
    env: { ...cli.env, SOTAY_LOG: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    logged += text;
  });
  const acts = sampleFile.map((line) => {
    const { person } = line as { person?: unknown };
    return typeof person === 'object' && (person as { code: string }).code === 'P1'
      ? { ...line, person: { ...person, name, citizenId: number } }
      : line;
  });
  await cli.json('import', cli.file('a.ndjson', acts));
  await vi.waitFor(() => expect(printed).toMatch(/api-token/), { timeout: 50_000 });
  address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] as string;
  token = readFileSync(join(cli.folder, 'api-token'), 'utf8').trim();
}, 90_000);
afterAll(async () => {
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGTERM'); // as systemd and containers do
  expect(await ended).toBe(0);
  cli.close();
  await database.close();
});

async function send(path: string, init: RequestInit = {}): Promise<{ status: number; body: string }> {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  const answer = await fetch(`${address}${path}`, { ...init, headers, redirect: 'manual' });
  return { status: answer.status, body: await answer.text() };
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

test('no line of the log holds a name or a number that a request was about', { timeout: 120_000 }, async () => {
  const q = encodeURIComponent(name);
  const found = JSON.parse((await send(`/api/people?unit=A&on=2020-06-01&q=${q}`)).body);
  expect(JSON.stringify(found)).toContain('Dấuhiệu'); // somebody is found, so the log had something to tell
  const ids = { act: '019a0000-0000-7000-8000-000000000009', person: found.rows[0].person };
  let asked = 0;
  for (const route of routes) {
    // The mark in each field of its query, path or body.
    for (const field of ['', ...Object.keys(fieldsOf(route))]) {
      const input = { ...usualInput(route, ids), ...(field === '' ? {} : { [field]: `${name} ${number}` }) };
      const { method, url, headers, payload } = requestOf(route, input, {});
      const type = route.body === 'stream' ? headers : { 'content-type': 'application/json' };
      const body = payload === undefined || payload instanceof Buffer ? payload : JSON.stringify(payload);
      const init = method === 'GET' ? {} : { method, body, headers: type };
      const { status } = await send(url, init as RequestInit);
      if (!/session|export/.test(url)) expect(status, url).toBeLessThan(500);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(300);
  await send(`/${q}`);
  await send(`/open?code=${q}`);
  await send(`/api/nothing/${q}?q=${q}`);
  await send('/api/acts', json(`{"note": "${name}`));
  await send('/api/acts', json({ acts: [{ kind: 'member.died', effectiveOn: name, person: name, note: number }] }));
  await send(`/api/imports?name=${q}.csv`, {
    method: 'POST',
    body: `Họ và tên\n${name}\n`,
    headers: { 'content-type': 'application/octet-stream' },
  });
  await send('/api/people', { headers: { cookie: `sotay_session=${q}`, 'user-agent': q, referer: `${address}/${q}` } });
  await expect.poll(() => logged.split('\n').length, { timeout: 10_000 }).toBeGreaterThan(asked);
  expect(logged.split('\n').filter((line) => mark.test(line))).toEqual([]);
  for (const line of logged.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
});
