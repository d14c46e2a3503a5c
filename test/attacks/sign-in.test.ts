import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '#/server/routes.ts';
import { type Browser, goodPassword, type House, hour, minute, openHouse } from '#test/accounts.ts';

// What somebody tries who has no account, or another one's cookie. Parts of it also stand beside what they attack:
// src/server/accounts/sign-in.test.ts (waits, steps, codes), provider.test.ts, printed-codes.test.ts, passkeys.test.ts.

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.join('quan.tri');
});
afterAll(() => house?.close());

const show = (own: Browser, login: string, password = goodPassword) => own.post('/api/sign-in', { login, password });

async function signedIn(login: string): Promise<Browser> {
  const own = house.browser();
  expect((await show(own, login)).body).toEqual({ next: 'signed-in' });
  return own;
}

/** Whoever sends this cookie and nothing else. */
function carrying(cookie: string): Browser {
  return Object.assign(house.browser(), { cookie });
}

const isShut = async (cookie: string) => expect((await carrying(cookie).get('/api/me')).status, cookie).toBe(401);

describe('who has an account', () => {
  test('is not told by the time that an answer takes: unknown, invited and closed logins cost the same work', async () => {
    const closed = await house.join('thoi.gian.dong');
    const chief = await house.administrator('thoi.gian.chu');
    await chief.post(`/api/accounts/${closed.id}/close`, { reason: 'thử' });
    await house.invite('thoi.gian.moi');
    const spent = async (login: string) => {
      const times = [];
      for (let i = 0; i < 3; i += 1) {
        const start = performance.now();
        expect((await show(house.browser(), login, `không phải ${i}`)).body.code).toBe('sign-in.wrong');
        times.push(performance.now() - start);
      }
      house.pass(25 * hour);
      return Math.min(...times);
    };
    const known = await spent('quan.tri');
    // Without the work it takes a tenth of it; a stopwatch on a busy machine tells no more than that.
    for (const login of ['khong.co.ai', 'thoi.gian.moi', 'thoi.gian.dong'])
      expect(await spent(login), login).toBeGreaterThan(known / 4);
  });

  test('is not told by a code: one that never was, was used, or is a week old is answered by the same bytes', async () => {
    const [used, late] = [await house.invite('ma.da.dung'), await house.invite('ma.qua.han')];
    await house.browser().post('/api/sign-in/code/password', { code: used.code, password: goodPassword });
    house.pass(8 * 24 * hour);
    const answers = [];
    for (const code of ['AAAA-BBBB-CCCC-DDDD', used.code, late.code])
      answers.push(await house.browser().post('/api/sign-in/code', { code }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('is not told by a passkey: what it has to sign is asked for without a login', async () => {
    const answer = await house.browser().post('/api/sign-in/passkey/start', { login: 'quan.tri' });
    expect(answer.status).toBe(400);
  });
});

describe('a session', () => {
  test('is not made up: no cookie but one that was given opens anything', async () => {
    const own = await signedIn('quan.tri');
    const secret = own.cookie.replace('sotay_session=', '');
    const { rows } = await house.installation.hall.query<{ hash: string }>(
      'select secret_hash as hash from account_session order by id desc limit 1',
    );
    const other = secret[20] === 'A' ? 'B' : 'A';
    for (const forged of [
      '',
      'x'.repeat(43),
      secret.slice(0, -1),
      `${secret}A`,
      // In the middle: the last sign of base64url carries bits that mean nothing.
      secret.slice(0, 20) + other + secret.slice(21),
      rows[0]?.hash ?? '',
      "' or true --",
      encodeURIComponent("' or ''='"),
      '%00',
      '__proto__',
      'x'.repeat(8_000),
    ])
      await isShut(`sotay_session=${forged}`);
    expect((await own.get('/api/me')).status).toBe(200);
  });

  test('is over for whoever kept its cookie: signed out, ended from elsewhere, password changed, account closed, left alone', async () => {
    const ended = await signedIn('quan.tri');
    const kept = ended.cookie;
    await ended.post('/api/session/end');
    await isShut(kept);

    const { id } = await house.join('giu.cookie');
    const [one, two] = [await signedIn('giu.cookie'), await signedIn('giu.cookie')];
    await two.post('/api/me/sessions/end-others');
    await isShut(one.cookie);
    const three = await signedIn('giu.cookie');
    const changed = { current: goodPassword, password: 'bảy con thuyền giấy trên sông' };
    expect((await two.post('/api/me/password', changed)).status).toBe(200);
    await isShut(three.cookie);
    const chief = await house.administrator('giu.cookie.chu');
    await chief.post(`/api/accounts/${id}/close`, { reason: 'thử' });
    await isShut(two.cookie);
    await chief.post(`/api/accounts/${id}/reopen`, { reason: 'thử' });
    await isShut(two.cookie);

    const idle = await signedIn('quan.tri');
    house.pass(12 * hour + minute);
    await isShut(idle.cookie);
  });

  test('is not fixed beforehand: a cookie that was put into a browser is never the one of whoever signs in there', async () => {
    await house.join('ke.gian');
    const planted = `sotay_session=${'planted'.padEnd(43, 'x')}`;
    const attacker = await signedIn('ke.gian');
    for (const cookie of [planted, attacker.cookie]) {
      const victim = carrying(cookie);
      expect((await show(victim, 'quan.tri')).body).toEqual({ next: 'signed-in' });
      expect(victim.cookie).not.toBe(cookie);
      expect((await victim.get('/api/me')).body.account.login).toBe('quan.tri');
      await isShut(cookie);
    }
  });

  test('is none of the operator’s once there are accounts, and no header makes one', async () => {
    const told: Record<string, string>[] = [
      { authorization: 'Bearer the-token' },
      { authorization: 'Basic cXVhbi50cmk6eA==' },
      { 'x-forwarded-user': 'quan.tri' },
      { 'x-who': '{"login":"quan.tri"}' },
    ];
    for (const headers of told) expect((await house.browser(headers).get('/api/me')).status).toBe(401);
  });
});

describe('the second step', () => {
  test('is not passed by: a step is nobody else’s, opens nothing by itself, and is not guessed', async () => {
    const own = await house.join('hai.buoc.mot');
    const { secret } = (await own.post('/api/me/totp/start')).body;
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });
    await own.post('/api/me/totp/confirm', { code: code() });
    const other = await house.join('hai.buoc.hai');
    const codes: string[] = (await other.post('/api/me/printed')).body.codes;
    house.pass(minute);
    const { step } = (await show(house.browser(), 'hai.buoc.hai')).body;
    // The right code of one account does not fit the step of another, and a step is no cookie.
    expect((await house.browser().post('/api/sign-in/totp', { step, code: code() })).body.code).toBe('totp.wrong');
    await isShut(`sotay_session=${step}`);
    for (const made of ['', 'x'.repeat(43), `${step}x`])
      expect((await house.browser().post('/api/sign-in/printed', { step: made, code: codes[0] })).body.code).toBe(
        'sign-in.begin-again',
      );
    // A factor that the account does not have is none, though the code of it would be right elsewhere.
    const mine = (await show(house.browser(), 'hai.buoc.mot')).body.step;
    const wrong = await house.browser().post('/api/sign-in/printed', { step: mine, code: codes[0] });
    expect(wrong.body.code).toBe('printed.wrong');
    expect((await house.browser().post('/api/sign-in/printed', { step, code: codes[0] })).body).toEqual({
      next: 'signed-in',
    });
  });

  test('of one kind does not give free guesses at another: all of them count for the login', async () => {
    const own = await house.join('doan.xen');
    await own.post('/api/me/printed');
    const seen: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const { body, status } = await show(house.browser(), 'doan.xen');
      const path = i % 2 === 0 ? '/api/sign-in/printed' : '/api/sign-in/totp';
      seen.push(
        status === 200 ? (await house.browser().post(path, { step: body.step, code: '123456' })).status : status,
      );
    }
    expect(seen).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    house.pass(25 * hour);
  });
});

describe('guessing', () => {
  test('at the same moment costs as much as one after the other', async () => {
    await house.join('cung.mot.luc');
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => show(house.browser(), 'cung.mot.luc', `đoán lần thứ ${i}`)),
    );
    const judged = all.filter(({ status }) => status === 422);
    expect(judged.length).toBeLessThanOrEqual(5);
    expect(all.every(({ status }) => status === 422 || status === 429)).toBe(true);
    house.pass(25 * hour);
  });

  test('is counted by the address of the network, whatever a header says of it, and at many logins together', async () => {
    const seen: number[] = [];
    for (let i = 0; i < 34; i += 1) {
      const own = house.browser({ 'x-forwarded-for': `203.0.113.${i}`, 'x-real-ip': `203.0.113.${i}` });
      seen.push((await show(own, `nguoi.so.${i}`, 'mật khẩu hay dùng')).status);
    }
    expect(seen.slice(0, 30).every((status) => status === 422)).toBe(true);
    expect(seen.at(-1)).toBe(429);
    house.pass(25 * hour);
  });

  test('another spelling of a login is the same login', async () => {
    await house.join('viet.khac');
    const spellings = ['viet.khac', ' VIET.KHAC', 'Viet.Khac ', 'ｖｉｅｔ.khac', 'viet.khac\t'];
    for (const login of spellings) expect((await show(house.browser(), login, 'không phải')).status).toBe(422);
    expect((await show(house.browser(), 'VIET.khac', 'không phải')).status).toBe(429);
    house.pass(25 * hour);
  });
});

