import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FirstHourState } from '#/reports/home/contract.ts';
import { emptyDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-first-hour-'));
const headers = { authorization: 'Bearer the-token' };

beforeAll(async () => {
  database = await emptyDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
});
afterAll(async () => {
  await app?.close();
  await installation?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const state = async (): Promise<FirstHourState> => (await app.inject({ url: '/api/first-hour', headers })).json();

async function send(name: string, text: string): Promise<string> {
  const sent = await app.inject({
    method: 'POST',
    url: `/api/imports?name=${name}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  });
  return sent.json().id;
}

async function settled(id: string): Promise<string> {
  for (;;) {
    const { state: now } = (await app.inject({ url: `/api/imports/${id}`, headers })).json();
    if (now !== 'checking' && now !== 'recording') return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const step = (id: string, what: string) =>
  app.inject({ method: 'POST', url: `/api/imports/${id}/${what}`, headers, payload: {} });

const acts = (bad: boolean) =>
  [
    {
      kind: 'unit.established',
      effectiveOn: '2020-01-01',
      unit: { code: 'T', name: 'Đảng bộ tỉnh', kind: 'provincial' },
    },
    {
      kind: 'unit.established',
      effectiveOn: '2020-01-01',
      unit: { code: 'T1', name: 'Chi bộ Một', kind: 'grassroots-cell', parent: 'T' },
    },
    {
      kind: 'member.registered',
      effectiveOn: bad ? '2019-01-01' : '2020-01-01',
      person: { code: 'P1', name: 'Lê Văn Mẫu' },
      cell: 'T1',
      status: 'official',
    },
  ]
    .map((one) => JSON.stringify(one))
    .join('\n');

test('an empty installation has come nowhere; a file that waits is told with its problems, and what is recorded by its numbers', async () => {
  expect(await state()).toEqual({ units: 0, members: 0, unfinished: [], leftOut: 0, incomplete: 0, signed: false });
  const id = await send('viec.ndjson', acts(true));
  expect((await state()).unfinished).toEqual([{ id, name: 'viec.ndjson', problems: null }]);
  await step(id, 'check');
  expect(await settled(id)).toBe('checked');
  expect((await state()).unfinished).toMatchObject([{ problems: 1 }]);
  await app.inject({ method: 'POST', url: `/api/imports/${id}/discard`, headers, payload: {} });
  const good = await send('viec.ndjson', acts(false));
  await step(good, 'check');
  await settled(good);
  await step(good, 'record');
  expect(await settled(good)).toBe('recorded');
  expect(await state()).toEqual({ units: 2, members: 1, unfinished: [], leftOut: 0, incomplete: 1, signed: false });
});
