import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import type { ActRow, ActStory } from '#/kernel/journal/list-contract.ts';
import type { ExportProgress } from '#/platform/contract/export-contract.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';
import { actsToWrite } from './acts-export.ts';
import { paperQuery } from './find-acts.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
let raw: RawAct[];
const folder = mkdtempSync(join(tmpdir(), 'sotay-journal-'));

interface RawAct {
  id: string;
  kind: string;
  effective_on: string;
  recorded_at: string;
  withdraws_id: string | null;
  scope: string;
  paper: { number: string } | null;
}

const meeting = (unit: string, i: number) => ({
  id: uuidv7(),
  kind: 'meeting.held',
  effectiveOn: `2020-${String(1 + (i % 12)).padStart(2, '0')}-05`,
  paper:
    i % 3 === 0 ? { issuer: 'Đảng ủy xã M', number: `${i}-BB/ĐU`, abstract: 'Biên bản sinh hoạt thường kỳ' } : null,
  unit,
  sort: 'regular',
  convened: 3,
  present: 2,
});
const withdrawal = (withdraws: string, reason = 'Ghi nhầm') => ({
  id: uuidv7(),
  kind: 'act.withdrawn',
  effectiveOn: '2020-12-01',
  withdraws,
  reason,
});
const cells = ['A.H.01.1', 'A.H.01.2', 'A.H'];
const meetings = Array.from({ length: 60 }, (_, i) => meeting(cells[i % 3] as string, i));
const gone = meetings.slice(0, 8).map(({ id }) => withdrawal(id));
const backAgain = gone.slice(0, 3).map(({ id }) => withdrawal(id, 'Rút nhầm'));

const ask = async <T>(url: string, payload?: object): Promise<{ status: number; body: T }> => {
  const headers = { authorization: 'Bearer the-token' };
  const answer = await app.inject(payload === undefined ? { url, headers } : { url, headers, method: 'POST', payload });
  return { status: answer.statusCode, body: answer.json() };
};
const record = async (acts: readonly object[]) => {
  const { status, body } = await ask('/api/acts', { acts });
  expect(status, JSON.stringify(body)).toBe(200);
};

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  for (const acts of [sampleFile, meetings, gone, backAgain]) await record(acts);
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const text = 'select id, kind, effective_on::text, recorded_at::text, withdraws_id, scope, paper from t_a.act';
  raw = (await client.query(text)).rows;
  await client.end();
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const pageOf = (query: URLSearchParams) =>
  ask<{ acts: ActRow[]; next: string | null }>(`/api/acts?${query}`).then(({ status, body }) => {
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  });

async function everyPage(query: URLSearchParams): Promise<ActRow[]> {
  const all: ActRow[] = [];
  for (let page = await pageOf(query); ; page = await pageOf(query)) {
    all.push(...page.acts);
    if (page.next === null) return all;
    query.set('cursor', page.next);
  }
}

const holds = (id: string): boolean => !raw.some((act) => act.withdraws_id === id && holds(act.id));

async function pathOf(code: string): Promise<string> {
  const room = await installation.room('A');
  return room.read({ actor: 'test' }, async ({ client }) => {
    const text = 'select path from unit_scope u join unit_code c on c.unit_id = u.unit_id where c.code = $1';
    return (await client.query(text, [code])).rows[0].path;
  });
}

test('every act in scope stands on exactly one page in the asked order, and none outside, whatever is asked', async () => {
  const question = fc.record({
    order: fc.constantFrom('recorded', 'effective'),
    limit: fc.integer({ min: 1, max: 40 }),
    unit: fc.option(fc.constantFrom('A', 'A.H', 'A.H.01', 'A.H.01.1'), { nil: undefined }),
    scope: fc.option(fc.constantFrom('A.H.01.1', 'A.H.01'), { nil: undefined }),
    kind: fc.option(fc.constantFrom('meeting.held', 'act.withdrawn', 'unit.established'), { nil: undefined }),
    withdrawn: fc.option(fc.constantFrom('yes', 'no'), { nil: undefined }),
    effectiveFrom: fc.option(fc.constantFrom('2020-03-05', '2020-11-01'), { nil: undefined }),
    paper: fc.option(fc.constantFrom('bb du', 'BB/ĐU xã', '77-QD'), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { unit, scope } = asked;
      // A unit outside the scope does not exist for the asker.
      if (unit !== undefined && scope !== undefined && !unit.startsWith(scope)) return;
      const paths = await Promise.all([unit, scope].map((code) => (code === undefined ? '|' : pathOf(code))));
      const words = (asked.paper === undefined ? '' : (paperQuery(asked.paper) ?? '')).match(/[a-z0-9]+/g) ?? [];
      const wanted = raw
        .filter((act) => paths.every((path) => act.scope.includes(path)))
        .filter((act) => asked.kind === undefined || act.kind === asked.kind)
        .filter((act) => asked.withdrawn === undefined || holds(act.id) === (asked.withdrawn === 'no'))
        .filter((act) => asked.effectiveFrom === undefined || act.effective_on >= asked.effectiveFrom)
        .filter((act) => words.every((word) => plainPaper(act).some((one) => one.startsWith(word))))
        .toSorted((a, b) => later(a, b, asked.order === 'recorded' ? 'recorded_at' : 'effective_on'));
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, String(value));
      const found = await everyPage(query);
      expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      for (const { id, withdrawnBy, can } of found)
        expect([id, withdrawnBy === null, can.withdraw]).toEqual([id, holds(id), holds(id)]);
    }),
    { numRuns: 60 },
  );
});

