import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, type House, minute, openHouse } from '#test/accounts.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });
const stale = () => house.pass(10 * minute + 1);

test('what opens an account is changed with a password or factor shown a moment ago', async () => {
  const own = await house.join('moi');
  stale();
  for (const path of ['/api/me/totp/start', '/api/me/totp/remove', '/api/me/passkeys/start'])
    expect(await own.post(path), path).toMatchObject({ status: 403, body: { code: 'proof.needed' } });
  expect((await own.get('/api/me')).body.account).toMatchObject({ isFresh: false, totpSince: null });
  expect((await own.post('/api/me/prove', { password: 'không phải' })).body.code).toBe('password.wrong');
  expect((await own.post('/api/me/prove', {})).body.code).toBe('password.wrong');
  expect((await own.post('/api/me/prove', { password: goodPassword })).status).toBe(200);
  const { secret, uri } = (await own.post('/api/me/totp/start')).body;
  expect(uri).toContain(secret);
  expect((await own.post('/api/me/totp/confirm', { code: codeOf(secret) })).status).toBe(200);
  stale();
  expect((await own.post('/api/me/totp/remove')).body.code).toBe('proof.needed');
  expect((await own.post('/api/me/prove', { code: codeOf(secret) })).status).toBe(200);
  expect((await own.post('/api/me/totp/remove')).status).toBe(200);
  expect((await own.get('/api/me')).body.account).toMatchObject({ totpSince: null, isFresh: true });
});

test('a new password asks for the old one, ends all other sessions and opens from then on', async () => {
  const own = await house.join('doi.mat.khau');
  const elsewhere = house.browser();
  await elsewhere.post('/api/sign-in', { login: 'doi.mat.khau', password: goodPassword });
  const next = 'bốn bức tường sơn vàng';
  const change = (current: string, password: string) => own.post('/api/me/password', { current, password });
  expect((await change('sai rồi', next)).body).toMatchObject({
    code: 'password.wrong',
    errors: [{ field: 'current' }],
  });
  expect((await change(goodPassword, 'doi.mat.khau')).body.code).toBe('password.login');
  expect((await change(goodPassword, next)).status).toBe(200);
  expect((await elsewhere.get('/api/me')).status).toBe(401);
  expect((await own.get('/api/me')).status).toBe(200);
  const show = (password: string) => house.browser().post('/api/sign-in', { login: 'doi.mat.khau', password });
  expect((await show(goodPassword)).status).toBe(422);
  expect((await show(next)).status).toBe(200);
});

test('sessions are listed with device and last use, and ended one by one or all others at once', async () => {
  const windows = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/153.0.0.0 Safari/537.36' };
  const own = await house.join('nhieu.phien');
  const [two, three] = [house.browser(windows), house.browser()];
  for (const one of [two, three]) await one.post('/api/sign-in', { login: 'nhieu.phien', password: goodPassword });
  const { sessions } = (await own.get('/api/me')).body.account;
  expect(sessions).toHaveLength(3);
  const line = sessions.find(({ device }: { device: string }) => device === 'Chrome · Windows');
  expect(line).toMatchObject({ isThis: false, usedAt: expect.any(String) });
  const stranger = await house.join('nguoi.la');
  expect(await stranger.post(`/api/me/sessions/${line.id}/end`)).toMatchObject({
    status: 404,
    body: { code: 'session.unknown' },
  });
  expect((await own.post(`/api/me/sessions/${line.id}/end`)).status).toBe(200);
  expect((await two.get('/api/me')).status).toBe(401);
  expect((await own.post('/api/me/sessions/end-others')).body).toEqual({ ended: 1 });
  expect((await three.get('/api/me')).status).toBe(401);
  expect((await own.get('/api/me')).body.account.sessions).toHaveLength(1);
});

test('guesses at one’s own password by a session that was left open wait like those at the door', async () => {
  const own = await house.join('bo.quen');
  for (let i = 0; i < 5; i += 1) await own.post('/api/me/prove', { password: `đoán ${i}` });
  expect((await own.post('/api/me/prove', { password: goodPassword })).status).toBe(429);
  expect((await own.post('/api/me/password', { current: goodPassword, password: 'mật khẩu của kẻ gian' })).status).toBe(
    429,
  );
});

test('nothing that an account answers holds a hash, a secret or a key', async () => {
  const own = await house.join('kin.dao');
  const text = JSON.stringify((await own.get('/api/me')).body) + JSON.stringify((await own.get('/api/accounts')).body);
  expect(text).not.toMatch(/argon2|secret|cipher|publicKey|credential|hash/i);
  expect(text).not.toContain(own.cookie.replace('sotay_session=', ''));
});
