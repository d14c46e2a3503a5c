import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, goodPassword, type House, minute, openHouse } from '#test/accounts.ts';

// What was begun with an account and not finished, when somebody has it closed, its password changed or its sessions ended.

let house: House;
let chief: Browser & { id: string };
let second: Browser & { id: string };
beforeAll(async () => {
  house = await openHouse();
  chief = await house.administrator('chief');
  second = await house.administrator('second');
});
afterAll(() => house?.close());

const why = { reason: 'x' };
const other = 'mười bông lúa bên bờ sông';
const close = (id: string) => chief.post(`/api/accounts/${id}/close`, why);
const reopen = (id: string) => chief.post(`/api/accounts/${id}/reopen`, why);
const setPassword = (code: string) => house.browser().post('/api/sign-in/code/password', { code, password: other });

test('a code that was given out before an account was closed opens nothing when it is reopened', async () => {
  const { id, code } = await house.invite('ma.cu');
  await close(id);
  await reopen(id);
  expect((await setPassword(code)).body.code).toBe('code.wrong');
});

test('a recovery that waits, or whose code was not used, ends when the account is closed', async () => {
  const { id } = await house.join('khoi.phuc');
  const start = () => chief.post(`/api/accounts/${id}/recovery`, { ...why, dropsFactors: true });
  await start();
  await close(id);
  expect((await second.post(`/api/accounts/${id}/recovery/approve`)).body.code).toBe('recovery.unknown');
  await reopen(id);
  expect((await second.post(`/api/accounts/${id}/recovery/approve`)).body.code).toBe('recovery.unknown');
  expect((await start()).status).toBe(200);
  const { code } = (await second.post(`/api/accounts/${id}/recovery/approve`)).body;
  await close(id);
  await reopen(id);
  expect((await setPassword(code)).body.code).toBe('code.wrong');
});

/** Somebody with an app, who has shown the password and not yet the app's code. */
async function halfWay(login: string) {
  const own = await house.join(login);
  const { secret } = (await own.post('/api/me/totp/start')).body;
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });
  await own.post('/api/me/totp/confirm', { code: code() });
  house.pass(minute);
  const { step } = (await house.browser().post('/api/sign-in', { login, password: goodPassword })).body;
  return { own, goOn: () => house.browser().post('/api/sign-in/totp', { step, code: code() }) };
}

test('who has shown the old password goes no further with it when it is changed', async () => {
  const { own, goOn } = await halfWay('doi.mat.khau');
  expect((await own.post('/api/me/password', { current: goodPassword, password: other })).status).toBe(200);
  expect((await goOn()).body.code).toBe('sign-in.begin-again');
});

test('nor when the sessions of the account are ended by somebody else, or all others by its owner', async () => {
  const first = await halfWay('dut.phien');
  expect((await chief.post(`/api/accounts/${first.own.id}/sessions/end`)).status).toBe(200);
  expect((await first.goOn()).body.code).toBe('sign-in.begin-again');
  const { own, goOn } = await halfWay('dut.phien.khac');
  expect((await own.post('/api/me/sessions/end-others')).status).toBe(200);
  expect((await goOn()).body.code).toBe('sign-in.begin-again');
  expect((await (await halfWay('khong.dut')).goOn()).body).toEqual({ next: 'signed-in' });
});

test('nobody does to their own account from the list what their own page asks a proof for', async () => {
  const bare = await house.join('khong.buoc.hai');
  const room = await house.installation.room('T');
  await room.write({ actor: 'x' }, ({ client }) =>
    client.query(
      `insert into role_grant (account_id, login, role, valid, granted_by, granted_at, reason) values ($1, $2, 'administrator', '[2020-01-01,)', 'x', now(), 'x')`,
      [bare.id, 'khong.buoc.hai'],
    ),
  );
  await bare.post('/api/me/printed'); // a second step, so that the role may work; its owner has neither app nor passkey
  const { body: sheet } = await bare.post('/api/me/printed');
  const again = house.browser();
  const { step } = (await again.post('/api/sign-in', { login: 'khong.buoc.hai', password: goodPassword })).body;
  expect((await again.post('/api/sign-in/printed', { step, code: sheet.codes[0] })).body).toEqual({
    next: 'signed-in',
  });
  for (const [what, more] of [
    ['printed', {}],
    ['close', why],
    ['recovery', { ...why, dropsFactors: true }],
    ['recovery/approve', {}],
  ] as const) {
    const { status, body } = await again.post(`/api/accounts/${bare.id}/${what}`, more);
    expect([status, body.code], what).toEqual([
      what === 'recovery' || what === 'recovery/approve' ? 403 : 409,
      what === 'recovery' || what === 'recovery/approve' ? 'recovery.own' : 'account.own',
    ]);
  }
});

test('an administrator whom another one alone has made is no second person for a recovery', async () => {
  const { id } = await house.join('bi.chiem');
  const puppet = await house.administrator('bu.nhin');
  const owner = new Client({ connectionString: house.installation.adminUrl });
  await owner.connect();
  await owner.query(`update account set created_by = 'chief' where login = 'bu.nhin'`);
  await owner.end();
  await chief.post(`/api/accounts/${id}/recovery`, { ...why, dropsFactors: true });
  expect(await puppet.post(`/api/accounts/${id}/recovery/approve`)).toMatchObject({
    status: 403,
    body: { code: 'recovery.same-person' },
  });
  expect((await second.post(`/api/accounts/${id}/recovery/approve`)).status).toBe(200);
});
