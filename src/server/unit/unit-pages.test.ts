import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type * as contract from '#/domain/units/page-contract.ts';
import type * as figures from '#/domain/units/page-figures-contract.ts';
import { fixedClock } from '#/platform/clock.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { furnishWard } from '#test/ward-unit.ts';
import { loadDemo } from '../demos.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';

// A ward of 500 members who do not exist: founded on 1/7/2025, a grassroots body from 26/7/2026, when two agencies' bodies ended.

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
/** A moment at which only the demo was recorded. */
let bare: string;
const folder = mkdtempSync(join(tmpdir(), 'sotay-unit-'));
const headers = { authorization: 'Bearer the-token' };

beforeAll(async () => {
  database = await bareDatabase();
  const clock = fixedClock('2026-11-30T03:00:00Z');
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder }, clock });
  await loadDemo(installation, 'ward', { members: 500, actor: 'test' });
  bare = (
    await (
      await installation.room('VM')
    ).read({ actor: 'test' }, ({ client }) => client.query('select last_recorded_at from journal_head'))
  ).rows[0].last_recorded_at;
  await furnishWard(installation);
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(clock) });
});
afterAll(async () => {
  await app?.close();
  await installation?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read<T>(path: string, status = 200): Promise<T> {
  const answer = await app.inject({ url: `/api/${path}`, headers });
  expect(answer.statusCode, `${path} ${answer.body.slice(0, 400)}`).toBe(status);
  return answer.json();
}
type Answer<C extends { output: z.ZodType }> = z.output<C['output']>;
type Page = Answer<typeof contract.readUnitPage>;
const page = <T>(code: string, part = '', query = '') => read<T>(`unit-pages/${code}${part}?on=2026-11-30${query}`);
const head = async (code: string, query = '') => (await page<Page>(code, '', query)).here as contract.UnitHead;

interface Asked {
  figure: string;
  args?: Record<string, string>;
  from: string;
  to: string;
  unit?: string;
}
async function alone({ figure, args = {}, from, to, unit = 'VM.P01' }: Asked): Promise<number | null> {
  const pairs = Object.entries(args).map(([key, value]) => `&arg=${encodeURIComponent(`${key}=${value}`)}`);
  const answer = await read<{ value: number | null }>(
    `figures/${figure}?unit=${unit}&from=${from}&to=${to}${pairs.join('')}`,
  );
  return answer.value;
}

test('the head tells where the unit stands, since when by which paper, what it came out of, and its members and cells', async () => {
  const ward = await head('VM.P01');
  expect(ward).toMatchObject({
    name: 'Đảng bộ phường Sông Mới',
    kind: 'grassroots-body',
    type: 'ward',
    path: [{ code: 'VM' }],
    founded: { on: '2025-07-01', source: { kind: 'unit.established', paper: { number: '02-QĐ/TU' } } },
    ended: null,
  });
  expect(ward.predecessors.map(({ code, on }) => [code, on])).toEqual([
    ['VM.P01.01', '2026-07-25'],
    ['VM.P01.02', '2026-07-25'],
  ]);
  const day = { from: '2026-11-30', to: '2026-11-30' };
  expect(ward.members).toBe(await alone({ figure: 'members', ...day }));
  expect(ward.cells).toBe(await alone({ figure: 'cells', ...day }));
  expect(ward.children).toBe((await page<Answer<typeof figures.readUnitChildren>>('VM.P01', '/children')).units.length);
});

test('a rename that lies ahead is told among the names, and the name of the day stays', async () => {
  const { name, names } = await head('VM.P01');
  expect(name).toBe('Đảng bộ phường Sông Mới');
  expect(names.map((one) => [one.name, one.to])).toEqual([
    ['Đảng bộ phường Sông Mới', '2026-12-31'],
    ['Đảng bộ phường Sông Mới Đông', null],
  ]);
});

test('an ended unit says on its last day what it becomes, and on a later day when it was and where it went', async () => {
  const { here } = await read<Page>('unit-pages/VM.P01.01?on=2026-07-25');
  expect(here).toMatchObject({ ended: { on: '2026-07-26', how: 'dissolved' }, successors: [{ code: 'VM.P01' }] });
  const later = await page<Page>('VM.P01.01');
  expect(later.here).toBeNull();
  expect(later.elsewhen).toMatchObject([
    { from: '2025-07-01', to: '2026-07-25', how: 'dissolved', successors: [{ code: 'VM.P01' }], today: null },
  ]);
  expect(await read('unit-pages/NOBODY?on=2026-11-30', 404)).toMatchObject({ code: 'unit.unknown' });
  // Whoever may see another part of the tree only is not told that there ever was such a unit.
  await read('unit-pages/VM.P01.01?on=2026-11-30&scope=VM.P01.03', 404);
});

test.each([
  ['VM', '2026-11-30'],
  ['VM.P01', '2026-12-31'],
  ['VM.P01.03', '2026-02-28'],
  ['VM.P01.03.01', '2026-11-30'],
])(
  'for every key figure of %s on %s, and a year before: counted together it is the number it is alone',
  async (unit, day) => {
    const { figures: shown } = await read<Answer<typeof figures.readUnitOverview>>(
      `unit-pages/${unit}/overview?on=${day}`,
    );
    expect(shown.length).toBeGreaterThan(10);
    for (const one of shown) {
      expect([one.key, one.value]).toEqual([one.key, await alone({ ...one, unit })]);
      if (one.before !== null)
        expect([one.key, one.before.value]).toEqual([one.key, await alone({ ...one, ...one.before, unit })]);
    }
  },
);

test('admissions stand beside their target, and of a year that the register does not know nothing is told', async () => {
  const { figures: shown } = await page<Answer<typeof figures.readUnitOverview>>('VM.P01', '/overview');
  const admissions = shown.find(({ key }) => key === 'admissions');
  expect(admissions?.target).toMatchObject({ value: 20, attained: ((admissions?.value ?? 0) * 100) / 20 });
  expect(admissions?.before).toBeNull(); // it opened on 1/7/2025, within those months
  expect(shown.find(({ key }) => key === 'members')?.before?.value).toBeGreaterThan(400);
});

test('over the years every point is the figure of that year; the opening year and the running one are told in part', async () => {
  const { series } = await page<Answer<typeof figures.readUnitYears>>('VM.P01', '/years');
  expect(series.map(({ key }) => key)).toContain('admissions');
  for (const { figure, args, points } of series) {
    expect(points.map(({ year }) => year)).toEqual([2025, 2026]);
    for (const point of points)
      if (point.value !== null) expect(point.value).toBe(await alone({ figure, args, ...point }));
  }
  const admissions = series.find(({ key }) => key === 'admissions')?.points;
  expect(admissions?.map(({ isPartial }) => isPartial)).toEqual([true, true]);
  const added = await page<Answer<typeof figures.readUnitYears>>(
    'VM.P01',
    '/years',
    '&figure=official-recognitions&figure=units-classified;level=good',
  );
  expect(added.series.map(({ figure, args }) => [figure, args])).toEqual([
    ['official-recognitions', {}],
    ['units-classified', { level: 'good' }],
  ]);
  expect(await read('unit-pages/VM.P01/years?figure=nothing', 404)).toMatchObject({ code: 'figure.unknown' });
});

test.each([false, true])(
  'each subordinate has the numbers that it is told alone; as known before: %s',
  async (isPast) => {
    const { units } = await page<Answer<typeof figures.readUnitChildren>>(
      'VM.P01',
      '/children',
      isPast ? `&knownAt=${encodeURIComponent(bare)}` : '',
    );
    expect(units.length).toBeGreaterThan(60);
    for (const { code: unit, members, admissions } of units.slice(0, 12)) {
      expect(members).toBe(await alone({ figure: 'members', from: '2026-01-01', to: '2026-11-30', unit }));
      expect(admissions).toBe(await alone({ figure: 'admissions', from: '2026-01-01', to: '2026-11-30', unit }));
    }
    expect(units.reduce((sum, { members }) => sum + members, 0)).toBeLessThanOrEqual((await head('VM.P01')).members);
    expect(units.find(({ code }) => code === 'VM.P01.03')?.target).toBe(isPast ? null : 9);
  },
);

test('posts of the day and those that were left; a name outside the scope is hidden, the post is not', async () => {
  const posts = await page<Answer<typeof contract.readUnitPosts>>('VM.P01', '/posts');
  expect(posts.now.map(({ post }) => post).toSorted()).toEqual([
    'commission-head',
    'committee-member',
    'deputy-secretary',
    'standing-committee-member',
  ]);
  expect(posts.before).toMatchObject([{ post: 'secretary', to: '2026-08-31', leftAs: 'moved', term: '2025-2030' }]);
  expect(posts.before[0]?.name).toEqual(expect.any(String));
  expect(posts.vacant).toEqual([{ post: 'secretary', since: '2026-09-01' }]);
  expect(posts.seats).toMatchObject({ most: 15, rule: expect.stringContaining('45-CT/TW') });
  const then = await read<Answer<typeof contract.readUnitPosts>>('unit-pages/VM.P01/posts?on=2026-08-31');
  expect(then.now.map(({ post }) => post)).toContain('secretary');
  expect(then.vacant).toEqual([]);
});

test('a target says what was reached by the day, and whether what was given on adds up to it', async () => {
  const { targets } = await page<Answer<typeof figures.readUnitTargets>>('VM.P01', '/targets');
  const reached = await alone({ figure: 'admissions', from: '2026-01-01', to: '2026-11-30' });
  expect(targets).toMatchObject([
    {
      figure: 'admissions',
      value: 20,
      reached,
      attained: ((reached ?? 0) * 100) / 20,
      isReached: false,
      source: { paper: { number: '40-QĐ/TU' } },
      below: { sum: 17, units: 2 },
    },
  ]);
  const before = await read<Answer<typeof figures.readUnitTargets>>('unit-pages/VM.P01/targets?on=2026-01-10');
  expect(before.targets).toEqual([]); // not assigned yet
});

test('the history tells the latest first, what lies ahead, and what was withdrawn; page by page it is the same', async () => {
  const all = await page<Answer<typeof contract.readUnitHistory>>('VM.P01', '/history');
  expect(all.lines[0]).toMatchObject({
    kind: 'unit.renamed',
    effectiveOn: '2027-01-01',
    isPlanned: true,
    withdrawnBy: null,
  });
  const withdrawn = all.lines.filter(({ withdrawnBy }) => withdrawnBy !== null);
  expect(withdrawn).toMatchObject([{ kind: 'unit.renamed', effectiveOn: '2026-03-01' }]);
  expect(all.lines.some(({ kind }) => kind === 'act.withdrawn')).toBe(false);
  expect(all.counts).toMatchObject({ structure: 4, posts: 6, reviews: 1 });
  expect(all.lines).toHaveLength(11);
  const paged: contract.HistoryLine[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const cursor: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const one = await page<Answer<typeof contract.readUnitHistory>>('VM.P01', '/history', `&limit=4${cursor}`);
    paged.push(...one.lines);
    after = one.next;
  }
  expect(paged).toEqual(all.lines);
  const posts = await page<Answer<typeof contract.readUnitHistory>>('VM.P01', '/history', '&group=posts');
  expect(posts.lines.every(({ subjects }) => typeof subjects[0]?.name === 'string')).toBe(true);
  expect(await read('unit-pages/VM.P01/history?after=yesterday', 400)).toMatchObject({ code: 'request.invalid' });
});

test('papers are found without accents by number and abstract, each once with what rests on it', async () => {
  const found = async (q: string) =>
    (await page<Answer<typeof contract.readUnitPapers>>('VM.P01', '/papers', `&q=${encodeURIComponent(q)}`)).papers;
  expect((await found('chi tieu ket nap')).map(({ paper }) => paper.number)).toEqual(['40-QĐ/TU']);
  const [posts] = await found('11-qd');
  expect(posts?.kinds).toMatchObject([{ kind: 'post.assumed', count: 5 }]);
  expect(await found('khong co giay nao')).toEqual([]);
});

test('papers by which it decided about others only stand apart, with what was decided by each; page by page, as known before', async () => {
  type Papers = Answer<typeof contract.readUnitPapers>;
  const papersOf = (query = '') => page<Papers>('VM.P01', '/papers', `&of=issued${query}`);
  const all: contract.UnitPaper[] = [];
  for (let at: number | null = 0; at !== null; ) {
    const one: Papers = await papersOf(`&page=${at}`);
    all.push(...one.papers);
    at = one.next;
  }
  // Counted apart: who acted, and about whom, from the journal itself.
  const expected = await (await installation.room('VM')).read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query(`
      select a.paper->>'number' as number, a.paper->>'issuer' as issuer, a.paper->>'issuedOn' as day, count(*)::integer as count from act a
      join unit_code u on u.code = 'VM.P01' and a.actor->>'unit' = u.unit_id::text
      where a.paper is not null and a.withdraws_id is null and a.kind not like 'post.%'
        and not exists (select from act_subject s where s.act_id = a.id and s.subject_id = u.unit_id and (s.role = 'unit' or a.kind like 'unit.%'))
      group by 1, 2, 3`);
    return rows.map(({ number, issuer, day, count }) => [day, number, issuer, count].join(' ')).toSorted();
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(
    all
      .map(({ paper, kinds }) =>
        [paper.issuedOn, paper.number, paper.issuer, kinds.reduce((sum, { count }) => sum + count, 0)].join(' '),
      )
      .toSorted(),
  ).toEqual(expected);
  const days = all.map(({ paper }) => paper.issuedOn ?? '');
  expect(days).toEqual(days.toSorted().toReversed());
  const one = all[0] as contract.UnitPaper;
  const found = (await papersOf(`&q=${encodeURIComponent(one.paper.number)}`)).papers;
  expect(found.map(({ paper }) => paper.number)).toContain(one.paper.number);
  expect((await papersOf('&q=khong+co+giay+nao')).papers).toEqual([]);
  const known = encodeURIComponent(bare);
  expect((await papersOf('&q=giao+chi+tieu')).papers.map(({ paper }) => paper.number)).toEqual(['06-QĐ/ĐU']);
  expect((await papersOf(`&knownAt=${known}&q=giao+chi+tieu`)).papers).toEqual([]);
});
