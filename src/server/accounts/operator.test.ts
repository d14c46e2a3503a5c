import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAccount } from '#/platform/accounts/accounts.ts';
import { type House, openHouse } from '#test/accounts.ts';

let house: House;
let kept: House;
beforeAll(async () => {
  [house, kept] = [await openHouse(), await openHouse({ keepsOperator: true })];
});
afterAll(async () => {
  await house?.close();
  await kept?.close();
});

const token = { authorization: 'Bearer the-token' };

/** A browser in which the operator's link was opened. */
async function byLink(at: House) {
  const own = at.browser();
  await own.get(at.link());
  return own;
}

test('the first account ends the operator: links, their sessions and the token open nothing any more', async () => {
  const own = await byLink(house);
  const script = house.browser(token);
  expect((await own.get('/api/sign-in')).body).toMatchObject({ hasAccounts: false, hasOperator: true });
  expect((await own.get('/api/me')).body).toMatchObject({ account: null });
  expect((await own.post('/api/me/password', { current: '', password: '' })).body.code).toBe('account.none');
  expect((await script.get('/api/session')).status).toBe(200);
  const { id } = await house.invite('first.of.all');
  expect((await own.get('/api/sign-in')).body).toMatchObject({ hasAccounts: true, hasOperator: false });
  expect(await own.get('/api/session')).toMatchObject({ status: 401, body: { code: 'sign-in.needed' } });
  expect(await script.get('/api/session')).toMatchObject({ status: 401, body: { code: 'operator.ended' } });
  const late = await byLink(house);
  expect(late.cookie).toBe('');
  await closeAccount(house.installation.hall, id, 'nhầm', { actor: 'cli:test', now: house.now() });
  expect((await own.get('/api/session')).status).toBe(200);
});

test('where the start asks for it, the operator stays beside the accounts', async () => {
  await kept.invite('mot.nguoi');
  const own = await byLink(kept);
  expect((await own.get('/api/session')).body).toMatchObject({ actor: 'desk' });
  expect((await own.get('/api/sign-in')).body).toMatchObject({ hasAccounts: true, hasOperator: true });
  expect((await kept.browser(token).post('/api/session/links')).status).toBe(200);
});

test('whoever signed in with an account makes no link: it would make an operator of them', async () => {
  const own = await kept.administrator('tham.lam');
  expect(await own.post('/api/session/links')).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
});
