import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, type Tx } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { endGrant, type Granted, grantNamed, grantRole, grantsOf } from './grants.ts';

let database: TestDatabase;
let pool: Pool;
const on = '2026-06-15';

beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
});
afterAll(() => database.close());

const as = <T>(actor: string, work: (tx: Tx) => Promise<T>, scope = '|') => inTransaction(pool, { actor, scope }, work);

function wanted(more: Partial<Granted> = {}): Granted {
  return {
    account: { id: uuidv7(), login: 'lan' },
    role: 'leader',
    unitId: null,
    from: '2026-01-01',
    until: '2026-12-31',
    reason: 'theo quyết định phân công',
    by: 'desk',
    at: '2026-01-01T00:00:00Z',
    giver: null,
    delegatedFrom: null,
    ...more,
  };
}

const give = (more?: Partial<Granted>) => {
  const granted = wanted(more);
  return as(granted.by, (tx) => grantRole(tx, granted));
};

test('a grant holds from its first day to the day before its end, and on no other', async () => {
  const account = { id: uuidv7(), login: 'an' };
  await give({ account, from: '2026-06-15', until: '2026-06-17' });
  const held = (day: string) => as('x', async (tx) => (await grantsOf(tx, account.id, day)).length);
  expect([
    await held('2026-06-14'),
    await held('2026-06-15'),
    await held('2026-06-16'),
    await held('2026-06-17'),
  ]).toEqual([0, 1, 1, 0]);
});

test('an ended grant holds no longer, says who ended it and why, and is not ended twice', async () => {
  const id = await give();
  const ended = { by: 'desk', at: '2026-06-14T08:00:00Z', reason: 'chuyển công tác' };
  await as('desk', (tx) => endGrant(tx, id, ended));
  expect(await as('x', (tx) => grantNamed(tx, id, on))).toMatchObject({
    holds: false,
    endedBy: 'desk',
    endReason: 'chuyển công tác',
  });
  await expect(as('desk', (tx) => endGrant(tx, id, ended))).rejects.toMatchObject({ code: 'grant.ended' });
});

test('what was passed on falls with the grant that it comes from', async () => {
  const delegatedFrom = await give();
  const account = { id: uuidv7(), login: 'binh' };
  await give({ account, delegatedFrom, by: 'lan', until: '2026-09-01' });
  expect(await as('x', (tx) => grantsOf(tx, account.id, on))).toHaveLength(1);
  await as('desk', (tx) => endGrant(tx, delegatedFrom, { by: 'desk', at: '2026-06-15T00:00:00Z', reason: 'thôi' }));
  expect(await as('x', (tx) => grantsOf(tx, account.id, on))).toEqual([]);
});

test('the application cannot widen, prolong, revive or delete a grant, nor write one in the name of another', async () => {
  const id = await give();
  for (const change of [
    "role = 'administrator'",
    'unit_id = null',
    "valid = daterange('2020-01-01', null)",
    'account_id = uuidv7()',
    "granted_by = 'x'",
  ])
    await expect(
      as('desk', ({ client }) => client.query(`update role_grant set ${change} where id = $1`, [id])),
      change,
    ).rejects.toThrow('permission denied');
  await expect(as('desk', ({ client }) => client.query('delete from role_grant where id = $1', [id]))).rejects.toThrow(
    'permission denied',
  );
  await as('desk', (tx) => endGrant(tx, id, { by: 'desk', at: '2026-06-15T00:00:00Z', reason: 'thôi' }));
  const revive = 'update role_grant set ended_at = null, ended_by = null, end_reason = null where id = $1';
  expect((await as('desk', ({ client }) => client.query(revive, [id]))).rowCount).toBe(0);
  await expect(as('somebody', (tx) => grantRole(tx, wanted({ by: 'desk' })))).rejects.toThrow('row-level security');
});

test('without a scope nobody sees a grant', async () => {
  await give();
  const { rowCount } = await as('x', ({ client }) => client.query('select from role_grant'), '');
  expect(rowCount).toBe(0);
});

test('a delegation without an end is refused by the database itself', async () => {
  const delegatedFrom = await give();
  await expect(give({ delegatedFrom, until: null })).rejects.toThrow('role_grant_delegation_check');
});