// Every way in, also one that is added later.
const waysIn = routes.filter(({ method, permission }) => method === 'POST' && permission === 'public');

test.each(waysIn.map(({ path }) => path))(
  '%s takes nothing from a page of another address, nor from a form',
  async (path) => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://ke-gian.example' },
      { origin: 'http://localhost:5173' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await house.browser(headers).post(path, {});
      expect(answer, JSON.stringify(headers)).toMatchObject({ status: 403, body: { code: 'request.origin' } });
    }
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const headers = { host: 'localhost:4020', 'content-type': type };
      const answer = await house.app.inject({ method: 'POST', url: path, headers, payload: '{"login":"x"}' });
      expect([400, 415], type).toContain(answer.statusCode);
      expect(answer.headers['set-cookie'], type).toBeUndefined();
    }
    expect((await house.browser().post(path, { accountId: 'x', hasSecondFactor: true })).status).toBe(400);
  },
);

test('texts that were made to harm are wrong passwords, or no requests', async () => {
  for (const text of ["' or 1=1 --", '"; drop table account; --', '<script>alert(1)</script>', '../../key', '{{7*7}}'])
    expect((await show(house.browser(), text, text)).body.code).toBe('sign-in.wrong');
  expect((await show(house.browser(), 'quan.tri', 'a\0b')).status).toBe(400);
  expect((await show(house.browser(), 'quan.tri', 'x'.repeat(2_000))).status).toBe(400);
  expect((await show(house.browser(), 'quan.tri', 'x'.repeat(100_000))).status).toBe(413);
  for (const login of [{ $ne: null }, ['quan.tri'], 1, null])
    expect((await house.browser().post('/api/sign-in', { login, password: goodPassword })).status).toBe(400);
});
