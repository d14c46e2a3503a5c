import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { addressToListenAt, type MayLeave, mayLeaveThisMachine } from './may-leave.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const site = { publicUrl: new URL('https://sotay.example.vn') };
const yes = async (): Promise<MayLeave> => ({ may: true });

test('the server listens on its own machine unless told', async () => {
  expect(await addressToListenAt(undefined, {}, yes)).toBe('127.0.0.1');
  expect(await addressToListenAt('::1', {}, yes)).toBe('::1');
});

test('it listens elsewhere only with accounts and a public address, and says what is missing', async () => {
  expect(await addressToListenAt('0.0.0.0', site, yes)).toBe('0.0.0.0');
  await expect(addressToListenAt('0.0.0.0', {}, yes)).rejects.toMatchObject({
    code: 'address.refused',
    message: expect.stringContaining('SOTAY_PUBLIC_URL'),
    vi: expect.stringContaining('SOTAY_PUBLIC_URL'),
  });
  const hall = database.appPool();
  const no = () => mayLeaveThisMachine({ hall }, false);
  await expect(addressToListenAt('10.0.0.5', site, no)).rejects.toMatchObject({
    code: 'address.refused',
    message: expect.stringMatching(/no account/),
    vi: expect.stringMatching(/chưa có tài khoản/),
  });
});

test('nor does it as long as whoever started it keeps a door of their own', async () => {
  const answer = await mayLeaveThisMachine({ hall: database.appPool() }, true);
  expect(answer).toMatchObject({ may: false, why: { en: expect.stringMatching(/--operator/) } });
});

test('a name is no address to listen at: it may lead anywhere', async () => {
  for (const host of ['localhost.evil.test', '', '0', '127.0.0.1.evil.test'])
    await expect(addressToListenAt(host, site, yes), host).rejects.toMatchObject({ code: 'address.refused' });
});
