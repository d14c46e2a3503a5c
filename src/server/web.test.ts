import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from './installation.ts';
import { linkPath } from './routes/session.ts';
import { makeServer } from './server.ts';
import { makeSessions, type Sessions } from './sessions.ts';

let database: TestDatabase;
let installation: Installation;
let sessions: Sessions;
let app: FastifyInstance;
let cookie: string;
let now = Date.parse('2026-08-01T03:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'sotay-web-'));
const web = join(folder, 'web');

beforeAll(async () => {
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<meta nonce="__CSP_NONCE__"><p>Sổ Tay</p>');
  writeFileSync(join(web, 'assets', 'a.js'), 'let a;');
  writeFileSync(join(web, 'assets', 'a.js.br'), brotliCompressSync('let a;'));
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  sessions = makeSessions({ now: () => new Date(now) });
  app = await makeServer(installation, { token: 'the-token', sessions, user: 'desk:thử', web });
  const headers = { authorization: 'Bearer the-token' };
  await app.inject({ method: 'POST', url: '/api/acts', payload: { acts: sampleFile }, headers });
  cookie = await opened(linkPath(sessions.invite()));
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(path: string): Promise<string> {
  const answer = await app.inject({ url: path });
  return String(answer.headers['set-cookie'] ?? '').replace(/;.*$/, '');
}

const get = (url: string, sent: Record<string, string> = { cookie }) => app.inject({ url, headers: sent });

test('the printed link opens a session once: a cookie that no script reads and no other site sends', async () => {
  const path = linkPath(sessions.invite());
  const first = await app.inject({ url: path });
  expect(first).toMatchObject({ statusCode: 303, headers: { location: '/' } });
  expect(first.headers['set-cookie']).toMatch(/^sotay_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const again = await app.inject({ url: path });
  expect(again.headers).not.toHaveProperty('set-cookie');
  expect(again.headers.location).toBe('/?link=used');
  expect(await opened('/open?code=guessed')).toBe('');
  expect(await opened('/open')).toBe('');
});

test('whoever has the cookie is signed in, and is nobody once the session has ended', async () => {
  expect((await get('/api/session', {})).statusCode).toBe(401);
  expect((await get('/api/session', { cookie: 'sotay_session=guessed' })).statusCode).toBe(401);
  expect((await get('/api/session')).json()).toMatchObject({ actor: 'desk:thử', today: expect.any(String) });
  const mine = await opened(linkPath(sessions.invite()));
  const end = () => app.inject({ method: 'POST', url: '/api/session/end', payload: {}, headers: { cookie: mine } });
  expect((await end()).json()).toEqual({ ended: true, leaveAt: null });
  expect((await end()).statusCode).toBe(401);
});

test('a session that nobody used for twelve hours, and a link a day old, are over', async () => {
  const mine = await opened(linkPath(sessions.invite()));
  const link = linkPath(sessions.invite());
  now += 11 * 3_600_000;
  expect((await get('/api/session', { cookie: mine })).statusCode).toBe(200);
  now += 12 * 3_600_000 + 1;
  expect((await get('/api/session', { cookie: mine })).statusCode).toBe(401);
  now += 2 * 3_600_000;
  expect(await opened(link)).toBe('');
  cookie = await opened(linkPath(sessions.invite()));
});

test('another link is made for whoever is signed in', async () => {
  const make = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/session/links', payload: {}, headers });
  expect((await make({})).statusCode).toBe(401);
  const { path } = (await make({ authorization: 'Bearer the-token' })).json();
  expect(await opened(path)).toMatch(/^sotay_session=/);
});

test('every address of the pages gives the document, with a policy and a nonce of its own', async () => {
  const [one, two] = [await get('/reports/annual?unit=A', {}), await get('/', {})];
  const nonce = /'nonce-([^']+)'/.exec(String(one.headers['content-security-policy']))?.[1];
  expect(one.body).toContain(`nonce="${nonce}"`);
  expect(one.headers['content-security-policy']).toMatch("default-src 'none'; script-src 'self'; ");
  expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy']);
  expect(two.headers['content-type']).toMatch('text/html');
});

test('built files stay for ever; what is not there is no page', async () => {
  const file = await get('/assets/a.js', {});
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/assets/../index.html', {})).body).not.toContain('let a');
  for (const url of ['/assets/b.js', '/api/nothing', '/assets/..%2f..%2fpackage.json'])
    expect((await get(url)).json(), url).toMatchObject({ status: 404 });
});

test('registers are listed with the day they open', async () => {
  expect((await get('/api/tenants')).json().tenants).toEqual([
    {
      code: 'A',
      name: 'Đảng bộ tỉnh A',
      opensOn: '2020-01-01',
      latestOn: expect.stringMatching(/^20/),
      lastRecordedAt: expect.any(String),
    },
  ]);
});

test('units are found by their name without accents, or by their code, with their superiors', async () => {
  const found = async (q: string) =>
    (await get(`/api/unit-search?q=${encodeURIComponent(q)}&on=2020-06-01`)).json().units;
  const [mot] = await found('thon MỘT');
  expect(mot).toMatchObject({
    code: 'A.H.01.1',
    name: 'Chi bộ thôn Một',
    tenant: 'A',
    path: [{ code: 'A' }, { code: 'A.H' }, { code: 'A.H.01' }],
  });
  expect((await found('a.h.01')).map(({ code }: { code: string }) => code)).toEqual(['A.H.01', 'A.H.01.1', 'A.H.01.2']);
  expect(await found("'; drop table unit; --%_")).toEqual([]);
  expect((await get('/api/unit-search?q=thon&on=2018-01-01')).json().units).toEqual([]);
  expect((await get('/api/units/A.H.01?on=2020-06-01')).json()).toMatchObject({
    kind: expect.any(String),
    path: [{}, {}],
  });
  expect((await get('/api/units/NO?on=2020-06-01')).json()).toMatchObject({ status: 404, code: 'unit.unknown' });
});

test('a row of a report opens into the names behind it', async () => {
  const { list } = (await get('/api/reports/form-1/rows/D?unit=A.H&from=2020-01-02&to=2020-12-31')).json();
  expect(list).toHaveLength(3);
  const none = await get('/api/reports/form-1/rows/Z?unit=A.H&from=2020-01-02&to=2020-12-31');
  expect(none.json()).toMatchObject({ status: 404, code: 'report.row' });
});

test('a file that the build has compressed is sent so to whoever takes it, and as it is to others', async () => {
  const packed = await get('/assets/a.js', { 'accept-encoding': 'gzip, br' });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringMatching(/^(text|application)\/javascript/),
    vary: expect.stringContaining('accept-encoding'),
    'cache-control': expect.stringContaining('immutable'),
  });
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe('let a;');
  const plain = await get('/assets/a.js', {});
  expect(plain.headers).not.toHaveProperty('content-encoding');
  expect(plain.body).toBe('let a;');
  // The document holds a nonce: a secret of its own, never compressed.
  expect((await get('/', { cookie, 'accept-encoding': 'br' })).headers).not.toHaveProperty('content-encoding');
});
