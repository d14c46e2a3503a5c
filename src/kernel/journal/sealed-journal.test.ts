import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { actId, insertActs, recordBatch, recordedAt } from '#test/plain-acts.ts';
import { sealAll, sealNext } from '../seals/seal.ts';
import { makeSealer } from '../seals/sealer.ts';
import { actFromRow, canonicalLine } from './line.ts';
import { sealedJournal } from './sealed-journal.ts';

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await testDatabase();
  pool = database.appPool();
});
afterEach(() => database.close());

const clock = fixedClock('2024-02-01T00:00:00Z');
const inTx = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(pool, { actor: 'officer', scope: wholeTenant }, work);
const seal = () => inTx((tx) => sealAll(tx, sealedJournal, clock));
const sealRows = () => inTx(async ({ client }) => (await client.query('select * from seal order by no')).rows);

test('a seal holds the sha256 of each canonical line in order of id, and hashes them with what came before', async () => {
  await recordBatch(pool, 1, [3, 1]);
  await recordBatch(pool, 2, [2]);
  const made = await seal();
  expect(made).toMatchObject([{ no: 1, count: 3, upto: recordedAt(2) }]);
  const [row] = await sealRows();
  const acts = await inTx(async ({ client }) =>
    (await client.query('select * from act order by id')).rows.map(actFromRow),
  );
  expect(acts.map(({ id }) => id)).toEqual([1, 2, 3].map(actId));
  const sha = (data: string | Buffer) => createHash('sha256').update(data).digest();
  expect(row.act_ids.toString('hex')).toBe(acts.map(({ id }) => id.replaceAll('-', '')).join(''));
  expect(row.leaves).toEqual(Buffer.concat(acts.map((act) => sha(canonicalLine(act)))));
  const text = [
    '0'.repeat(64),
    1,
    recordedAt(2),
    3,
    sha(row.act_ids).toString('hex'),
    sha(row.leaves).toString('hex'),
    '',
  ].join('\n');
  expect(row.hash).toEqual(sha(text));
});

test('the next seal takes only what is new, and follows from the last', async () => {
  await recordBatch(pool, 1, [1, 2]);
  await seal();
  await recordBatch(pool, 2, [3]);
  expect(await seal()).toMatchObject([{ no: 2, count: 1 }]);
  const [first, second] = await sealRows();
  expect(second.previous_hash).toEqual(first.hash);
});

test('a journal without anything new gets no seal', async () => {
  expect(await seal()).toEqual([]);
  await recordBatch(pool, 1, [1]);
  await seal();
  expect(await seal()).toEqual([]);
});

test('a long backlog becomes several seals, cut between batches; a batch is never cut', async () => {
  await recordBatch(pool, 1, [1, 2]);
  await recordBatch(pool, 2, [3, 4]);
  await recordBatch(pool, 3, [5, 6, 7, 8, 9]);
  await recordBatch(pool, 4, [10]);
  const counts: (number | undefined)[] = [];
  for (;;) {
    const made = await inTx((tx) => sealNext(tx, sealedJournal, clock, 3));
    if (made === null) break;
    counts.push(made.count);
  }
  expect(counts).toEqual([2, 2, 5, 1]);
});

test('what the head does not vouch for yet stays unsealed', async () => {
  await recordBatch(pool, 1, [1]);
  await inTx(({ client }) => insertActs(client, 2, [2]));
  expect(await seal()).toMatchObject([{ count: 1, upto: recordedAt(1) }]);
});

test('two who seal at once make one seal, and posting does not wait for them', async () => {
  await recordBatch(pool, 1, [1]);
  const first = await pool.connect();
  try {
    await first.query('begin');
    await first.query('select public.set_ctx($1, $2)', ['sealer', wholeTenant]);
    expect(await sealNext({ client: first }, sealedJournal, clock)).not.toBeNull();
    await recordBatch(pool, 2, [2]);
    const second = inTx((tx) => sealNext(tx, sealedJournal, clock));
    const waiting = 'select count(*) as n from pg_locks where not granted';
    await expect.poll(async () => (await first.query(waiting)).rows[0].n).toBe(1);
    await first.query('commit');
    expect(await second).toBeNull();
  } finally {
    first.release();
  }
  expect(await sealRows()).toHaveLength(1);
  expect(await seal()).toMatchObject([{ no: 2, count: 1 }]);
});

test('the sealer seals in the background, goes on after a failure, and stops when told', async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const real = pool.connect.bind(pool);
  let failures = 1;
  const flaky = Object.assign(Object.create(pool), {
    connect: async () => {
      if (failures-- > 0) throw new Error('no connection');
      return real();
    },
  });
  await recordBatch(pool, 1, [1]);
  const sealer = makeSealer({ pool: flaky, sealed: [sealedJournal], clock, log, intervalMs: 10 });
  sealer.start();
  await expect.poll(async () => (await sealRows()).length).toBe(1);
  await recordBatch(pool, 2, [2]);
  await expect.poll(async () => (await sealRows()).length).toBe(2);
  await sealer.stop();
  await recordBatch(pool, 3, [3]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await sealRows()).toHaveLength(2);
  expect(lines.join('')).toMatch(/could not be sealed.*/);
});
