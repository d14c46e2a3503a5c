import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { flagField, manyField } from '#/platform/contract/fields.ts';
import { openApi } from '#/platform/contract/openapi.ts';
import { route } from '#/platform/contract/route.ts';
import { Problem } from '#/platform/errors.ts';
import { makeApp } from './app.ts';

interface Context {
  actor: string | null;
}

const named = route({
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
  handler: ({ name, count, arg, list }, { actor }: Context) => {
    if (name === 'missing') throw new Problem('thing.unknown', 'There is no such thing.', { status: 404 });
    if (name === 'broken') throw new Error('a secret of the inside');
    return { name, count, actor: actor ?? '', arg, list, secret: 'not promised' };
  },
});
const added = route({
  method: 'POST',
  path: '/api/things',
  summary: { vi: 'Thêm', en: 'Add' },
  permission: 'public',
  input: z.strictObject({ name: z.string() }),
  output: z.object({ name: z.string() }),
  handler: ({ name }) => ({ name }),
});

let app: FastifyInstance;
let logged = '';
beforeAll(async () => {
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({ level: 'info' }, { write });
  app = await makeApp<Context>({
    routes: [named, added],
    log,
    signIn: ({ headers }) => (headers.authorization === 'Bearer right' ? 'me' : null),
    context: (actor) => ({ actor }),
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
  const { openapi, paths } = openApi([named, added] as never, { title: 'T', version: '1', description: '' }) as {
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
