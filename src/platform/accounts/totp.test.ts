import { createSecretKey } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import { makeCipher } from '#/platform/keys/cipher.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { createAccount } from './accounts.ts';
import { asAccounts } from './events.ts';
import { findSession, openSession } from './sessions.ts';
import { beginTotp, confirmTotp, removeTotp, useTotp } from './totp.ts';

let database: TestDatabase;
let hall: Pool;
beforeAll(async () => {
  database = await testDatabase();
  hall = database.appPool();
});
afterAll(() => database?.close());

const keeper = { keyId: 'abcdef01', cipher: makeCipher(createSecretKey(Buffer.alloc(32, 1))) };
const start = Date.parse('2026-11-30T02:00:00Z');
const after = (seconds: number) => new Date(start + seconds * 1_000);
const codeOf = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

async function owner(login: string) {
  const { id: accountId } = await createAccount(hall, { login, name: 'Người thử' }, { actor: 'chief', now: after(0) });
  const session = await inTransaction(hall, asAccounts, ({ client }) =>
    openSession(client, { accountId, method: 'password', hasSecondFactor: false, device: '?' }, after(0)),
  );
  return { accountId, login, session };
}

async function withApp(login: string) {
  const own = await owner(login);
  const { secret } = await beginTotp(hall, keeper, own, after(0));
  await confirmTotp(hall, keeper, { ...own, code: codeOf(secret, after(0)) }, { actor: login, now: after(0) });
  return { ...own, secret };
}

test('an app is asked for only after a code has proved that it has the secret; the session then has a second factor', async () => {
  const own = await owner('lan');
  const first = await beginTotp(hall, keeper, own, after(0));
  const { secret, uri } = await beginTotp(hall, keeper, own, after(1));
  expect(uri).toMatch(/^otpauth:\/\/totp\/S%E1%BB%95%20Tay:lan\?/);
  expect(await useTotp(hall, keeper, { ...own, code: codeOf(secret, after(1)) }, after(1))).toBe(false);
  const confirm = (code: string) => confirmTotp(hall, keeper, { ...own, code }, { actor: 'lan', now: after(1) });
  await expect(confirm(codeOf(first.secret, after(1)))).rejects.toMatchObject({ code: 'totp.wrong' });
  expect(await findSession(hall, own.session, after(1))).toMatchObject({ hasSecondFactor: false });
  await confirm(codeOf(secret, after(1)));
  expect(await findSession(hall, own.session, after(1))).toMatchObject({ hasSecondFactor: true });
  await expect(beginTotp(hall, keeper, own, after(2))).rejects.toMatchObject({ code: 'totp.exists' });
});

test('a code opens once, also when two show it at the same moment; an earlier one opens no more', async () => {
  const { secret, ...own } = await withApp('binh');
  const show = (at: number, code = codeOf(secret, after(at))) => useTotp(hall, keeper, { ...own, code }, after(at));
  expect(await show(0)).toBe(false); // it has confirmed the app
  expect((await Promise.all([show(60), show(60), show(60)])).filter((isRight) => isRight)).toHaveLength(1);
  expect(await show(60, codeOf(secret, after(30)))).toBe(false);
  expect(await show(95)).toBe(true);
});

test('a clock half a minute off is let pass, one that is a minute off is not', async () => {
  const { secret, ...own } = await withApp('cuc');
  const show = (code: string) => useTotp(hall, keeper, { ...own, code }, after(600));
  expect(await show(codeOf(secret, after(660)))).toBe(false);
  expect(await show(codeOf(secret, after(540)))).toBe(false);
  const early = codeOf(secret, after(570));
  expect(await show(`${early.slice(0, 3)} ${early.slice(3)}`)).toBe(true);
  expect(await show(codeOf(secret, after(630)))).toBe(true);
  for (const code of ['', '12345', 'abcdef', '1234567']) expect(await show(code), code).toBe(false);
});

test('the secret lies in the database encrypted for its account, and is gone when the app is removed', async () => {
  const { secret, ...own } = await withApp('dung');
  const read = async () =>
    (await hall.query('select cipher from account_totp where account_id = $1', [own.accountId])).rows;
  const [{ cipher }] = await read();
  expect(cipher.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
  const other = await withApp('giang');
  await hall.query('update account_totp set cipher = $2 where account_id = $1', [other.accountId, cipher]);
  await expect(useTotp(hall, keeper, { accountId: other.accountId, code: '123456' }, after(60))).rejects.toThrow();
  await inTransaction(hall, asAccounts, ({ client }) =>
    removeTotp(client, own.accountId, { actor: 'dung', now: after(9) }),
  );
  expect(await read()).toEqual([]);
  const { rows } = await hall.query('select event from account_event where account_id = $1 order by id', [
    own.accountId,
  ]);
  expect(rows.map(({ event }) => event)).toEqual(['invited', 'totp-added', 'totp-removed']);
});
