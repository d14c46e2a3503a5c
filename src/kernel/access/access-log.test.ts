import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, type Tx } from '#/platform/db/transaction.ts';
import { testWorld, type World } from '#test/world.ts';
import { logAccess } from './access-log.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world?.close());

const access = { action: 'members.exported', detail: { layout: 'x' }, unitId: null, personCount: 3 };
const officer = { actor: 'officer', scope: '|1.4.' };

const as = <T>(context: { actor: string; scope: string }, work: (tx: Tx) => Promise<T>) =>
  inTransaction(world.journal.pool, context, work);
const room = { write: as };
const rowsSeenBy = (actor: string, scope: string) =>
  as(
    { actor, scope },
    async ({ client }) => (await client.query('select actor, reason, scope, at from access_log')).rows,
  );

test('an access is kept with who, why and how many; the asker and whoever sees the whole tenant read it', async () => {
  await logAccess(room, officer, { ...access, reason: '  Rà soát dữ liệu\n' });
  const [row] = await rowsSeenBy('chief', '|');
  expect(row).toEqual({ actor: 'officer', reason: 'Rà soát dữ liệu', scope: '|1.4.', at: expect.any(String) });
  expect(await rowsSeenBy('officer', '|1.4.')).toHaveLength(1);
  expect(await rowsSeenBy('colleague', '|1.4.')).toEqual([]);
});

test('without a reason nothing is written, and the caller must not go on', async () => {
  for (const reason of ['', ' \n', 'x'.repeat(1_001)])
    await expect(logAccess(room, officer, { ...access, reason })).rejects.toMatchObject({
      code: 'reveal.reason',
      fields: [{ field: 'reason' }],
    });
  expect(await rowsSeenBy('chief', '|')).toHaveLength(1);
});

test('nobody writes in another’s name, and the application changes or removes no row', async () => {
  const insert = `insert into access_log (actor, action, detail, scope, reason, person_count) values ($1, 'a', '{}', $2, 'r', 0)`;
  await expect(as(officer, ({ client }) => client.query(insert, ['chief', '|1.4.']))).rejects.toThrow(
    'row-level security',
  );
  await expect(as(officer, ({ client }) => client.query(insert, ['officer', '|']))).rejects.toThrow(
    'row-level security',
  );
  for (const statement of [`update access_log set reason = 'x'`, 'delete from access_log', 'truncate access_log'])
    await expect(as({ actor: 'chief', scope: '|' }, ({ client }) => client.query(statement))).rejects.toThrow(
      'permission denied',
    );
});

test('without a context the log is closed', async () => {
  const { rows } = await world.journal.pool.query('select from access_log');
  expect(rows).toEqual([]);
});
