import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, goodPassword, type House, minute, openHouse } from '#test/accounts.ts';
import { startProvider, type TestProvider } from '#test/provider.ts';

// Against a real provider, a process of its own.

let house: House;
let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider(['http://localhost:4020']);
  house = await openHouse({
    furnish: (folder) => provider.tell(folder, { secondFactor: { acr: ['urn:thu:hai-buoc'], amr: ['otp'] } }),
  });
  await house.join('quan.tri');
});
afterAll(async () => {
  await house?.close();
  await provider?.stop();
});

const start = async (own: Browser, body: object = {}) => (await own.post('/api/sign-in/provider/start', body)).body;

/** Goes to the provider as somebody and comes back. */
async function through(own: Browser, as: { sub?: string; acr?: string; amr?: string }, body: object = {}) {
  const { step, address } = await start(own, body);
  return own.post('/api/sign-in/provider', { step, answer: await provider.signIn(address, as) });
}

/** A browser of somebody whose account an invitation has tied. */
async function tied(login: string, sub: string) {
  const [own, { id, code }] = [house.browser(), await house.invite(login)];
  expect((await through(own, { sub }, { code })).body).toEqual({ next: 'signed-in' });
  return Object.assign(own, { id, code });
}

test('the sign-in page is told what the provider is called, in both languages, without asking the provider', async () => {
  expect((await house.browser().get('/api/sign-in')).body.provider).toEqual({
    vi: 'Cổng định danh thử',
    en: 'The trial provider',
  });
});

test('a browser is sent there with code, PKCE, state and nonce, each new every time', async () => {
  const [one, two] = [await start(house.browser()), await start(house.browser())];
  const asked = new URL(one.address).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    client_id: 'sotay',
    code_challenge_method: 'S256',
    redirect_uri: 'http://localhost:4020/sign-in/provider',
    scope: 'openid profile',
    acr_values: 'urn:thu:hai-buoc',
  });
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name), name).not.toBe(new URL(two.address).searchParams.get(name));
});

test('an invitation code ties the account to issuer and subject; from then on the provider opens it', async () => {
  const first = await tied('bi.thu', 'ng-1');
  expect((await first.get('/api/session')).body.actor).toBe('bi.thu');
  const again = house.browser();
  expect((await through(again, { sub: 'ng-1' })).body).toEqual({ next: 'signed-in' });
  expect((await again.get('/api/me')).body.account).toMatchObject({
    login: 'bi.thu',
    hasSecondFactor: false,
    passwordSetAt: null,
    provider: { name: 'ng-1.o.cho.khac', subject: 'ng-1' },
    sessions: [{ method: 'provider' }, {}],
  });
  expect((await again.post('/api/sign-in/code', { code: first.code })).body.code).toBe('code.wrong');
});

test('nobody gets an account by coming from there: a login or e-mail that the provider tells opens nothing', async () => {
  const own = house.browser();
  // The provider calls everybody's e-mail that of quan.tri, and this one by the login itself.
  const answer = await through(own, { sub: 'quan.tri' });
  expect(answer).toMatchObject({ status: 403, body: { code: 'provider.unknown' } });
  expect(answer.body.title).toContain('quan.tri');
  expect(own.cookie).toBe('');
  const { rows } = await house.installation.hall.query("select from account where login like '%khac%'");
  expect(rows).toHaveLength(0);
});

test('one person at the provider has one account here', async () => {
  await tied('mot.nguoi', 'ng-mot');
  const { code } = await house.invite('hai.tai.khoan');
  expect(await through(house.browser(), { sub: 'ng-mot' }, { code })).toMatchObject({
    status: 409,
    body: { code: 'provider.tied' },
  });
  // What was refused has used nothing up.
  expect((await house.browser().post('/api/sign-in/code', { code })).body.login).toBe('hai.tai.khoan');
});

