import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TreeAnswer, TreeChange } from '#/domain/units/tree-contract.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { movingTree } from '#test/moving-tree.ts';
import { bounded } from '../bounded.ts';
import { findUnit } from '../find-unit.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';
import { readTree } from './read-tree.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-tree-'));
const headers = { authorization: 'Bearer the-token' };

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  await post(movingTree);
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function post(acts: readonly object[]): Promise<void> {
  const posted = await app.inject({ method: 'POST', url: '/api/acts', headers, payload: { acts } });
  expect(posted.statusCode, posted.body).toBe(200);
}

const get = async (url: string) => {
  const { statusCode, body } = await app.inject({ url, headers });
  return { status: statusCode, body: JSON.parse(body) };
};

/** A tree in lines: two spaces a level, the code, members, units below. */
async function drawn(query: string): Promise<string[]> {
  const { body } = await get(`/api/tree?${query}`);
  const tree = body as TreeAnswer;
  return tree.codes.map((code, at) => {
    const state = ['', ' ended', ' planned'][tree.states[at] as number];
    return `${'  '.repeat(tree.depths[at] as number)}${code} ${tree.members[at]} ${tree.below[at]}${state}`;
  });
}

test('a tree is drawn as it stood on the day, with members and units below each', async () => {
  expect(await drawn('unit=A&on=2025-01-01')).toEqual([
    'A 6 7',
    '  A.1 3 2',
    '    A.1.1 2 0',
    '    A.1.2 1 0',
    '  A.2 2 2',
    '    A.2.1 1 0',
    '    A.2.2 1 0',
    '  A.3 1 0',
  ]);
  expect(await drawn('unit=A.2&on=2025-12-31')).toEqual(['A.2 3 2', '  A.1.2 1 0', '  A.2.1 2 0']);
});

test('units that have ended stand under their last superior, those to come under their first', async () => {
  expect(await drawn('unit=A&on=2025-12-31&others=1')).toEqual([
    'A 6 7',
    '  A.1 2 2',
    '    A.1.1 1 0',
    '    A.1.5 1 0',
    '    A.1.9 0 0 planned',
    '  A.2 3 2',
    '    A.1.2 1 0',
    '    A.2.1 2 0',
    '    A.2.2 0 0 ended',
    '  A.3 1 0',
  ]);
  const { body } = await get('/api/tree?unit=A&on=2025-06-30');
  expect(body.changeOn).toEqual([{ at: body.codes.indexOf('A.2.2'), on: '2025-07-01' }]);
});

test('the number of members is the figure of each unit, also as it was known', async () => {
  const { body: before } = await get('/api/tree?unit=A&on=2025-12-31');
  for (const [at, code] of before.codes.entries()) {
    const { body: figure } = await get(`/api/figures/members?unit=${code}&on=2025-12-31`);
    expect([code, before.members[at]]).toEqual([code, figure.value]);
  }
  await post([{ kind: 'member.died', effectiveOn: '2025-12-01', person: 'P1' }]);
  const { body: after } = await get('/api/tree?unit=A&on=2025-12-31');
  expect([before.members[0], after.members[0]]).toEqual([6, 5]);
  const { body: then } = await get(`/api/tree?unit=A&on=2025-12-31&knownAt=${encodeURIComponent(before.knownAt)}`);
  expect(then).toEqual(before);
});

test('a count without names is part of the number, at every level above', async () => {
  const declared = { figure: 'members', from: '2026-02-01', to: '2026-02-28', amount: 40 };
  await post([{ kind: 'count.declared', effectiveOn: '2026-02-28', unit: 'A.3', ...declared }]);
  const { body: tree } = await get('/api/tree?unit=A&on=2026-02-15');
  const { body: figure } = await get('/api/figures/members?unit=A&on=2026-02-15');
  expect(figure.declared).toBe(40);
  expect(tree.members[0]).toBe(figure.value);
  expect(tree.members[tree.codes.indexOf('A.3')]).toBe(41);
});

test('whoever is held to a part of the tree sees that part, and no other unit exists', async () => {
  expect(await drawn('unit=A.2&on=2025-12-31&scope=A.2')).toHaveLength(3);
  expect((await get('/api/tree?unit=A&on=2025-12-31&scope=A.2')).status).toBe(404);
  // On the first day A.1.2 lay under A.1, which is not the asker's; the asker's own is still found from above.
  expect(await drawn('unit=A.1.2&on=2025-01-01&scope=A.2')).toEqual(['A.1.2 1 0']);
  const { body } = await get('/api/tree/changes?unit=A.2&from=2025-01-02&to=2025-12-31&scope=A.2');
  expect(body.changes.every(({ code }: TreeChange) => code !== 'A.1')).toBe(true);
});

