import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, type Tx } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { testWorld, type World } from '#test/world.ts';
import { logAccess } from './access-log.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world?.close());

const access = { action: 'members.exported', detail: { layout: 'x' }, unitId: null, persons: [], personCount: 3 };
const officer = { actor: 'officer', scope: '|1.4.' };
const account = uuidv7();
const looker = { ...officer, capacity: { accountId: account, role: 'committee-officer', unitId: null } };

const as = <T>(context: { actor: string; scope: string }, work: (tx: Tx) => Promise<T>) =>
  inTransaction(world.journal.pool, context, work);
const room = { write: as };
const rowsSeenBy = (actor: string, scope: string) =>
  as({ actor, scope }, async ({ client }) => (await client.query('select * from access_log order by at')).rows);

test('an access is kept with who, as what, why and about whom; the asker and those whose place holds theirs read it', async () => {
  const persons = [uuidv7(), uuidv7()];
  const id = await logAccess(room, looker, { ...access, persons, reason: '  Rà soát dữ liệu\n' });
  const [row] = await rowsSeenBy('chief', '|');
  expect(row).toMatchObject({
    ...{ id, actor: 'officer', account_id: account, role: 'committee-officer', place_id: null },
    ...{ reason: 'Rà soát dữ liệu', scope: '|1.4.', at: expect.any(String), person_count: 3 },
  });
  const named = await as(officer, ({ client }) => client.query('select person_id from access_log_person'));
  expect(named.rows.map(({ person_id }) => person_id).toSorted()).toEqual(persons.toSorted());
  for (const scope of ['|', '|1.', '|1.4.']) expect(await rowsSeenBy('another', scope), scope).toHaveLength(1);
  for (const scope of ['|1.5.', '|1.4.7.', '']) expect(await rowsSeenBy('another', scope), scope).toEqual([]);
  expect(await rowsSeenBy('officer', '|9.')).toHaveLength(1);
});

test('lines follow each other in time, however many are written at once, and a person that comes twice is named once', async () => {
  const twice = uuidv7();
  await Promise.all(
    Array.from({ length: 12 }, () => logAccess(room, looker, { ...access, persons: [twice, twice], reason: 'x' })),
  );
  const times = (await rowsSeenBy('chief', '|')).map(({ at }) => at as string);
  expect(new Set(times).size).toBe(times.length);
  const head = await as(officer, ({ client }) => client.query('select last_logged_at as at from access_head'));
  expect(head.rows).toEqual([{ at: times.at(-1) }]);
  const named = await as(officer, ({ client }) =>
    client.query('select count(*)::int as count from access_log_person where person_id = $1', [twice]),
  );
  expect(named.rows).toEqual([{ count: 12 }]);
});

test('without a reason nothing is written, and the caller must not go on', async () => {
  const before = (await rowsSeenBy('chief', '|')).length;
  for (const reason of ['', ' \n', 'x'.repeat(1_001)])
    await expect(logAccess(room, looker, { ...access, reason })).rejects.toMatchObject({
      code: 'reveal.reason',
      fields: [{ field: 'reason' }],
    });
  expect(await rowsSeenBy('chief', '|')).toHaveLength(before);
});

test('nobody writes in another’s name, and the application changes or removes no line, no person and no notice', async () => {
  const insert = `insert into access_log (at, actor, action, detail, scope, reason, person_count) values (now(), $1, 'a', '{}', $2, 'r', 0)`;
  await expect(as(officer, ({ client }) => client.query(insert, ['chief', '|1.4.']))).rejects.toThrow(
    'row-level security',
  );
  await expect(as(officer, ({ client }) => client.query(insert, ['officer', '|']))).rejects.toThrow(
    'row-level security',
  );
  for (const table of ['access_log', 'access_log_person', 'access_notice', 'access_seal'])
    for (const statement of [`delete from ${table}`, `truncate ${table}`])
      await expect(
        as({ actor: 'chief', scope: '|' }, ({ client }) => client.query(statement)),
        statement,
      ).rejects.toThrow('permission denied');
  for (const statement of [`update access_log set reason = 'x'`, 'update access_log_person set person_id = access_id'])
    await expect(as({ actor: 'chief', scope: '|' }, ({ client }) => client.query(statement))).rejects.toThrow(
      'permission denied',
    );
});

test('without a context the log is closed', async () => {
  for (const table of ['access_log', 'access_log_person', 'access_notice', 'access_seal', 'access_head'])
    expect((await world.journal.pool.query(`select from ${table}`)).rows, table).toEqual([]);
});
