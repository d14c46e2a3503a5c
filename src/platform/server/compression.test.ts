import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Contract, contract } from '#/platform/contract/contract.ts';
import { bind } from '#/platform/contract/route.ts';
import { type AppOptions, makeApp } from './app.ts';

const lines = Array.from({ length: 300 }, (_, n) => `Chi bộ ${n}`);
const output = z.object({ lines: z.array(z.string()) });
const declared = (path: Contract['path'], more: object = {}) =>
  bind(
    contract({
      ...{ method: 'GET', path, summary: { vi: 'Đọc', en: 'Read' }, permission: 'signed-in', output, ...more },
      input: z.strictObject({ few: z.string().optional() }),
    }),
    ({ few }) => ({ lines: few === undefined ? lines : lines.slice(0, 2) }),
  );

let app: Awaited<ReturnType<typeof makeApp>>;
beforeAll(async () => {
  app = await makeApp({
    routes: [
      declared('/api/tree', { isCompressed: true }),
      declared('/api/people'),
      declared('/api/notes', { method: 'POST' }),
    ] as AppOptions<object>['routes'],
    log: pino({ level: 'silent' }),
    signIn: () => ({ actor: 'me', session: null, may: () => true }),
    context: () => ({}),
  });
});
afterAll(() => app.close());

const ownPage = { 'sec-fetch-site': 'same-origin' };
const ask = (url: string, headers: Record<string, string>) =>
  app.inject({ url, headers: { 'accept-encoding': 'gzip, br', ...headers } });

test('a long answer that says it may be is compressed for our own pages and for programs with a token', async () => {
  const plain = (await app.inject({ url: '/api/tree' })).body;
  for (const headers of [ownPage, { authorization: 'Bearer x' }]) {
    const { headers: answered, rawPayload } = await ask('/api/tree', headers);
    expect(answered).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(brotliDecompressSync(rawPayload).toString()).toBe(plain);
    expect(rawPayload.length).toBeLessThan(plain.length / 3);
  }
  const { headers: answered, rawPayload } = await ask('/api/tree', { ...ownPage, 'accept-encoding': 'gzip' });
  expect(answered).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store' });
  expect(gunzipSync(rawPayload).toString()).toBe(plain);
});

test('an answer that does not say so, a short one, and one that another page made the browser ask for are sent as they are', async () => {
  for (const [url, headers] of [
    ['/api/people', ownPage],
    ['/api/tree?few=1', ownPage],
    ['/api/tree', { 'sec-fetch-site': 'same-site' }],
    ['/api/tree', { 'sec-fetch-site': 'cross-site' }],
    ['/api/tree', { 'sec-fetch-site': 'none' }],
    ['/api/tree', {}],
    ['/api/tree', { ...ownPage, 'accept-encoding': '' }],
  ] as const) {
    const { headers: answered, statusCode } = await ask(url, headers);
    expect(statusCode, `${url} ${JSON.stringify(headers)}`).toBe(200);
    expect(answered, `${url} ${JSON.stringify(headers)}`).not.toHaveProperty('content-encoding');
  }
});

test('a compressed body is not unpacked, however small it came', async () => {
  const payload = JSON.stringify({ few: 'x' });
  const send = (headers: object, body: string | Buffer) =>
    app.inject({
      ...{ method: 'POST', url: '/api/notes', payload: body },
      headers: { 'content-type': 'application/json', ...headers },
    });
  expect((await send({}, payload)).statusCode).toBe(200);
  expect((await send({ 'content-encoding': 'gzip' }, gzipSync(payload))).statusCode).toBe(400);
});
