import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, type House, hour, minute, openHouse, publicOrigin } from '#test/accounts.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.join('quan.tri');
});
afterAll(() => house?.close());

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });

/** Somebody with an app, and its secret. */
async function withApp(login: string) {
  const own = await house.join(login);
  const { secret } = (await own.post('/api/me/totp/start')).body;
  expect((await own.post('/api/me/totp/confirm', { code: codeOf(secret) })).status).toBe(200);
  house.pass(minute); // the code is used, the next one comes
  return { own, secret };
}

const show = (login: string, password = goodPassword, headers?: Record<string, string>) =>
  house.browser(headers).post('/api/sign-in', { login, password });

test('login and password open a session by a cookie that no script reads and no other site sends', async () => {
  await house.invite('moi.vao');
  const own = house.browser();
  expect((await own.get('/api/me')).status).toBe(401);
  const answer = await own.post('/api/sign-in', { login: ' Quan.Tri ', password: goodPassword });
  expect(answer).toEqual({ status: 200, body: { next: 'signed-in' } });
  expect(own.setCookie).toMatch(/^sotay_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await own.get('/api/session')).body).toMatchObject({ actor: 'quan.tri' });
  const before = own.cookie;
  expect((await own.post('/api/session/end')).body).toEqual({ ended: true, leaveAt: null });
  expect(own.cookie).toBe('');
  own.cookie = before;
  expect((await own.get('/api/me')).status).toBe(401);
});

