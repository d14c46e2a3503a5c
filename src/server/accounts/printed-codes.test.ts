import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, goodPassword, type House, hour, minute, openHouse } from '#test/accounts.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.join('quan.tri');
});
afterAll(() => house?.close());

const sheetOf = async (own: Browser): Promise<string[]> => {
  const { status, body } = await own.post('/api/me/printed');
  expect(status).toBe(200);
  return body.codes;
};

/** As far as the second step. */
async function stepOf(own: Browser, login: string): Promise<string> {
  const { body } = await own.post('/api/sign-in', { login, password: goodPassword });
  expect(body).toMatchObject({ next: 'second-factor', factors: ['printed'] });
  return body.step;
}

async function signIn(login: string, code: string) {
  const own = house.browser();
  const answer = await own.post('/api/sign-in/printed', { step: await stepOf(own, login), code });
  return { own, ...answer };
}

test('a sheet has ten codes, each good once after the password, however it is typed, and none instead of it', async () => {
  const codes = await sheetOf(await house.join('co.giay'));
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  const [first = '', second = ''] = codes;
  const { own, body } = await signIn('co.giay', first.toLowerCase().replaceAll('-', ' '));
  expect(body).toEqual({ next: 'signed-in' });
  expect((await own.get('/api/me')).body.account).toMatchObject({
    hasSecondFactor: true,
    printed: { left: 9 },
    sessions: [{ method: 'password+printed' }, {}],
  });
  expect((await signIn('co.giay', first)).body.code).toBe('printed.wrong');
  expect((await house.browser().post('/api/sign-in/code', { code: second })).body.code).toBe('code.wrong');
});

test('a code opens the account on whose sheet it stands, and no other', async () => {
  const [mine = ''] = await sheetOf(await house.join('mot'));
  await sheetOf(await house.join('hai'));
  expect((await signIn('hai', mine)).body.code).toBe('printed.wrong');
  expect((await signIn('mot', mine)).body).toEqual({ next: 'signed-in' });
});

test('a new sheet ends the one before; what is given up is no longer asked for', async () => {
  const own = await house.join('in.lai');
  const [old = ''] = await sheetOf(own);
  const [next = ''] = await sheetOf(own);
  expect((await signIn('in.lai', old)).body.code).toBe('printed.wrong');
  expect((await signIn('in.lai', next)).status).toBe(200);
  expect((await own.post('/api/me/printed/remove')).body).toEqual({ done: true });
  expect((await own.post('/api/me/printed/remove')).body.code).toBe('printed.unknown');
  const plain = await house.browser().post('/api/sign-in', { login: 'in.lai', password: goodPassword });
  expect(plain.body).toEqual({ next: 'signed-in' });
});

test('a sheet that is used up does not open the account by the password alone: an administrator hands out another', async () => {
  const own = await house.join('het.ma');
  for (const code of await sheetOf(own)) expect((await signIn('het.ma', code)).status).toBe(200);
  await stepOf(house.browser(), 'het.ma');
  const chief = await house.administrator('quan.tri.mot');
  const given = await chief.post(`/api/accounts/${own.id}/printed`);
  expect(given.body).toMatchObject({ login: 'het.ma', codes: expect.any(Array) });
  expect((await signIn('het.ma', given.body.codes[3])).body).toEqual({ next: 'signed-in' });
});

test('an administrator makes no sheet for whoever has an app, nor for an account that is closed', async () => {
  const [chief, other] = [await house.administrator('quan.tri.hai'), await house.administrator('quan.tri.ba')];
  expect(await chief.post(`/api/accounts/${other.id}/printed`)).toMatchObject({
    status: 409,
    body: { code: 'printed.has-factor' },
  });
  const { id } = await house.join('da.dong');
  await chief.post(`/api/accounts/${id}/close`, { reason: 'chuyển' });
  expect((await chief.post(`/api/accounts/${id}/printed`)).body.code).toBe('account.closed');
});

test('a sheet is made and given up only when the password was shown a moment ago', async () => {
  const own = await house.join('cham');
  await sheetOf(own);
  house.pass(11 * minute);
  for (const path of ['/api/me/printed', '/api/me/printed/remove'])
    expect((await own.post(path)).body.code, path).toBe('proof.needed');
});

test('a recovery that says the second steps were lost takes the sheet with it', async () => {
  const own = await house.join('mat.giay');
  await sheetOf(own);
  const [one, two] = [await house.administrator('quan.tri.bon'), await house.administrator('quan.tri.nam')];
  await one.post(`/api/accounts/${own.id}/recovery`, { reason: 'cháy nhà', dropsFactors: true });
  const { code } = (await two.post(`/api/accounts/${own.id}/recovery/approve`)).body;
  const back = await house.browser().post('/api/sign-in/code/password', { code, password: goodPassword });
  expect(back.body).toEqual({ next: 'signed-in' });
});

test('a code used by two at the same moment lets one in; guesses of codes wait like any other', async () => {
  const own = await house.join('cung.luc');
  const [code = ''] = await sheetOf(own);
  const both = await Promise.all([signIn('cung.luc', code), signIn('cung.luc', code)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  house.pass(25 * hour);
  const seen: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const guess = house.browser();
    const { status, body } = await guess.post('/api/sign-in', { login: 'cung.luc', password: goodPassword });
    seen.push(
      status === 200
        ? (await guess.post('/api/sign-in/printed', { step: body.step, code: `AAAA-${i}` })).status
        : status,
    );
  }
  expect(seen).toEqual([422, 422, 422, 422, 422, 429]);
});

test('the register keeps hashes only', async () => {
  const codes = await sheetOf(await house.join('bam'));
  const { rows } = await house.installation.hall.query('select t::text as line from account_printed_code t');
  const all = rows.map(({ line }) => line).join('\n');
  for (const code of codes) expect(all).not.toContain(code);
  expect(rows.length).toBeGreaterThanOrEqual(10);
});
