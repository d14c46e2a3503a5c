import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { closeAccount, createAccount, reopenAccount } from './accounts.ts';
import { asAccounts } from './events.ts';
import {
  chooseCapacity,
  endOneSession,
  endSession,
  endSessions,
  findSession,
  hasAccounts,
  isStillOpen,
  listSessions,
  openSession,
} from './sessions.ts';

let database: TestDatabase;
let hall: Pool;
beforeAll(async () => {
  database = await testDatabase();
  hall = database.appPool();
});
afterAll(() => database?.close());

const start = Date.parse('2026-11-30T02:00:00Z');
const afterHours = (hours: number) => new Date(start + hours * 3_600_000);
const admin = { actor: 'chief', now: afterHours(0) };

const account = async (login: string) => (await createAccount(hall, { login, name: 'Người thử' }, admin)).id;
const open = (accountId: string, now = afterHours(0)) =>
  inTransaction(hall, asAccounts, ({ client }) =>
    openSession(client, { accountId, method: 'password', hasSecondFactor: false, device: 'Chrome · Linux' }, now),
  );

test('there are accounts as long as one is open', async () => {
  expect(await hasAccounts(hall)).toBe(false);
  const id = await account('first');
  expect(await hasAccounts(hall)).toBe(true);
  await closeAccount(hall, id, 'nghỉ công tác', admin);
  expect(await hasAccounts(hall)).toBe(false);
});

test('a session tells whose it is, and its secret stands nowhere in the database', async () => {
  const accountId = await account('lan');
  const secret = await open(accountId);
  expect(await findSession(hall, secret, afterHours(1))).toEqual({
    accountId,
    login: 'lan',
    name: 'Người thử',
    hasSecondFactor: false,
    capacityId: null,
  });
  expect(await findSession(hall, `${secret}x`, afterHours(1))).toBeNull();
  const { rows } = await hall.query('select * from account_session');
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a session is over twelve hours after its last use, and a week after it was opened whatever its use', async () => {
  const id = await account('binh');
  const idle = await open(id);
  expect(await findSession(hall, idle, afterHours(11.9))).not.toBeNull();
  expect(await findSession(hall, idle, afterHours(23.8))).not.toBeNull();
  expect(await findSession(hall, idle, afterHours(35.9))).toBeNull();
  const busy = await open(id);
  for (let hour = 0; hour < 168; hour += 6)
    expect(await findSession(hall, busy, afterHours(hour)), `${hour}`).not.toBeNull();
  expect(await findSession(hall, busy, afterHours(168.1))).toBeNull();
});

test('asking whether a session still goes on is no use of it', async () => {
  const secret = await open(await account('cuc'));
  expect(await isStillOpen(hall, secret, afterHours(11))).toBe(true);
  expect(await isStillOpen(hall, secret, afterHours(13))).toBe(false);
  expect(await findSession(hall, secret, afterHours(13))).toBeNull();
});

test('its use is written at most once a minute', async () => {
  const id = await account('dung');
  const secret = await open(id);
  const usedAt = async () => (await listSessions(hall, id, secret, afterHours(1)))[0]?.usedAt;
  const after = (seconds: number) => new Date(start + seconds * 1_000);
  await findSession(hall, secret, after(59));
  expect(await usedAt()).toBe('2026-11-30T02:00:00.000000Z');
  await findSession(hall, secret, after(61));
  expect(await usedAt()).toBe('2026-11-30T02:01:01.000000Z');
});

test('sessions are ended one by one, all but one, and with their account; another’s session is not one’s own to end', async () => {
  const [id, other] = [await account('giang'), await account('hoa')];
  const [one, two, three] = [await open(id), await open(id), await open(id)];
  const lines = await listSessions(hall, id, two, afterHours(1));
  expect(lines).toHaveLength(3);
  expect(lines.filter(({ isThis }) => isThis)).toHaveLength(1);
  const mine = lines.find(({ isThis }) => isThis)?.id as string;
  expect(await endOneSession(hall, other, mine, afterHours(1))).toBe(false);
  expect(await endOneSession(hall, id, 'no-uuid', afterHours(1))).toBe(false);
  expect(await endOneSession(hall, id, mine, afterHours(1))).toBe(true);
  expect(await findSession(hall, two, afterHours(1))).toBeNull();
  expect(await endSessions(hall, id, afterHours(1), three)).toBe(1);
  expect(await findSession(hall, one, afterHours(1))).toBeNull();
  expect(await findSession(hall, three, afterHours(1))).not.toBeNull();
  expect(await endSession(hall, three, afterHours(1))).toBe('password');
  expect(await endSession(hall, three, afterHours(1))).toBeNull();
  const last = await open(id);
  await closeAccount(hall, id, 'thôi việc', admin);
  expect(await findSession(hall, last, afterHours(0))).toBeNull();
  await reopenAccount(hall, id, 'trở lại', admin);
  expect(await findSession(hall, last, afterHours(0))).toBeNull();
});

test('a session that was opened while the account was being closed opens nothing', async () => {
  const id = await account('im.lang');
  await closeAccount(hall, id, 'thôi việc', admin);
  const secret = await open(id);
  expect(await findSession(hall, secret, afterHours(0))).toBeNull();
  expect(await isStillOpen(hall, secret, afterHours(0))).toBe(false);
});

test('a session works in the capacity that was chosen for it', async () => {
  const secret = await open(await account('khanh'));
  const capacityId = 'T/0199a000-0000-7000-8000-000000000000';
  await chooseCapacity(hall, secret, capacityId);
  expect(await findSession(hall, secret, afterHours(0))).toMatchObject({ capacityId });
});

test('the application may neither delete accounts and their history nor rewrite who was who', async () => {
  for (const statement of [
    'delete from account',
    "update account set login = 'other'",
    'delete from account_event',
    "update account_event set actor = 'nobody'",
    'delete from account_session',
    'update account_session set account_id = uuidv7()',
    'delete from account_code',
    "update account_recovery set started_by = 'other'",
  ])
    await expect(hall.query(statement), statement).rejects.toThrow('permission denied');
});

test('a login is given once, whatever its letters, also when its account is closed', async () => {
  await expect(createAccount(hall, { login: ' FIRST ', name: 'Khác' }, admin)).rejects.toMatchObject({
    code: 'login.taken',
    status: 409,
  });
  for (const login of ['ab', 'có dấu', 'a b c', '-abc', 'a'.repeat(41), 'cli:root', 'API'])
    await expect(createAccount(hall, { login, name: 'Khác' }, admin), login).rejects.toMatchObject({
      code: 'login.invalid',
    });
  await expect(createAccount(hall, { login: 'noname', name: '  ' }, admin)).rejects.toMatchObject({
    code: 'account.name',
  });
});
