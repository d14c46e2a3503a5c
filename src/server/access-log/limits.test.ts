import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessRow } from '#/kernel/access/log-contract.ts';
import { loadRulebook } from '#/kernel/rulebook/load.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

// Values are opened one by one, and not one after the other: the rulebook says how many in an hour.

let office: Office;
const callers = new Map<string, Asks>();
const as = (who: string): Asks => callers.get(who) as Asks;
const [person, petition] = [id('person P1'), id('petition')];

beforeAll(async () => {
  office = await openOffice(['A'], undefined, async ({ adminUrl }) => {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    for (const [key, most] of [
      ['reveal.most-an-hour', 3],
      ['unseal.most-an-hour', 2],
    ])
      await client.query('update public.rule set value = to_jsonb($2::int) where key = $1', [key, most]);
    await client.end();
  });
  const received = { kind: 'petition.received', effectiveOn: '2022-01-01', unit: 'A.1', code: 'Đ1', sort: 'complaint' };
  const { status, text } = await office.operator('/api/acts', {
    acts: [...ofA, { id: petition, ...received, complainant: 'Trần Thị Gửi Đơn' }],
  });
  expect(status, text).toBe(200);
  for (const [who, role, unit] of [
    ['can-bo', 'committee-officer', 'A.1'],
    ['can-bo-hai', 'committee-officer', 'A.1'],
    ['kiem-tra', 'inspection-commission', 'A.1'],
    ['kiem-toan', 'auditor', 'A'],
    ['kiem-toan-khac', 'auditor', 'A.2'],
  ] as const)
    callers.set(who, office.as({ login: who, capacity: await office.grant(who, role, unit) }));
}, 120_000);
afterAll(() => office?.close());

const reveal = (who: string) => as(who)(`/api/people/${person}/reveal`, { field: 'phone', reason: 'Xác minh' });
const unseal = (who: string) =>
  as(who)(`/api/acts/${petition}/unseal`, { field: 'complainant', reason: 'Xác minh đơn theo kế hoạch' });
const stopsOf = async (actor: string): Promise<AccessRow[]> =>
  (await as('kiem-toan')(`/api/access-log?action=reveals.stopped&actor=${actor}`)).body.accesses;
const moved = (hours: number) =>
  office.installation.room('A').then(async () => {
    const client = new Client({ connectionString: office.installation.adminUrl });
    await client.connect();
    await client.query(`update t_a.access_log set at = at - make_interval(hours => $1)`, [hours]);
    await client.end();
  });

test('the rules are of the rulebook, and an office may set others', async () => {
  const room = await office.installation.room('A');
  const rules = await inTransaction(room.pool, { actor: 'x', scope: wholeTenant }, ({ client }) =>
    loadRulebook({ client }, null),
  );
  expect(rules.rule('reveal.most-an-hour', '2026-01-01')?.value).toBe(3);
});

test('one more than the rulebook lets is refused until the first is an hour old, and says until when; others go on', async () => {
  const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => reveal('can-bo')));
  expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429, 429]);
  const last = await reveal('can-bo');
  expect(last).toMatchObject({ status: 429, code: 'reveal.too-many' });
  expect(last.body.title).toMatch(/3 .*\d\d:\d\d/);
  expect(last.text).not.toContain('0900000001');
  expect((await reveal('can-bo-hai')).status).toBe(200);
});

test('who was stopped stands in the log once an hour, and waits for whoever reads the log of the place, nobody beside', async () => {
  expect(await stopsOf('can-bo')).toMatchObject([
    { actor: 'can-bo', place: { code: 'A.1' }, personCount: 0, says: { en: expect.stringContaining('3 sensitive') } },
  ]);
  const waits = async (who: string) =>
    (await as(who)('/api/inbox')).body.lines.filter(({ source }: { source: string }) => source === 'stopped');
  for (const who of ['kiem-toan', 'kiem-tra'])
    expect(await waits(who), who).toMatchObject([
      { about: 'can-bo', isWaiting: true, opens: { page: 'access-log', actor: 'can-bo' } },
    ]);
  expect(await waits('kiem-toan-khac')).toEqual([]);
  expect(await waits('can-bo')).toEqual([]);
});

test('breaking the glass has a number of its own', async () => {
  expect([(await unseal('kiem-tra')).status, (await unseal('kiem-tra')).status]).toEqual([200, 200]);
  expect(await unseal('kiem-tra')).toMatchObject({ status: 429, code: 'reveal.too-many' });
  expect((await reveal('kiem-tra')).status).toBe(200);
  expect(await stopsOf('kiem-tra')).toMatchObject([{ says: { vi: expect.stringContaining('2 lần') } }]);
});

test('after the hour it goes on, and the operator is held to nothing', async () => {
  await moved(1);
  expect((await reveal('can-bo')).status).toBe(200);
  for (const _ of [1, 2, 3, 4])
    expect((await office.operator(`/api/people/${person}/reveal`, { field: 'phone', reason: uuidv7() })).status).toBe(
      200,
    );
});