test('an administrator ties an account that nobody uses yet, and none that is in use', async () => {
  const chief = await house.administrator('quan.tri.mot');
  const { id, code } = await house.invite('duoc.gan');
  expect((await chief.post(`/api/accounts/${id}/provider`, { subject: 'ng-gan' })).status).toBe(200);
  // Whoever made the invitation knows its code: it opens nothing of what somebody else has now.
  expect(await house.browser().post('/api/sign-in/code/password', { code, password: goodPassword })).toMatchObject({
    body: { code: 'code.wrong' },
  });
  expect((await through(house.browser(), { sub: 'ng-gan' })).body).toEqual({ next: 'signed-in' });
  const inUse = await house.join('dang.dung');
  for (const other of [inUse.id, id])
    expect(await chief.post(`/api/accounts/${other}/provider`, { subject: 'ng-cua-ke-khac' })).toMatchObject({
      status: 409,
      body: { code: 'account.in-use' },
    });
  expect(await chief.post(`/api/accounts/${id}/code`)).toMatchObject({ body: { code: 'account.not-invited' } });
  expect(await inUse.post(`/api/accounts/${id}/provider`, { subject: 'x' })).toMatchObject({ status: 403 });
});

test('whoever is signed in ties their own account, and unties it; what only the provider opens stays tied', async () => {
  const own = await house.join('tu.gan');
  const { step, address } = (await own.post('/api/me/provider/start')).body;
  const answer = await provider.signIn(address, { sub: 'ng-tu-gan' });
  const other = await house.join('nguoi.khac');
  expect((await other.post('/api/me/provider', { step, answer })).body.code).toBe('provider.answer');
  const again = (await own.post('/api/me/provider/start')).body;
  const second = await provider.signIn(again.address, { sub: 'ng-tu-gan' });
  expect((await own.post('/api/me/provider', { step: again.step, answer: second })).body).toEqual({ done: true });
  expect((await through(house.browser(), { sub: 'ng-tu-gan' })).body).toEqual({ next: 'signed-in' });
  house.pass(11 * minute);
  expect((await own.post('/api/me/provider/remove')).body.code).toBe('proof.needed');
  expect((await own.post('/api/me/prove', { password: goodPassword })).status).toBe(200);
  expect((await own.post('/api/me/provider/remove')).body).toEqual({ done: true });
  expect((await through(house.browser(), { sub: 'ng-tu-gan' })).body.code).toBe('provider.unknown');
  const only = await tied('chi.cong', 'ng-chi-cong');
  expect((await only.post('/api/me/provider/remove')).body.code).toBe('provider.only-way');
});

test('a recovery of what was lost ends the tie too: whoever had tied themselves to the account comes in no more', async () => {
  const [chief, second] = [await house.administrator('khoi.phuc.mot'), await house.administrator('khoi.phuc.hai')];
  const { id } = await tied('bi.chiem', 'ng-chiem');
  const recover = async (dropsFactors: boolean) => {
    await chief.post(`/api/accounts/${id}/recovery`, { reason: 'mất', dropsFactors });
    const { code } = (await second.post(`/api/accounts/${id}/recovery/approve`)).body;
    await house.browser().post('/api/sign-in/code/password', { code, password: goodPassword });
    return (await through(house.browser(), { sub: 'ng-chiem' })).body;
  };
  expect(await recover(false)).toEqual({ next: 'signed-in' });
  expect(await recover(true)).toMatchObject({ code: 'provider.unknown' });
});

test('acr or amr count as second factor only where the configuration names them; else the own one is asked for', async () => {
  const own = await tied('hai.buoc', 'ng-hai');
  const { secret } = (await own.post('/api/me/totp/start')).body;
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });
  expect((await own.post('/api/me/totp/confirm', { code: code() })).status).toBe(200);
  for (const as of [{}, { acr: 'urn:thu:mot-buoc' }, { amr: 'pwd' }]) {
    const plain = house.browser();
    const { body } = await through(plain, { sub: 'ng-hai', ...as });
    expect(body, JSON.stringify(as)).toMatchObject({ next: 'second-factor', factors: ['totp'] });
    expect(plain.cookie).toBe('');
    house.pass(minute);
    expect((await plain.post('/api/sign-in/totp', { step: body.step, code: code() })).body.next).toBe('signed-in');
    expect((await plain.get('/api/me')).body.account.sessions[0].method).toBe('provider+totp');
  }
  for (const as of [{ acr: 'urn:thu:hai-buoc' }, { amr: 'pwd otp' }]) {
    const strong = house.browser();
    expect((await through(strong, { sub: 'ng-hai', ...as })).body, JSON.stringify(as)).toEqual({ next: 'signed-in' });
    expect((await strong.get('/api/me')).body.account.hasSecondFactor).toBe(true);
  }
});

