import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, goodPassword, type House, openHouse } from '#test/accounts.ts';
import { type Authenticator, makeAuthenticator } from '#test/authenticator.ts';

let house: House;
let own: Browser & { id: string };
let key: Authenticator;
beforeAll(async () => {
  house = await openHouse();
  own = await house.join('co.khoa');
  key = makeAuthenticator();
  expect((await add(own, key)).status).toBe(200);
});
afterAll(() => house?.close());

async function add(browser: Browser, authenticator: Authenticator, ways = {}) {
  const { step, options } = (await browser.post('/api/me/passkeys/start')).body;
  return browser.post('/api/me/passkeys', { step, name: 'Điện thoại', response: authenticator.create(options, ways) });
}

/** What a browser that nobody is signed in with asks for. */
async function asked(browser: Browser, step?: string) {
  const { status, body } = await browser.post('/api/sign-in/passkey/start', step === undefined ? {} : { step });
  expect(status).toBe(200);
  return body as { step: string; options: Record<string, unknown> };
}

const signIn = (browser: Browser, step: string, response: object) =>
  browser.post('/api/sign-in/passkey', { step, response });

test('a passkey that has checked its holder opens a session by itself, with both factors', async () => {
  const browser = house.browser();
  const { step, options } = await asked(browser);
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
  expect((await signIn(browser, step, key.get(options))).body).toEqual({ next: 'signed-in' });
  const { account } = (await browser.get('/api/me')).body;
  expect(account).toMatchObject({ login: 'co.khoa', hasSecondFactor: true, passkeys: [{ name: 'Điện thoại' }] });
  expect(account.sessions.find(({ isThis }: { isThis: boolean }) => isThis)).toMatchObject({ method: 'passkey' });
});

test('an answer opens once: neither it nor its challenge is good again', async () => {
  const { step, options } = await asked(house.browser());
  const response = key.get(options);
  expect((await signIn(house.browser(), step, response)).status).toBe(200);
  expect((await signIn(house.browser(), step, response)).body.code).toBe('sign-in.begin-again');
  const other = await asked(house.browser());
  expect((await signIn(house.browser(), other.step, response)).body.code).toBe('passkey.refused');
});

test('a wrong answer uses the challenge up: the right one after it comes too late', async () => {
  const { step, options } = await asked(house.browser());
  const wrong = key.get(options, { origin: 'http://localhost:9999' });
  expect((await signIn(house.browser(), step, wrong)).body.code).toBe('passkey.refused');
  expect((await signIn(house.browser(), step, key.get(options))).body.code).toBe('sign-in.begin-again');
});

// A NUL or half a letter is refused before anybody looks what it was meant for.
const refusals = [
  [422, 'passkey.refused'],
  [400, 'request.invalid'],
];

test('whatever a script sends as a passkey is refused, and is no fault of ours', async () => {
  const fields = ['id', 'rawId', 'type', 'response', 'clientExtensionResults'];
  const junk = fc.oneof(
    fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ noUnicodeString: false })),
    fc
      .jsonValue({ noUnicodeString: false })
      .map((response) => ({ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response })),
  );
  const step = async () => (await asked(house.browser())).step;
  const known = key.get((await asked(house.browser())).options).id;
  await fc.assert(
    fc.asyncProperty(junk, fc.boolean(), async (response, isKnown) => {
      const sent = isKnown ? { ...response, id: known } : response;
      const { status, body } = await signIn(house.browser(), await step(), sent);
      expect(refusals).toContainEqual([status, body.code]);
      const { step: begun } = (await own.post('/api/me/passkeys/start')).body;
      const made = await own.post('/api/me/passkeys', { step: begun, name: 'x', response });
      expect(refusals).toContainEqual([made.status, made.body.code]);
    }),
    { numRuns: 12 },
  );
});

test('refused: a holder who was not checked, a page of another address, a key that nobody knows, another’s signature', async () => {
  const from = async (response: (options: unknown) => object) => {
    const { step, options } = await asked(house.browser());
    return (await signIn(house.browser(), step, response(options))).body.code;
  };
  expect(await from((options) => key.get(options, { isVerified: false }))).toBe('passkey.refused');
  expect(await from((options) => key.get(options, { origin: 'http://localhost:9999' }))).toBe('passkey.refused');
  const stranger = makeAuthenticator();
  expect(await from((options) => stranger.get(options))).toBe('passkey.refused');
  expect(await from((options) => ({ ...stranger.get(options), id: key.get(options).id }))).toBe('passkey.refused');
  expect(await from(() => ({}))).toBe('passkey.refused');
  expect(await from((options) => key.get(options))).toBeUndefined();
});

test('after the password a passkey is the second factor, and only one of the same account', async () => {
  const browser = house.browser();
  const { body } = await browser.post('/api/sign-in', { login: 'co.khoa', password: goodPassword });
  expect(body).toMatchObject({ next: 'second-factor', factors: ['passkey'] });
  const other = await house.join('nguoi.khac');
  const others = makeAuthenticator();
  await add(other, others);
  const { options, step } = await asked(browser, body.step);
  expect(options.allowCredentials).toMatchObject([{ id: expect.any(String) }]);
  expect((await signIn(browser, step, others.get(options))).body.code).toBe('passkey.refused');
  const again = await asked(browser, body.step);
  expect((await signIn(browser, again.step, key.get(again.options, { isVerified: false }))).body).toEqual({
    next: 'signed-in',
  });
});

test('a passkey is added with a fresh password, for this page, once, and by its owner only', async () => {
  expect((await add(own, makeAuthenticator(), { origin: 'http://localhost:9999' })).body.code).toBe('passkey.refused');
  expect((await add(own, makeAuthenticator(), { isVerified: false })).body.code).toBe('passkey.refused');
  expect((await add(own, key)).body.code).toBe('passkey.refused');
  const other = await house.join('ke.khac');
  const { step, options } = (await own.post('/api/me/passkeys/start')).body;
  const made = { step, name: 'x', response: makeAuthenticator().create(options) };
  expect((await other.post('/api/me/passkeys', made)).body.code).toBe('passkey.refused');
  house.pass(10 * 60_000 + 1);
  expect((await own.post('/api/me/passkeys/start')).body.code).toBe('proof.needed');
});

test('a passkey that was removed opens nothing, and only its owner removes it', async () => {
  const mine = await house.join('bo.khoa');
  const gone = makeAuthenticator();
  await add(mine, gone);
  const [{ id }] = (await mine.get('/api/me')).body.account.passkeys;
  const other = await house.join('to.mo');
  expect(await other.post(`/api/me/passkeys/${id}/remove`)).toMatchObject({
    status: 404,
    body: { code: 'passkey.unknown' },
  });
  expect((await mine.post(`/api/me/passkeys/${id}/remove`)).status).toBe(200);
  const { step, options } = await asked(house.browser());
  expect((await signIn(house.browser(), step, gone.get(options))).body.code).toBe('passkey.refused');
});

test('under an address of numbers there are no passkeys, and the page is told so', async () => {
  const browser = house.browser({ host: '127.0.0.1:4020' });
  expect((await browser.get('/api/sign-in')).body).toMatchObject({ canUsePasskeys: false });
  expect((await browser.post('/api/sign-in/passkey/start')).body.code).toBe('passkey.host');
  expect((await house.browser().get('/api/sign-in')).body).toMatchObject({ canUsePasskeys: true });
});
