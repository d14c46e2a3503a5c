import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { sealAll } from '#/kernel/seals/seal.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';
import { serveHealth } from './health.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
let now = Date.parse('2026-08-01T03:00:00Z');
const clock = { now: () => new Date(now) };
const folder = mkdtempSync(join(tmpdir(), 'sotay-monitoring-'));

beforeAll(async () => {
  database = await bareDatabase();
  const env = { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder };
  installation = await openInstallation({ env, clock });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, {
    ...{ token: 'the-token', sessions: makeSessions(clock), metricsToken: 'watcher' },
    site: { publicUrl: new URL('https://sotay.example.vn') },
  });
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  app.inject({ url: '/metrics', headers, remoteAddress });

/** The value of a metric, labels included. */
async function metric(name: string): Promise<number | null> {
  const line = (await read()).body.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? null : Number(line.split(' ').at(-1));
}

test('/healthz says that process and database answer, to anybody, and nothing else', async () => {
  const answer = await app.inject('/healthz');
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
});

test('/healthz says 503 when the database is away or does not answer in time', async () => {
  const away = () => Promise.reject(new Error('gone'));
  const stuck = () => new Promise(() => {});
  for (const query of [away, stuck]) {
    const watched = Fastify();
    serveHealth(watched, { query } as unknown as Installation['hall'], 50);
    expect((await watched.inject('/healthz')).statusCode).toBe(503);
    await watched.close();
  }
});

test('/metrics is for this machine, or for who has the token; a proxy here does not make others local', async () => {
  expect((await read()).statusCode).toBe(200);
  expect((await read({ host: 'sotay.example.vn', authorization: 'Bearer watcher' }, '10.0.0.7')).statusCode).toBe(200);
  for (const [headers, from] of [
    [{}, '10.0.0.7'],
    [{ authorization: 'Bearer the-token' }, '10.0.0.7'],
    [{ host: 'sotay.example.vn' }, '127.0.0.1'],
    [{ 'x-forwarded-for': '10.0.0.7' }, '127.0.0.1'],
    [{ host: 'sotay.example.vn', authorization: 'Bearer' }, '127.0.0.1'],
  ] as const) {
    const refused = await read(headers, from);
    expect([refused.statusCode, refused.json().code], JSON.stringify(headers)).toEqual([403, 'metrics.elsewhere']);
  }
});

test('requests are counted by route, method and status, never by what they ask', async () => {
  const headers = { authorization: 'Bearer the-token' };
  await app.inject({ url: '/api/units/BIMAT?on=2020-01-01&scope=BIMAT', headers });
  await app.inject({ url: '/api/nothing/BIMAT', headers });
  await app.inject({ method: 'TRACE' as 'GET', url: '/BIMAT', headers });
  const { body, headers: said } = await read();
  expect(said['content-type']).toMatch('text/plain; version=0.0.4');
  expect(body).toMatch(/request_duration_seconds_count\{method="GET",route="\/api\/units\/:code",status="404"\} 1/);
  expect(body).not.toMatch(/BIMAT|Đảng|tenant/);
});

test('acts, the lag of the seals, connections and exports are told as they are', async () => {
  expect(await metric('sotay_acts_recorded_total')).toBe(0);
  expect(await metric('sotay_seal_lag_seconds')).toBe(0);
  const headers = { authorization: 'Bearer the-token' };
  const payload = { tenant: 'A', acts: sampleFile };
  expect((await app.inject({ method: 'POST', url: '/api/acts', headers, payload })).statusCode).toBe(200);
  now += 90_000;
  expect(await metric('sotay_acts_recorded_total')).toBe(sampleFile.length);
  expect(await metric('sotay_seal_lag_seconds')).toBeGreaterThanOrEqual(89);
  const { pool } = await installation.room('A');
  await inTransaction(pool, { actor: 'a', scope: wholeTenant }, (tx) => sealAll(tx, sealedJournal, clock));
  expect(await metric('sotay_seal_lag_seconds')).toBe(0);
  expect(await metric('sotay_acts_recorded_total')).toBe(sampleFile.length);
  expect(await metric('sotay_database_up')).toBe(1);
  expect(await metric('sotay_database_connections{state="open"}')).toBeGreaterThan(0);
  expect(await metric('sotay_exports_running')).toBe(0);
  expect(await metric('sotay_event_loop_delay_seconds')).toBeGreaterThanOrEqual(0);
});

test('under a public address the cookie of a session goes by TLS only', async () => {
  const { path } = (
    await app.inject({
      ...{ method: 'POST', url: '/api/session/links', payload: {} },
      headers: { authorization: 'Bearer the-token' },
    })
  ).json();
  const { headers } = await app.inject({ url: path, headers: { host: 'sotay.example.vn' } });
  const given = String(headers['set-cookie']);
  expect(given).toMatch(/^__Host-sotay_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  // One without the prefix may have been set by a neighbour: it opens nothing there.
  const cookie = given.replace(/;.*$/, '');
  const ask = async (sent: string) =>
    (await app.inject({ url: '/api/session', headers: { host: 'sotay.example.vn', cookie: sent } })).statusCode;
  expect([await ask(cookie), await ask(cookie.replace('__Host-', ''))]).toEqual([200, 401]);
});