test('a cookie given over https stays on https', async () => {
  const own = house.browser({ host: new URL(publicOrigin).host, origin: publicOrigin });
  await own.post('/api/sign-in', { login: 'quan.tri', password: goodPassword });
  expect(own.setCookie).toMatch(/^__Host-sotay_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect((await own.get('/api/me')).status).toBe(200);
  expect((await own.post('/api/session/end')).body).toEqual({ ended: true, leaveAt: null });
  expect(own.setCookie).toMatch(/^__Host-sotay_session=; .*Secure/);
});

test('signing in anew ends the session that the browser had', async () => {
  const own = house.browser();
  await own.post('/api/sign-in', { login: 'quan.tri', password: goodPassword });
  const before = own.cookie;
  await own.post('/api/sign-in', { login: 'quan.tri', password: goodPassword });
  expect(own.cookie).not.toBe(before);
  const old = house.browser();
  old.cookie = before;
  expect((await old.get('/api/me')).status).toBe(401);
});

test('an unknown login, a wrong password, an account that was closed or has none yet are answered by the same bytes', async () => {
  const closed = await house.join('da.dong');
  const chief = await house.administrator('quan.tri.khac');
  expect((await chief.post(`/api/accounts/${closed.id}/close`, { reason: 'chuyển công tác' })).status).toBe(200);
  await house.invite('chua.vao');
  const answers = [
    await show('khong.co.ai'),
    await show('quan.tri', 'không phải mật khẩu này'),
    await show('da.dong'),
    await show('chua.vao'),
    await show('không phải là tên'),
  ];
  expect(answers[0]).toMatchObject({ status: 422, body: { code: 'sign-in.wrong' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('guesses at a login wait longer and longer, whether there is such a login or not, and the right password waits too', async () => {
  await house.join('bi.doan');
  for (const login of ['bi.doan', 'khong.co']) {
    for (let i = 0; i < 5; i += 1) expect((await show(login, `đoán lần thứ ${i}`)).status, login).toBe(422);
    expect(await show(login, 'đoán nữa'), login).toMatchObject({ status: 429, body: { code: 'sign-in.wait' } });
  }
  expect((await show('bi.doan')).status).toBe(429);
  house.pass(minute);
  expect((await show('bi.doan')).status).toBe(200);
  house.pass(25 * hour);
});

test('an account with an app comes in by password and code, not by the password alone, and by no code twice', async () => {
  const { secret } = await withApp('co.ung.dung');
  const own = house.browser();
  const first = await own.post('/api/sign-in', { login: 'co.ung.dung', password: goodPassword });
  expect(first.body).toMatchObject({ next: 'second-factor', factors: ['totp'], step: expect.any(String) });
  expect(own.cookie).toBe('');
  expect((await own.get('/api/me')).status).toBe(401);
  const { step } = first.body;
  expect((await own.post('/api/sign-in/totp', { step, code: '000000' })).body.code).toBe('totp.wrong');
  const code = codeOf(secret);
  expect((await own.post('/api/sign-in/totp', { step, code })).body).toEqual({ next: 'signed-in' });
  expect((await own.get('/api/me')).body.account).toMatchObject({
    hasSecondFactor: true,
    sessions: [{ method: 'password+totp' }, {}],
  });
  const replayed = house.browser();
  expect((await replayed.post('/api/sign-in/totp', { step, code })).body.code).toBe('sign-in.begin-again');
  const again = (await replayed.post('/api/sign-in', { login: 'co.ung.dung', password: goodPassword })).body.step;
  expect((await replayed.post('/api/sign-in/totp', { step: again, code })).body.code).toBe('totp.wrong');
});

test('who knows the password guesses codes no faster for it: right passwords between do not shorten the wait', async () => {
  await withApp('bi.doan.ma');
  const seen: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    const own = house.browser();
    const { status, body } = await own.post('/api/sign-in', { login: 'bi.doan.ma', password: goodPassword });
    seen.push(
      status === 200 ? (await own.post('/api/sign-in/totp', { step: body.step, code: '123456' })).status : status,
    );
  }
  expect(seen).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
  house.pass(25 * hour);
});

test('a step is over after ten minutes', async () => {
  const { secret } = await withApp('cham.tay');
  const { step } = (await show('cham.tay')).body;
  house.pass(10 * minute + 1);
  expect((await house.browser().post('/api/sign-in/totp', { step, code: codeOf(secret) })).body.code).toBe(
    'sign-in.begin-again',
  );
});

test('a one-time code tells whose it is, sets a password once, and says no when it was used or is a week old', async () => {
  const { code } = await house.invite('co.ma');
  const own = house.browser();
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect((await own.post('/api/sign-in/code', { code: typed })).body).toEqual({
    login: 'co.ma',
    name: 'Người thử co.ma',
    purpose: 'invitation',
  });
  expect(await own.post('/api/sign-in/code/password', { code, password: 'ngắn' })).toMatchObject({
    status: 422,
    body: { code: 'password.short', errors: [{ field: 'password' }] },
  });
  expect((await own.post('/api/sign-in/code/password', { code, password: goodPassword })).body).toEqual({
    next: 'signed-in',
  });
  for (const path of ['/api/sign-in/code', '/api/sign-in/code/password'])
    expect(
      (await house.browser().post(path, { code, ...(path.endsWith('code') ? {} : { password: goodPassword }) })).body,
    ).toMatchObject({ code: 'code.wrong' });
  const late = await house.invite('den.muon');
  house.pass(7 * 24 * hour + 1);
  expect((await own.post('/api/sign-in/code', { code: late.code })).body.code).toBe('code.wrong');
});

test('a code used by two at the same moment sets one password', async () => {
  const { code } = await house.invite('hai.nguoi');
  const passwords = ['mật khẩu của người nhanh', 'mật khẩu của người chậm'];
  const answers = await Promise.all(
    passwords.map((password) => house.browser().post('/api/sign-in/code/password', { code, password })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

test('guesses of codes wait by address', async () => {
  const answers = [];
  for (let i = 0; i < 32; i += 1) answers.push(await house.browser().post('/api/sign-in/code', { code: `AAAA-${i}` }));
  expect(answers.slice(0, 20).every(({ body }) => body.code === 'code.wrong')).toBe(true);
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'sign-in.wait' } });
  house.pass(25 * hour);
});

test('a page of another address signs nobody in', async () => {
  const foreign = house.browser({ origin: 'http://localhost:5173' });
  const answer = await foreign.post('/api/sign-in', { login: 'quan.tri', password: goodPassword });
  expect(answer).toMatchObject({ status: 403, body: { code: 'request.origin' } });
});