function plainPaper({ paper }: RawAct): string[] {
  if (paper === null) return [];
  const text = Object.values(paper).join(' ').toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return text.replaceAll('đ', 'd').split(/[^a-z0-9]+/);
}

function later(a: RawAct, b: RawAct, key: 'recorded_at' | 'effective_on'): number {
  if (a[key] !== b[key]) return a[key] < b[key] ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

test('a line says whom the act is about, by the name of that day, and what it did', async () => {
  const { body } = await ask<{ acts: ActRow[] }>('/api/acts?kind=member.admitted');
  expect(body.acts).toMatchObject([
    {
      title: { vi: 'Kết nạp đảng viên' },
      subjects: [{ type: 'person', code: 'P4', name: 'Phạm Thị Mới' }],
      says: { vi: 'ở Chi bộ thôn Hai', en: 'in Chi bộ thôn Hai' },
      paper: { number: '77-QĐ/HU' },
      withdrawnBy: null,
      can: { correct: true, withdraw: true },
    },
  ]);
});

test('a withdrawal marks the act; when it is withdrawn itself the mark goes, and facts agree', async () => {
  const [first, fourth] = [meetings[0]?.id, meetings[3]?.id];
  const list = await everyPage(new URLSearchParams({ kind: 'meeting.held' }));
  expect(list.find(({ id }) => id === first)?.withdrawnBy).toBeNull();
  expect(list.find(({ id }) => id === fourth)?.withdrawnBy).toMatchObject({ isInstead: false, reason: 'Ghi nhầm' });
  for (const { id } of meetings.slice(0, 10)) {
    const { body } = await ask<ActStory>(`/api/acts/${id}/story`);
    expect([id, body.facts.length > 0]).toEqual([id, holds(id)]);
  }
  const { body } = await ask<ActStory>(`/api/acts/${first}/story`);
  expect(body.earlierWithdrawals).toMatchObject([{ id: gone[0]?.id, reason: 'Ghi nhầm' }]);
});

test('a story tells fields, facts with what stood before, target and acting body', async () => {
  const list = await everyPage(new URLSearchParams({ kind: 'member.transferred' }));
  const { status, body } = await ask<ActStory>(`/api/acts/${list[0]?.id}/story`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ tenant: 'A', about: ['person'], target: null, seal: null });
  expect(body.fields).toContainEqual(
    expect.objectContaining({
      field: 'to',
      value: { vi: 'Chi bộ thôn Hai', en: 'Chi bộ thôn Hai' },
      links: [expect.objectContaining({ type: 'unit', code: 'A.H.01.2' })],
    }),
  );
  const standing = body.facts.find(({ table }) => table === 'standing');
  expect(standing?.says.vi).toContain('Chi bộ thôn Hai');
  expect(standing?.before?.vi).toContain('Chi bộ thôn Một');
  const taken = await ask<ActStory>(`/api/acts/${gone[5]?.id}/story`);
  expect(taken.body.target).toMatchObject({ id: meetings[5]?.id, kind: 'meeting.held' });
});

test('outside the scope there is no act, and a cursor of nobody is refused', async () => {
  const other = meetings.find(({ unit }) => unit === 'A.H.01.2')?.id;
  expect(await ask(`/api/acts/${other}/story?scope=A.H.01.1`)).toMatchObject({
    status: 404,
    body: { code: 'act.unknown' },
  });
  expect(await ask('/api/acts?cursor=abc')).toMatchObject({ status: 422, body: { code: 'cursor.invalid' } });
});

test('papers are found by number, issuer and abstract without accents, with their acts', async () => {
  type Found = { papers: { paper: { number: string }; count: number; acts: { kind: string }[] }[] };
  const find = async (q: string, scope = '') =>
    (await ask<Found>(`/api/paper-search?q=${encodeURIComponent(q)}${scope}`)).body.papers;
  expect(await find('77-qd/hu')).toMatchObject([
    { paper: { number: '77-QĐ/HU' }, count: 1, acts: [{ kind: 'member.admitted' }] },
  ]);
  expect(await find('bien ban sinh hoat')).toHaveLength(20);
  expect(await find('77-qd/hu', '&scope=A.H.01.1')).toEqual([]);
});

