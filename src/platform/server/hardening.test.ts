import { connect } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { bind } from '#/platform/contract/route.ts';
import { type AppOptions, makeApp } from './app.ts';

const input = z.strictObject({ text: z.string().optional() });
const output = z.object({ got: z.number() });
const summary = { vi: 'Gửi', en: 'Send' };
const answer = ({ text = '' }: { text?: string }) => ({ got: text.length });
const routes = [
  bind(contract({ method: 'POST', path: '/api/sign-in', summary, permission: 'public', input, output }), answer),
  bind(contract({ method: 'GET', path: '/api/sign-in', summary, permission: 'public', input, output }), answer),
  bind(contract({ method: 'POST', path: '/api/notes', summary, permission: 'signed-in', input, output }), answer),
  bind(contract({ method: 'GET', path: '/api/notes', summary, permission: 'signed-in', input, output }), answer),
];

let app: FastifyInstance;
afterEach(() => app.close());

async function open(options: Partial<AppOptions<object>> = {}): Promise<void> {
  app = await makeApp<object>({
    routes,
    log: pino({ level: 'silent' }),
    signIn: ({ headers }) =>
      headers.authorization?.startsWith('Bearer right') ? { actor: 'me', session: null, may: () => true } : null,
    context: () => ({}),
    ...options,
  });
}

const me = { authorization: 'Bearer right' };
async function statuses(times: number, request: (i: number) => InjectOptions): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < times; i++) found.push((await app.inject(request(i))).statusCode);
  return found;
}

/** What comes back on a connection of its own, until it ends. */
async function raw(text: string): Promise<string> {
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(text);
  let got = '';
  for await (const piece of socket) got += piece;
  return got;
}

test('who asks too often with one session is told when to come again; others go on', async () => {
  await open({ limits: { address: 100, session: 3, signIn: 100 } });
  const ask = () => ({ url: '/api/notes', headers: me });
  expect(await statuses(4, ask)).toEqual([200, 200, 200, 429]);
  const refused = await app.inject(ask());
  expect(refused.headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'retry-after': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/),
  });
  expect(refused.json()).toMatchObject({ status: 429, code: 'request.too-many' });
  expect((await app.inject({ url: '/api/notes', headers: { authorization: 'Bearer right too' } })).statusCode).toBe(
    200,
  );
});

test('a new session with each request does not help: the address counts beside it, refused requests too', async () => {
  await open({ limits: { address: 5, session: 3, signIn: 100 } });
  const ask = (i: number) => ({ url: '/api/notes', headers: { cookie: `sotay_session=${i}` } });
  expect(await statuses(6, ask)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await statuses(1, () => ({ url: '/api/notes', headers: me, remoteAddress: '192.0.2.9' }))).toEqual([200]);
  // Of IPv6, the neighbours in one /64 are one.
  const neighbour = (i: number) => ({ url: '/api/notes', headers: me, remoteAddress: `2001:db8:1:2::${i}` });
  expect((await statuses(6, (i) => ({ ...neighbour(i), headers: {} }))).at(-1)).toBe(429);
});

test('ways in have a limit of their own; reading how one may sign in does not count', async () => {
  await open({ limits: { address: 100, session: 100, signIn: 2 } });
  expect(await statuses(4, () => ({ url: '/api/sign-in' }))).toEqual([200, 200, 200, 200]);
  expect(await statuses(3, () => ({ method: 'POST', url: '/api/sign-in', payload: {} }))).toEqual([200, 200, 429]);
  expect(await statuses(1, () => ({ url: '/open?code=guess' }))).toEqual([429]);
  expect(await statuses(1, () => ({ url: '/api/notes', headers: me }))).toEqual([200]);
});

