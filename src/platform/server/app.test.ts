import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Contract, contract } from '#/platform/contract/contract.ts';
import { flagField, manyField } from '#/platform/contract/fields.ts';
import { openApi } from '#/platform/contract/openapi.ts';
import { bind } from '#/platform/contract/route.ts';
import { Problem } from '#/platform/errors.ts';
import { makeApp } from './app.ts';

interface Context {
  actor: string | null;
}

const named = bind(
  contract({
    method: 'GET',
    path: '/api/things/{name}',
    summary: { vi: 'Một thứ', en: 'One thing' },
    permission: 'signed-in',
    input: z.strictObject({
      name: z.string(),
      count: z.coerce.number().int().max(9).default(1),
      arg: manyField,
      list: flagField,
    }),
    output: z.object({
      name: z.string(),
      count: z.number(),
      actor: z.string(),
      arg: z.array(z.string()).optional(),
      list: z.boolean().optional(),
    }),
  }),
  ({ name, count, arg, list }, { actor }: Context) => {
    if (name === 'missing') throw new Problem('thing.unknown', 'There is no such thing.', { status: 404 });
    if (name === 'broken') throw new Error('a secret of the inside');
    return { name, count, actor: actor ?? '', arg, list, secret: 'not promised' };
  },
);
const added = bind(
  contract({
    method: 'POST',
    path: '/api/things',
    summary: { vi: 'Thêm', en: 'Add' },
    permission: 'public',
    input: z.strictObject({ name: z.string() }),
    output: z.object({ name: z.string() }),
  }),
  ({ name }) => ({ name }),
);
const uploaded = bind(
  contract({
    method: 'POST',
    path: '/api/files',
    summary: { vi: 'Gửi tệp', en: 'Send a file' },
    permission: 'signed-in',
    input: z.strictObject({ name: z.string() }),
    output: z.object({ name: z.string(), bytes: z.number() }),
    body: 'stream',
  }),
  async ({ name }, _context: Context, body) => {
    let bytes = 0;
    for await (const piece of body) bytes += piece.length;
    return { name, bytes };
  },
);
const saved = bind(
  contract({
    method: 'GET',
    path: '/api/files/{name}',
    summary: { vi: 'Tải tệp', en: 'Save a file' },
    permission: 'things.save',
    input: z.strictObject({ name: z.string() }),
    output: 'file',
  }),
  ({ name }) => ({ name, type: 'text/plain', body: Readable.from(['a', 'b']) }),
);

const locked = bind(
  contract({
    method: 'GET',
    path: '/api/locked',
    summary: { vi: 'Khóa', en: 'Locked' },
    permission: 'things.unlock',
    input: z.strictObject({}),
    output: z.object({}),
  }),
  () => ({}),
);

let app: FastifyInstance;
let logged = '';
beforeAll(async () => {
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({ level: 'info' }, { write });
  app = await makeApp<Context>({
    routes: [named, added, uploaded, saved, locked],
    log,
    signIn: ({ headers }) =>
      headers.authorization === 'Bearer right'
        ? { actor: 'me', session: null, may: (right) => right === 'things.save' }
        : null,
    context: (caller) => ({ actor: caller?.actor ?? null }),
  });
});
afterAll(() => app.close());

const headers = { authorization: 'Bearer right' };

test('the input is parsed as declared, and only what is promised is sent', async () => {
  const answer = await app.inject({ url: '/api/things/a?count=3&arg=x=1&arg=y=2&list=1', headers });
  expect(answer.json()).toEqual({ name: 'a', count: 3, actor: 'me', arg: ['x=1', 'y=2'], list: true });
});

test.each([
  ['nobody is signed in', '/api/things/a', {}, 401, 'sign-in.needed', undefined],
  [
    'a field is wrong',
    '/api/things/a?count=many',
    headers,
    400,
    'request.invalid',
    [{ field: 'count', code: 'field.invalid' }],
  ],
  [
    'a field is unknown',
    '/api/things/a?cuont=1',
    headers,
    400,
    'request.invalid',
    [{ field: 'cuont', code: 'field.unknown' }],
  ],
  ['the permission is not held', '/api/locked?count=many', headers, 403, 'permission.missing', undefined],
  ['nobody is signed in where a permission is needed', '/api/locked', {}, 401, 'sign-in.needed', undefined],
  ['the handler refuses', '/api/things/missing', headers, 404, 'thing.unknown', undefined],
  ['there is nothing at the address', '/api/nothing', headers, 404, 'route.unknown', undefined],
])('when %s the answer is a problem document', async (_, url, sent, status, code, errors) => {
  const answer = await app.inject({ url, headers: sent });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(answer.json()).toMatchObject({ type: `urn:sotay:problem:${code}`, status, code, ...(errors && { errors }) });
});