test('a withdrawal that would leave later acts hanging is told with those acts', async () => {
  const registered = await everyPage(new URLSearchParams({ kind: 'member.registered' }));
  const second = registered.find(({ subjects }) => subjects[0]?.code === 'P2');
  const moved = await everyPage(new URLSearchParams({ kind: 'member.transferred' }));
  const acts = [withdrawal(second?.id as string)];
  const alone = await ask<{ problems: { actId?: string }[] }>('/api/acts/rehearse', { acts });
  expect(alone.body.problems).toMatchObject([{ actId: moved[0]?.id }]);
  const together = await ask('/api/acts/rehearse', { acts: [...acts, withdrawal(moved[0]?.id as string)] });
  expect(together.body).toMatchObject({ isPossible: true, problems: [] });
});

test('what an act is about is told from what it names', async () => {
  const room = await installation.room('A');
  const { rows } = await room.read({ actor: 'x' }, ({ client }) =>
    client.query("select unit_id from unit_code where code = 'A.H.01.2'"),
  );
  const { acts } = await pageOf(new URLSearchParams({ about: rows[0].unit_id, limit: '100' }));
  const kinds = new Set(acts.map(({ kind }) => kind));
  expect(kinds).toContain('unit.established');
  expect(kinds).not.toContain('member.transferred');
  const of = await pageOf(new URLSearchParams({ person: rows[0].unit_id, limit: '100' }));
  expect(of.acts.map(({ kind }) => kind)).toContain('member.transferred');
});

test('the narrowed journal is exported in the background, whole and in order, logged, and only as far as a sheet goes', async () => {
  const asked = { kind: ['meeting.held'], unit: 'A.H.01.1', order: 'effective', paper: 'bien ban' };
  const query = new URLSearchParams({ ...asked, kind: 'meeting.held', limit: '100' });
  const { acts } = await pageOf(query);
  expect(acts.length).toBeGreaterThan(5);
  const begun = await ask<ExportProgress>('/api/acts/export', asked);
  expect(begun.body).toMatchObject({ state: 'running' });
  const follow = () => ask<ExportProgress>(`/api/exports/${begun.body.id}`);
  await expect.poll(async () => (await follow()).body.state, { timeout: 20_000 }).toBe('done');
  expect((await follow()).body).toMatchObject({ total: acts.length, done: acts.length });
  const headers = { authorization: 'Bearer the-token' };
  const file = await app.inject({ url: `/api/exports/${begun.body.id}/file`, headers });
  expect(file.headers['content-disposition']).toMatch(/nhat-ky-A\.H\.01\.1-\d{4}-\d\d-\d\d\.xlsx/);
  const [headings = [], ...rows] = (await readXlsx(new Uint8Array(file.rawPayload))).sheets[0]?.rows ?? [];
  const under = (heading: string) => rows.map((row) => row[headings.indexOf(heading)]);
  expect(under('Mã việc')).toEqual(acts.map(({ id }) => id));
  expect(under('Số, ký hiệu')).toEqual(acts.map(({ paper }) => paper?.number));
  expect(under('Tình trạng').filter((state) => state === 'Đã rút lại')).toHaveLength(
    acts.filter(({ withdrawnBy }) => withdrawnBy !== null).length,
  );
  const english = await ask<ExportProgress>('/api/acts/export', { ...asked, language: 'en' });
  await expect.poll(async () => (await ask<ExportProgress>(`/api/exports/${english.body.id}`)).body.state).toBe('done');
  const other = await app.inject({ url: `/api/exports/${english.body.id}/file`, headers });
  const [first = [], row = []] = (await readXlsx(new Uint8Array(other.rawPayload))).sheets[0]?.rows ?? [];
  expect(first.filter((heading) => !/^[A-Za-z ]+$/.test(String(heading)))).toEqual([]);
  expect([row[first.indexOf('Act')], row[first.indexOf('State')]]).toEqual([
    'Meeting held',
    expect.stringMatching(/^(Withdrawn|In force)$/),
  ]);
  const room = await installation.room('A');
  const logged = await room.read({ actor: 'x' }, ({ client }) => client.query('select detail from access_log'));
  const kept = { list: 'journal', hasWords: true, filters: expect.not.objectContaining({ paper: 'bien ban' }) };
  expect(logged.rows.map(({ detail }) => detail)).toEqual([
    expect.objectContaining(kept),
    expect.objectContaining(kept),
  ]);
  await expect(
    actsToWrite(installation, { order: 'recorded', language: 'vi' }, { actor: 'x', capacity: null }, 10),
  ).rejects.toMatchObject({
    code: 'export.too-many',
  });
  expect((await ask('/api/acts/export', { order: 'effective', unit: 'nowhere' })).status).toBe(404);
});