test('the address is the proxy’s word only where the proxy is one of ours', async () => {
  await open({ limits: { address: 2, session: 100, signIn: 100 }, site: { trustProxy: ['10.0.0.1'] } });
  const through = (remoteAddress: string) => (i: number) => ({
    url: '/api/sign-in',
    remoteAddress,
    headers: { 'x-forwarded-for': `192.0.2.${i}` },
  });
  expect(await statuses(3, through('10.0.0.1'))).toEqual([200, 200, 200]);
  expect(await statuses(3, through('10.0.0.2'))).toEqual([200, 200, 429]);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused by name', async (method) => {
  await open();
  const got = await raw(
    `${method} /api/notes HTTP/1.1\r\nHost: localhost\r\nCookie: a=secret\r\nConnection: close\r\n\r\n`,
  );
  expect(got).toMatch(/^HTTP\/1\.1 405 /);
  expect(got).toMatch(/allow: GET, HEAD, POST/i);
  expect(got).toContain('"code":"request.method"');
  expect(got).not.toContain('secret');
});

test.each([
  ['is no HTTP', 'hello\r\n\r\n', 400],
  [
    'says its length twice',
    'POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    400,
  ],
  [
    'has a length and pieces',
    'POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['has too large a header', `GET /api/notes HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
  ['names no host', 'GET /api/notes HTTP/1.1\r\n\r\n', 400],
])('what %s is answered by a problem, and the connection ends', async (_, text, status) => {
  await open();
  const got = await raw(text);
  expect(got).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(got).toMatch(/connection: close/i);
});

test('a request of an older HTTP, which may name no host, is refused', async () => {
  await open();
  expect(await raw('GET /api/sign-in HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
});

test('an address that cannot be read is a problem as any other', async () => {
  await open();
  for (const url of ['/api/%ff', '/%', `/api/notes/${'a'.repeat(9_000)}`]) {
    const refused = await app.inject(url);
    expect([400, 404, 414]).toContain(refused.statusCode);
    expect(refused.headers['content-type'], url).toMatch('application/problem+json');
  }
});

test('whoever is not let in is told so before the body has come', async () => {
  await open();
  const head =
    'Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 30000000\r\nConnection: close\r\n\r\n{';
  expect(await raw(`POST /api/notes HTTP/1.1\r\n${head}`)).toMatch(/^HTTP\/1\.1 401 /);
});

test('a public way in takes a small body only', async () => {
  await open();
  const send = (url: string, size: number, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, headers, payload: { text: 'a'.repeat(size) } });
  expect((await send('/api/sign-in', 60_000)).json()).toEqual({ got: 60_000 });
  expect((await send('/api/sign-in', 70_000)).json()).toMatchObject({ status: 413, code: 'request.body-too-large' });
  expect((await send('/api/notes', 70_000, me)).json()).toEqual({ got: 70_000 });
  expect((await send('/api/nothing', 70_000)).json()).toMatchObject({ status: 413 });
});

const site = { publicUrl: new URL('https://sotay.example.vn') };
const from = (origin: string, host = 'sotay.example.vn') => ({
  method: 'POST' as const,
  url: '/api/sign-in',
  payload: {},
  headers: { host, origin },
});

test('a server with a public address answers under it and on its own machine, and under no other name', async () => {
  await open({ site });
  const under = (host: string) => app.inject({ url: '/api/sign-in', headers: { host } });
  for (const host of ['sotay.example.vn', 'SOTAY.example.vn', 'localhost:4020'])
    expect((await under(host)).statusCode, host).toBe(200);
  for (const host of ['example.vn', 'sotay.example.vn.evil.test', 'sotay.example.vn:81', '10.0.0.5'])
    expect((await under(host)).statusCode, host).toBe(421);
});

test('only its own pages over https may act there', async () => {
  await open({ site });
  expect((await app.inject(from('https://sotay.example.vn'))).statusCode).toBe(200);
  expect((await app.inject(from('http://localhost:4020', 'localhost:4020'))).statusCode).toBe(200);
  for (const origin of ['http://sotay.example.vn', 'https://evil.test', 'null', 'https://sotay.example.vn:8443'])
    expect((await app.inject(from(origin))).json(), origin).toMatchObject({ status: 403, code: 'request.origin' });
  expect((await app.inject(from('https://localhost:4020', 'localhost:4020'))).statusCode).toBe(403);
});

test('browsers are told to come by TLS only where there is TLS', async () => {
  await open({ site });
  const { headers } = await app.inject({ url: '/api/sign-in' });
  expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  await app.close();
  await open();
  expect((await app.inject({ url: '/api/sign-in' })).headers).not.toHaveProperty('strict-transport-security');
});