test('an answer fits the sign-in that asked for it, once: not another one, not twice, not changed, not late', async () => {
  await tied('mot.lan', 'ng-mot-lan');
  const begun = async () => {
    const { step, address } = await start(house.browser());
    return { step, answer: await provider.signIn(address, { sub: 'ng-mot-lan' }) };
  };
  const show = (given: object) => house.browser().post('/api/sign-in/provider', given);
  const [one, two] = [await begun(), await begun()];
  expect((await show({ step: one.step, answer: two.answer })).body.code).toBe('provider.answer');
  expect((await show(one)).body.code).toBe('sign-in.begin-again');
  expect((await show(two)).body).toEqual({ next: 'signed-in' });
  expect((await show(two)).body.code).toBe('sign-in.begin-again');
  const [three, late] = [await begun(), await begun()];
  const forged = three.answer.replace(/code=[^&]+/, 'code=khong-phai-ma-nay');
  expect((await show({ step: three.step, answer: forged })).body.code).toBe('provider.answer');
  house.pass(10 * minute + 1);
  expect((await show(late)).body.code).toBe('sign-in.begin-again');
});

test('who is refused there is told so, and who has no account open is not let in', async () => {
  expect((await through(house.browser(), {})).body).toMatchObject({ code: 'provider.refused' });
  const gone = await tied('da.di', 'ng-da-di');
  const chief = await house.administrator('quan.tri.hai');
  await chief.post(`/api/accounts/${gone.id}/close`, { reason: 'chuyển công tác' });
  expect((await through(house.browser(), { sub: 'ng-da-di' })).body.code).toBe('provider.unknown');
});

test('ending the session leads to the page of the provider that ends it there; a password’s leads nowhere', async () => {
  const own = await tied('ket.thuc', 'ng-ket-thuc');
  const { body } = await own.post('/api/session/end');
  const there = new URL(body.leaveAt);
  expect(there.origin).toBe(provider.issuer);
  expect(there.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:4020/');
  const other = house.browser();
  await other.post('/api/sign-in', { login: 'quan.tri', password: goodPassword });
  expect((await other.post('/api/session/end')).body).toEqual({ ended: true, leaveAt: null });
});

test('a page of another address begins no sign-in', async () => {
  const foreign = house.browser({ origin: 'http://localhost:5173' });
  expect(await foreign.post('/api/sign-in/provider/start')).toMatchObject({ body: { code: 'request.origin' } });
});

test('a provider that does not answer is told, and the password opens the account as before', async () => {
  const down = await startProvider(['http://localhost:4020']);
  const other = await openHouse({ furnish: (folder) => down.tell(folder) });
  try {
    await other.join('quan.tri');
    const { step, address } = (await other.browser().post('/api/sign-in/provider/start')).body;
    const answer = await down.signIn(address, { sub: 'ng-1' });
    await down.stop();
    const told = await other.browser().post('/api/sign-in/provider', { step, answer });
    expect(told).toMatchObject({ status: 503, body: { code: 'provider.down' } });
    const own = other.browser();
    expect((await own.post('/api/sign-in', { login: 'quan.tri', password: goodPassword })).status).toBe(200);
  } finally {
    await down.stop();
    await other.close();
  }
});

test('a server starts while the provider is down, says so to whoever asks for it, and goes on with passwords', async () => {
  const dead = await openHouse({ furnish: (folder) => provider.tell(folder, { issuer: 'http://127.0.0.1:9' }) });
  try {
    await dead.join('quan.tri');
    const told = await dead.browser().post('/api/sign-in/provider/start');
    expect(told).toMatchObject({ status: 503, body: { code: 'provider.down' } });
    const own = dead.browser();
    await own.post('/api/sign-in', { login: 'quan.tri', password: goodPassword });
    expect((await own.get('/api/me')).status).toBe(200);
  } finally {
    await dead.close();
  }
});

test('without a provider there is none: nothing is offered and nothing is asked', async () => {
  const plain = await openHouse();
  try {
    expect((await plain.browser().get('/api/sign-in')).body.provider).toBeNull();
    expect(await plain.browser().post('/api/sign-in/provider/start')).toMatchObject({
      status: 404,
      body: { code: 'provider.none' },
    });
  } finally {
    await plain.close();
  }
});