test('a fault of ours tells the request id and nothing of the inside; the log has it', async () => {
  const answer = await app.inject({ url: '/api/things/broken', headers });
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({ code: 'fault', requestId: expect.any(String) });
  expect(answer.body).not.toContain('secret');
  expect(logged).toContain('a secret of the inside');
});

test('the log keeps the route and never the query', async () => {
  await app.inject({ url: '/api/things/nguyen-van-mau?arg=x=ten-rieng', headers });
  expect(logged).toContain('/api/things/:name');
  expect(logged).not.toMatch(/nguyen-van-mau|ten-rieng/);
});

test('a body that is no JSON, or of another type, is the caller’s fault', async () => {
  const post = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/api/things', payload, headers: { 'content-type': type } });
  expect((await post('{"name":', 'application/json')).statusCode).toBe(400);
  expect((await post('name', 'text/csv')).statusCode).toBe(415);
  expect((await post('[1]', 'application/json')).json()).toMatchObject({ code: 'request.body' });
  expect((await post('{"name":"a"}', 'application/json')).json()).toEqual({ name: 'a' });
});

test.each(['localhost', 'localhost:4020', '127.0.0.1:4020', '[::1]:4020'])(
  'the host %s is this machine',
  async (host) => {
    expect((await app.inject({ url: '/api/things/a', headers: { ...headers, host } })).statusCode).toBe(200);
  },
);

test.each(['example.org', '127.0.0.1.example.org:4020', 'localhost.example.org'])(
  'the foreign host "%s" is refused (DNS rebinding)',
  async (host) => {
    const answer = await app.inject({ url: '/api/things/a', headers: { ...headers, host } });
    expect(answer.json()).toMatchObject({ status: 421, code: 'request.host' });
  },
);

test('the OpenAPI document says where each field goes and which routes need a token', () => {
  const { openapi, paths } = openApi([named, added] as Contract[], { title: 'T', version: '1', description: '' }) as {
    openapi: string;
    paths: Record<string, { get?: object; post?: object }>;
  };
  expect(openapi).toMatch(/^3\.1/);
  expect(paths['/api/things/{name}']?.get).toMatchObject({
    operationId: 'getThingsName',
    security: [{ bearer: [] }],
    parameters: [
      { name: 'name', in: 'path', required: true },
      { name: 'count', in: 'query', required: false },
      { name: 'arg', in: 'query', required: false },
      { name: 'list', in: 'query', required: false },
    ],
  });
  expect(paths['/api/things']?.post).toMatchObject({ security: [], requestBody: { required: true } });
});

test('a file is taken as a stream, with its name in the query, also where it is larger than any JSON may be', async () => {
  const send = (payload: Buffer, type = 'application/octet-stream', sent: Record<string, string> = headers) =>
    app.inject({ method: 'POST', url: '/api/files?name=x', payload, headers: { ...sent, 'content-type': type } });
  expect((await send(Buffer.alloc(40 * 2 ** 20))).json()).toEqual({ name: 'x', bytes: 40 * 2 ** 20 });
  expect((await send(Buffer.from('{}'), 'application/json')).json()).toMatchObject({ status: 415 });
  expect((await send(Buffer.from('a'), undefined, {})).statusCode).toBe(401);
  const asFile = { ...headers, 'content-type': 'application/octet-stream' };
  const answer = await app.inject({ method: 'POST', url: '/api/things', payload: Buffer.from('a'), headers: asFile });
  expect(answer.json()).toMatchObject({ status: 415, code: 'request.media-type' });
});

test('a file is sent under its name, whatever letters it has', async () => {
  const answer = await app.inject({ url: `/api/files/${encodeURIComponent("Biểu 1 'a'.txt")}`, headers });
  expect(answer.body).toBe('ab');
  expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Bi%E1%BB%83u%201%20%27a%27.txt");
});

test.each([
  ['of another address', { origin: 'http://example.org' }],
  ['of another port of this machine', { origin: 'http://localhost:8080', host: 'localhost:4020' }],
  ['that hides its origin', { 'sec-fetch-site': 'cross-site' }],
])('a page %s cannot act in the name of whoever is signed in', async (_, sent) => {
  const answer = await app.inject({ method: 'POST', url: '/api/things', payload: { name: 'a' }, headers: sent });
  expect(answer.json()).toMatchObject({ status: 403, code: 'request.origin' });
});

test('a page of our own may act', async () => {
  const sent = { origin: 'http://localhost:4020', host: 'localhost:4020', 'sec-fetch-site': 'same-origin' };
  const answer = await app.inject({ method: 'POST', url: '/api/things', payload: { name: 'a' }, headers: sent });
  expect(answer.json()).toEqual({ name: 'a' });
});
