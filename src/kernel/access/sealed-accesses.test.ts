import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { derivedId } from '#/platform/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asSuperuser } from '#test/plain-acts.ts';
import { sealedJournal } from '../journal/sealed-journal.ts';
import { type Head, headOf, parseHeads } from '../seals/head.ts';
import { sealNext } from '../seals/seal.ts';
import { verifySeals } from '../seals/verify-seals.ts';
import { logAccess } from './access-log.ts';
import { sealedAccesses } from './sealed-accesses.ts';

// The owner of the tables may do anything to them. What was sealed tells of it all the same, by its first line.

const clock = fixedClock('2024-02-01T00:00:00Z');
const perSeal = 4;
let database: TestDatabase;
let head: Head;
/** In order of writing; a seal holds four. */
const lines: string[] = [];
const persons = ['a', 'b', 'c'].map((name) => derivedId('sealed accesses', name));

async function sealAll(client: unknown): Promise<void> {
  while ((await sealNext({ client: client as never }, sealedAccesses, clock, perSeal)) !== null);
}

beforeAll(async () => {
  database = await testDatabase();
  const pool = database.appPool();
  const room = {
    write: <T>(context: { actor: string; scope: string }, work: (tx: Tx) => Promise<T>) =>
      inTransaction(pool, context, work),
  };
  const looker = { actor: 'officer', scope: '|1.', capacity: null };
  const look = async (n: number) =>
    lines.push(
      await logAccess(room, looker, {
        ...{ action: n % 3 === 0 ? 'sealed.opened' : 'field.revealed', detail: { field: 'phone', n } },
        ...{ unitId: null, persons: persons.slice(0, 1 + (n % 3)), reason: `Việc số ${n}` },
        ...(n % 3 === 0 ? { notice: 'complainant' as const } : {}),
      }),
    );
  for (let n = 0; n < 12; n += 1) await look(n);
  await inTransaction(pool, { actor: 'sealer', scope: wholeTenant }, ({ client }) => sealAll(client));
  await look(12);
  [head] = parseHeads(
    await inTransaction(pool, { actor: 'x', scope: wholeTenant }, (tx) => headOf(tx, sealedAccesses, clock)),
  ) as [Head];
});
afterAll(() => database?.close());

/** What verification says after somebody with every right has done something, without and with the head. Nothing stays. */
async function after(tamper: (client: Client) => Promise<unknown>) {
  return asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    await tamper(client);
    await client.query('set constraints all deferred');
    const alone = await verifySeals({ client: client as never }, sealedAccesses);
    const withHead = await verifySeals({ client: client as never }, sealedAccesses, head);
    await client.query('rollback');
    return { alone: alone.findings, withHead: withHead.findings };
  });
}

const change = (text: string, n: number) => (client: Client) => client.query(text, [lines[n]]);
const sealOf = (n: number) => Math.floor(n / perSeal) + 1;
const removeLine = async (client: Client, n: number) => {
  await client.query('set local session_replication_role = replica'); // as the owner could who drops the foreign keys
  for (const table of ['access_log_person', 'access_notice'])
    await client.query(`delete from ${table} where access_id = $1`, [lines[n]]);
  await client.query('delete from access_log where id = $1', [lines[n]]);
};

test('an untouched log has nothing to report, and says what is not sealed yet', async () => {
  expect(await after(async () => {})).toEqual({ alone: [], withHead: [] });
  const report = await inTransaction(database.appPool(), { actor: 'a', scope: wholeTenant, readOnly: true }, (tx) =>
    verifySeals(tx, sealedAccesses, head),
  );
  expect(report).toEqual({ seals: 3, sealedActs: 12, unsealedActs: 1, findings: [], isComplete: true });
});

test.each([
  ['why', `update access_log set reason = 'Việc khác' where id = $1`],
  ['who', `update access_log set actor = 'nobody' where id = $1`],
  ['in which capacity', `update access_log set role = 'leader' where id = $1`],
  ['what', `update access_log set detail = '{"field":"email"}' where id = $1`],
  ['when, by a microsecond', `update access_log set at = at - interval '1 microsecond' where id = $1`],
  [
    'at whom',
    `update access_log_person set person_id = gen_random_uuid() where access_id = $1 and person_id = '${persons[0]}'`,
  ],
  ['at one person less', `delete from access_log_person where access_id = $1 and person_id = '${persons[0]}'`],
  ['at one person more', `insert into access_log_person values ($1, gen_random_uuid())`],
  ['that it was told', `delete from access_notice where access_id = $1`],
])('a change of %s is found, and the line named', async (_, text) => {
  const { alone, withHead } = await after(change(text, 6));
  for (const findings of [alone, withHead])
    expect(findings[0]).toMatchObject({
      what: 'changed',
      seal: sealOf(6),
      act: { id: lines[6], kind: 'sealed.opened' },
    });
});

test.each([0, 5, 11])(
  'line %i taken out is found and named, also by the head when every seal was made anew',
  async (n) => {
    const clumsy = await after((client) => removeLine(client, n));
    expect(clumsy.alone).toMatchObject([{ what: 'removed', seal: sealOf(n), act: { id: lines[n] } }]);
    const careful = await after(async (client) => {
      await removeLine(client, n);
      await client.query('delete from access_seal');
      await sealAll(client);
    });
    expect(careful.alone).toEqual([]);
    expect(careful.withHead[0]).toMatchObject({ what: 'removed', seal: sealOf(n), act: { id: lines[n] } });
  },
);

test('a line slipped in among sealed ones is found and named', async () => {
  const { alone } = await after((client) =>
    client.query(
      `insert into access_log (id, at, actor, action, detail, scope, reason, person_count)
       select '01890000-0000-7000-8000-000000000001', at + interval '1 microsecond', 'x', 'field.revealed', '{}', '|', 'x', 0
       from access_log where id = $1`,
      [lines[5]],
    ),
  );
  expect(alone).toMatchObject([
    { what: 'inserted', seal: sealOf(5), act: { id: '01890000-0000-7000-8000-000000000001' } },
  ]);
});

test('a log cut off together with its seals is known by the head, which names the first line that is gone', async () => {
  const { alone, withHead } = await after(async (client) => {
    for (let n = 4; n < 13; n += 1) await removeLine(client, n);
    await client.query('delete from access_seal where no > 1');
    await client.query('update access_head set last_logged_at = (select max(at) from access_log)');
  });
  expect(alone).toEqual([]);
  expect(withHead[0]).toMatchObject({ what: 'truncated', seal: 2, act: { id: [...lines.slice(4, 8)].toSorted()[0] } });
});

test('the heads of both logs lie in one file, and each is held against its own', async () => {
  const text = await inTransaction(database.appPool(), { actor: 'x', scope: wholeTenant }, async (tx) => {
    return (await headOf(tx, sealedJournal, clock)) + (await headOf(tx, sealedAccesses, clock));
  });
  const heads = parseHeads(text);
  expect(heads.map(({ log, sealNo, acts }) => [log, sealNo, acts])).toEqual([
    [undefined, 0, 0],
    ['access-log', 3, 12],
  ]);
  expect(heads[1]).toMatchObject({ hash: head.hash, seals: head.seals });
  const cut = text.trimEnd().split('\n').slice(0, -1).join('\n');
  expect(() => parseHeads(cut)).toThrow(/do not belong together/);
  expect(() => parseHeads(`${text}{"no":"x"}`)).toThrow(/Line 6/);
});
