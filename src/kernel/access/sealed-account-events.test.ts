import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAccounts, noteEvent } from '#/platform/accounts/events.ts';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asSuperuser } from '#test/plain-acts.ts';
import { type Head, headOf, parseHeads } from '../seals/head.ts';
import { sealNext } from '../seals/seal.ts';
import { verifySeals } from '../seals/verify-seals.ts';
import { sealedAccountEvents as log } from './sealed-account-events.ts';

// The owner of the tables may do anything to them. What was sealed tells of it all the same, by its first line.

const clock = fixedClock('2024-02-01T00:00:00Z');
const perSeal = 4;
let database: TestDatabase;
let head: Head;
let account: string;
/** In order of recording; a seal holds four. */
let lines: string[] = [];

async function sealAll(client: unknown): Promise<void> {
  while ((await sealNext({ client: client as never }, log, clock, perSeal)) !== null);
}

const note = (event: 'signed-in' | 'recovery-approved', n: number) =>
  inTransaction(database.appPool(), asAccounts, ({ client }) =>
    noteEvent(client, account, event, { actor: 'can-bo', now: clock.now() }, `Việc số ${n}`),
  );
const recorded = async () =>
  (await database.appPool().query('select id, recorded_at as at from public.account_event order by recorded_at')).rows;

beforeAll(async () => {
  database = await testDatabase();
  const pool = database.appPool();
  const made = await pool.query(
    `insert into public.account (login, name, created_at, created_by) values ('can-bo', 'Cán bộ', now(), 'cli:test') returning id`,
  );
  account = made.rows[0].id;
  for (let n = 0; n < 12; n += 1) await note(n % 3 === 0 ? 'recovery-approved' : 'signed-in', n);
  await inTransaction(pool, { actor: 'sealer', scope: wholeTenant }, ({ client }) => sealAll(client));
  await note('signed-in', 12);
  lines = (await recorded()).map(({ id }) => id);
  const text = await inTransaction(pool, { actor: 'x', scope: wholeTenant }, (tx) => headOf(tx, log, clock));
  [head] = parseHeads(text) as [Head];
});
afterAll(() => database?.close());

/** What verification says after somebody with every right has done something, without and with the head. Nothing stays. */
async function after(tamper: (client: Client) => Promise<unknown>) {
  return asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    await tamper(client);
    const alone = await verifySeals({ client: client as never }, log);
    const withHead = await verifySeals({ client: client as never }, log, head);
    await client.query('rollback');
    return { alone: alone.findings, withHead: withHead.findings };
  });
}

const sealOf = (n: number) => Math.floor(n / perSeal) + 1;
const remove = (client: Client, n: number) =>
  client.query('delete from public.account_event where id = $1', [lines[n]]);

test('an untouched log has nothing to report, says what is not sealed yet, and its head says whose it is', async () => {
  expect(await after(async () => {})).toEqual({ alone: [], withHead: [] });
  const report = await inTransaction(database.appPool(), { actor: 'a', scope: wholeTenant, readOnly: true }, (tx) =>
    verifySeals(tx, log, head),
  );
  expect(report).toEqual({ seals: 3, sealedActs: 12, unsealedActs: 1, findings: [], isComplete: true });
  expect(head).toMatchObject({ register: 'T', log: 'accounts', sealNo: 3, acts: 12 });
});

test.each([
  ['who', `update public.account_event set actor = 'nobody' where id = $1`],
  ['what', `update public.account_event set event = 'signed-in' where id = $1`],
  ['when it was done', `update public.account_event set at = at - interval '1 day' where id = $1`],
  [
    'when it was recorded',
    `update public.account_event set recorded_at = recorded_at - interval '1 microsecond' where id = $1`,
  ],
  ['why', `update public.account_event set note = null where id = $1`],
])('a change of %s is found, and the line named', async (_, text) => {
  const { alone, withHead } = await after((client) => client.query(text, [lines[6]]));
  for (const findings of [alone, withHead])
    expect(findings[0]).toMatchObject({ what: 'changed', seal: sealOf(6), act: { id: lines[6] } });
});

test.each([0, 5, 11])('line %i taken out is found and named, also when every seal was made anew', async (n) => {
  const clumsy = await after((client) => remove(client, n));
  expect(clumsy.alone).toMatchObject([{ what: 'removed', seal: sealOf(n), act: { id: lines[n] } }]);
  const careful = await after(async (client) => {
    await remove(client, n);
    await client.query('delete from public.account_seal');
    await sealAll(client);
  });
  expect(careful.alone).toEqual([]);
  expect(careful.withHead[0]).toMatchObject({ what: 'removed', seal: sealOf(n), act: { id: lines[n] } });
});

test('a line slipped in among sealed ones, or without a time of recording, is found and named', async () => {
  const slipped = '01890000-0000-7000-8000-000000000001';
  const put = (moment: string) => (client: Client) =>
    client.query(
      `insert into public.account_event (id, account_id, at, actor, event, recorded_at)
       select $2, account_id, at, 'x', 'signed-in', ${moment} from public.account_event where id = $1`,
      [lines[5], slipped],
    );
  const { alone } = await after(put(`recorded_at + interval '1 microsecond'`));
  expect(alone).toMatchObject([{ what: 'inserted', seal: sealOf(5), act: { id: slipped } }]);
  expect((await after(put(`'infinity'`))).alone).toMatchObject([{ what: 'inserted', act: { id: slipped } }]);
});

test('a log cut off together with its seals is known by the head', async () => {
  const { alone, withHead } = await after(async (client) => {
    for (let n = 4; n < 13; n += 1) await remove(client, n);
    await client.query('delete from public.account_seal where no > 1');
    await client.query(
      'update public.account_head set last_recorded_at = (select max(recorded_at) from public.account_event)',
    );
  });
  expect(alone).toEqual([]);
  expect(withHead[0]).toMatchObject({ what: 'truncated', seal: 2 });
});

test('lines follow each other in time however many are written at once, and two of one transaction too', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => note('signed-in', 20 + n)));
  await inTransaction(database.appPool(), asAccounts, async ({ client }) => {
    const doing = { actor: 'can-bo', now: clock.now() };
    for (const event of ['closed', 'reopened'] as const) await noteEvent(client, account, event, doing);
  });
  const times = (await recorded()).map(({ at }) => at as string);
  expect(times.length).toBe(13 + 12 + 2);
  expect(new Set(times).size).toBe(times.length);
  const { rows } = await database.appPool().query('select last_recorded_at as at from public.account_head');
  expect(rows[0].at).toBe(times.at(-1));
});

test('the application adds lines and seals, and changes, dates and deletes none', async () => {
  const refused = (text: string) => expect(database.appPool().query(text), text).rejects.toThrow(/permission denied/);
  for (const table of ['account_event', 'account_seal', 'account_head'])
    for (const text of [`delete from public.${table}`, `truncate public.${table}`]) await refused(text);
  await refused(`update public.account_event set note = 'x'`);
  await refused('update public.account_head set last_recorded_at = now()');
  await refused(`update public.account_seal set hash = ''`);
  await refused(
    `insert into public.account_event (account_id, at, actor, event, recorded_at) values ('${account}', now(), 'x', 'x', now())`,
  );
});