test('what changed between two days is told with its day and its act, whatever it was', async () => {
  const { body } = await get('/api/tree/changes?unit=A&from=2025-01-02&to=2027-01-01');
  const told = body.changes.map(({ on, code, event }: TreeChange) => `${on} ${code} ${event}`);
  expect(told).toEqual([
    '2025-03-01 A.1 renamed',
    '2025-05-01 A.1.2 moved',
    '2025-07-01 A.2.1 absorbed',
    '2025-07-01 A.2.2 merged',
    '2025-09-01 A.1.1 split',
    '2025-09-01 A.1.5 split-off',
    '2025-11-01 A.3 upgraded',
    '2027-01-01 A.1.9 established',
  ]);
  expect(body.days.map(({ count }: { count: number }) => count)).toEqual([1, 1, 2, 2, 1, 1]);
  expect(body.changes[0]).toMatchObject({ name: 'Đảng bộ xã Tân Đông', nameBefore: 'Đảng bộ xã Đông' });
  expect(body.changes[1]).toMatchObject({ parentBefore: { code: 'A.1' }, parentAfter: { code: 'A.2' } });
  expect(body.changes[3]).toMatchObject({ name: 'Chi bộ thôn 2.2', related: [{ code: 'A.2.1' }] });
  const { body: act } = await get(`/api/acts/${body.changes[1].act}`);
  expect(act).toMatchObject({ kind: 'unit.moved' });
  const { body: first } = await get('/api/tree/changes?unit=A&from=2025-01-02&to=2027-01-01&limit=1');
  expect([first.changes.length, first.days.length]).toEqual([1, 6]);
});

test('a unit that went away in between is among the changes of the unit it left, and of no other', async () => {
  const { body } = await get('/api/tree/changes?unit=A.1&from=2025-04-01&to=2025-06-30');
  expect(body.changes.map(({ code }: TreeChange) => code)).toEqual(['A.1.2']);
  const { body: other } = await get('/api/tree/changes?unit=A.3&from=2025-04-01&to=2025-06-30');
  expect(other).toEqual({ days: [], changes: [] });
});

test('a figure colours the units below by its own split; the shares add up', async () => {
  const { body } = await get('/api/tree/values?unit=A&on=2025-06-30&figure=members&levels=2');
  expect(body.value).toBe(6);
  expect(body.values.slice(0, 3)).toEqual([
    { code: 'A.1', value: 2 },
    { code: 'A.2', value: 3 },
    { code: 'A.3', value: 1 },
  ]);
  expect(body.values).toContainEqual({ code: 'A.1.2', value: 1 });
  const share = 'figure=share&arg=of=female-members&arg=among=members';
  const { body: women } = await get(`/api/tree/values?unit=A&on=2025-06-30&${share}`);
  expect(women).toMatchObject({ measure: 'percent', value: 50, levels: 1 });
  expect(women.values).toContainEqual({ code: 'A.3', value: 100 });
});

test('a figure without shares is asked of each unit: a target is its own', async () => {
  const target = {
    figure: 'admissions',
    from: '2025-01-01',
    to: '2025-12-31',
    value: 4,
    measure: 'count',
    atLeast: true,
  };
  const paper = { issuer: 'Tỉnh ủy A', number: '9-QĐ/TU', issuedOn: '2025-01-05' };
  await post([{ kind: 'target.assigned', effectiveOn: '2025-01-05', paper, unit: 'A.2', ...target }]);
  const { body } = await get(
    '/api/tree/values?unit=A&from=2025-01-01&to=2025-12-31&figure=target-attainment&arg=of=admissions',
  );
  expect(body.values).toEqual([
    { code: 'A.1', value: null },
    { code: 'A.2', value: 0 },
    { code: 'A.3', value: null },
  ]);
});

test('a tree is kept from one request to the next under a grant too, and never told to whoever sees less', async () => {
  const path = async (code: string) => {
    const { rows } = await (await installation.room('A')).read({ actor: 'test' }, ({ client }) =>
      client.query('select path from unit_scope join unit_code using (unit_id) where code = $1', [code]),
    );
    return rows[0].path as string;
  };
  const readAs = async (bound: string) => {
    const recording = { mayRecord: () => false, role: { vi: 'x', en: 'x' }, holds: () => false };
    const workplace = bounded(installation, { tenant: 'A', path: bound }, recording);
    const place = await findUnit(workplace, 'A.2', '2025-01-01', { tenant: 'A' });
    return readTree(workplace, { ...place, actor: 'test', on: '2025-01-01', knownAt: null, others: false });
  };
  const [whole, narrow] = ['|', await path('A.2')];
  const first = await readAs(narrow);
  expect(await readAs(narrow)).toBe(first);
  expect(await readAs(whole)).not.toBe(first);
  await expect(readAs(await path('A.1'))).rejects.toMatchObject({ code: 'unit.unknown' });
});
