import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from './installation.ts';
import { routes } from './routes.ts';
import { makeServer, startSealers } from './server.ts';
import { makeSessions } from './sessions.ts';
import { openToken } from './token.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
let ask: (
  url: string,
  more?: InjectOptions,
) => Promise<{ status: number; body: Record<string, unknown>; type: unknown }>;
const folder = mkdtempSync(join(tmpdir(), 'sotay-server-'));

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  ask = async (url, more) => {
    const answer = await app.inject({ url, headers: { authorization: 'Bearer the-token' }, ...more });
    return { status: answer.statusCode, body: answer.json(), type: answer.headers['content-type'] };
  };
  const { status, body } = await ask('/api/acts', { method: 'POST', payload: { acts: sampleFile } });
  expect(status, JSON.stringify(body)).toBe(200);
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('only health and the document are open; the rest needs the token', async () => {
  const bare = (url: string, authorization?: string) =>
    app.inject({ url, headers: authorization === undefined ? {} : { authorization } });
  expect((await bare('/api/health')).json()).toEqual({ status: 'ok' });
  expect((await bare('/api/openapi.json')).statusCode).toBe(200);
  for (const path of [
    '/api/figures',
    '/api/kinds',
    '/api/units',
    '/api/acts/x',
    '/api/figures/members?unit=A&on=2020-12-31',
    '/api/reports/form-1',
  ]) {
    expect((await bare(path)).statusCode, path).toBe(401);
    expect((await bare(path, 'Bearer the-tokem')).statusCode, path).toBe(401);
    expect((await bare(path, 'the-token')).statusCode, path).toBe(401);
  }
});

test('a token is made once, only its owner may read it', () => {
  const file = join(folder, 'some', 'api-token');
  const first = openToken(file);
  expect(first).toMatchObject({ isNew: true, value: expect.stringMatching(/^[\w-]{32}$/) });
  expect(openToken(file)).toEqual({ ...first, isNew: false });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a figure is answered with its list as the command line does', async () => {
  const { body } = await ask('/api/figures/members?unit=A.H&on=2020-12-31&list=1&byUnit');
  expect(body).toMatchObject({ figure: 'members', value: 3, named: 3, byUnit: [{ code: 'A.H.01', value: 3 }] });
  expect(body.list).toHaveLength(3);
  expect(body).not.toHaveProperty('notCounted');
  const short = await ask('/api/figures/admissions?unit=A&from=2020-01-01&to=2020-12-31&list=0');
  expect(short.body).toMatchObject({ value: 1, from: '2020-01-01', to: '2020-12-31' });
  expect(short.body).not.toHaveProperty('list');
});

test('a caller held to a part of the tree gets 404 outside, as for a unit that does not exist', async () => {
  const at = (unit: string) => ask(`/api/figures/members?unit=${unit}&on=2020-12-31&scope=A.H.01.1`);
  expect(await at('A.H.01.1')).toMatchObject({ status: 200 });
  const outside = await at('A.H.01.2');
  expect(outside).toMatchObject({
    status: 404,
    type: expect.stringMatching('application/problem\\+json'),
    body: { code: 'unit.unknown' },
  });
  expect(JSON.stringify(outside).replaceAll('A.H.01.2', 'NO.UNIT')).toBe(JSON.stringify(await at('NO.UNIT')));
});

test('the tree is walked from the roots, by pages', async () => {
  expect((await ask('/api/units?on=2020-01-01')).body).toMatchObject({
    units: [{ code: 'A', kind: 'provincial', hasChildren: true }],
    next: null,
  });
  const first = await ask('/api/units?unit=A.H.01&on=2020-01-01&limit=1');
  expect(first.body).toMatchObject({
    units: [{ code: 'A.H.01.1', name: 'Chi bộ thôn Một', hasChildren: false }],
    next: 'A.H.01.1',
  });
  const second = await ask('/api/units?unit=A.H.01&on=2020-01-01&limit=1&after=A.H.01.1');
  expect(second.body).toMatchObject({ units: [{ code: 'A.H.01.2' }], next: null });
  expect((await ask('/api/units?unit=A.H.01&on=2018-01-01')).status).toBe(404);
});

test('catalogue, kinds and a report are there', async () => {
  expect((await ask('/api/figures')).body.figures).toContainEqual(
    expect.objectContaining({ name: 'members', type: 'count' }),
  );
  expect((await ask('/api/kinds')).body.kinds).toContainEqual(
    expect.objectContaining({ kind: 'member.died', example: expect.any(Object) }),
  );
  const report = await ask('/api/reports/form-1?unit=A.H&from=2020-01-02&to=2020-12-31');
  expect(report.body).toMatchObject({ report: 'form-1', unit: { code: 'A.H' } });
  expect(report.body.rows).toContainEqual(expect.objectContaining({ row: 'D', value: 3 }));
});

test('an act posted twice is recorded once; the same id with other content is a fault that names the field', async () => {
  const act = { id: uuidv7(), kind: 'member.died', effectiveOn: '2020-12-01', person: 'P3' };
  const post = (one: object) => ask('/api/acts', { method: 'POST', payload: { acts: [one] } });
  expect(await post(act)).toMatchObject({
    status: 200,
    body: { added: 1, duplicates: 0, acts: [act.id], recordedBy: 'api' },
  });
  expect(await post(act)).toMatchObject({ status: 200, body: { added: 0, duplicates: 1 } });
  expect(await post({ ...act, effectiveOn: '2020-12-02' })).toMatchObject({
    status: 422,
    body: { code: 'act.id-reused', errors: [{ field: 'id', actId: act.id }] },
  });
  expect((await ask(`/api/acts/${act.id}`)).body).toMatchObject({
    id: act.id,
    kind: 'member.died',
    source: { via: 'api' },
  });
  expect(await ask(`/api/acts/${uuidv7()}`)).toMatchObject({ status: 404, body: { code: 'act.unknown' } });
  expect(await ask('/api/acts/no-uuid')).toMatchObject({ status: 404 });
});

test('faults are told in the language that the caller accepts', async () => {
  const wrong = { method: 'POST', payload: { acts: [{ kind: 'member.flown' }] } } as const;
  const headers = { authorization: 'Bearer the-token', 'accept-language': 'vi-VN,vi;q=0.9' };
  expect((await ask('/api/acts', { ...wrong, headers })).body).toMatchObject({
    code: 'kind.unknown',
    title: expect.stringMatching(/^Không có loại việc này/),
  });
  expect((await ask('/api/acts', wrong)).body).toMatchObject({ title: 'There is no act kind "member.flown".' });
});

test('what is recorded is sealed in the background', async () => {
  const stop = await startSealers(installation);
  const room = await installation.room('A');
  const unsealed = () =>
    room.read({ actor: 'test' }, async ({ client }) => {
      const { rows } = await client.query(
        "select count(*) as n from act where recorded_at > coalesce((select max(upto) from seal), '-infinity')",
      );
      return rows[0].n;
    });
  await expect.poll(unsealed, { timeout: 20_000 }).toBe(0);
  await stop();
});

test('the document knows every route and every kind of act', async () => {
  const { body } = await ask('/api/openapi.json');
  const { paths, components } = body as {
    paths: Record<string, object>;
    components: { schemas: Record<string, { properties?: object }> };
  };
  expect(Object.keys(paths).sort()).toEqual([...new Set(routes.map(({ path }) => path))].sort());
  for (const kind of installation.register.kinds.keys())
    expect(components.schemas[kind]?.properties, kind).toHaveProperty('effectiveOn');
});
