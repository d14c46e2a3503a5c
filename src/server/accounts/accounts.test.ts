import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { grantHere } from '#/server/access/grant-here.ts';
import { type Browser, goodPassword, type House, hour, openHouse } from '#test/accounts.ts';

let house: House;
let chief: Browser & { id: string };
let second: Browser & { id: string };
beforeAll(async () => {
  house = await openHouse();
  chief = await house.administrator('chief');
  second = await house.administrator('second');
});
afterAll(() => house?.close());

const line = async (login: string) =>
  (await chief.get('/api/accounts')).body.accounts.find((one: { login: string }) => one.login === login);
const show = (login: string, password = goodPassword) => house.browser().post('/api/sign-in', { login, password });

test('an administrator invites; the code is told once and stands nowhere', async () => {
  const made = await chief.post('/api/accounts', { login: 'bi.thu', name: 'Bí thư chi bộ thử' });
  expect(made).toMatchObject({
    status: 200,
    body: { login: 'bi.thu', code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) },
  });
  expect(await line('bi.thu')).toMatchObject({
    state: 'invited',
    createdBy: 'chief',
    lastUsedAt: null,
    recovery: null,
  });
  const { rows } = await house.installation.hall.query('select * from account_code');
  expect(JSON.stringify(rows)).not.toContain(made.body.code);
  const again = await chief.post(`/api/accounts/${made.body.id}/code`);
  expect((await house.browser().post('/api/sign-in/code', { code: made.body.code })).body.code).toBe('code.wrong');
  const { code } = again.body;
  await house.browser().post('/api/sign-in/code/password', { code, password: goodPassword });
  expect(await line('bi.thu')).toMatchObject({ state: 'open', lastUsedAt: expect.any(String) });
});

test('nobody alone gets a code for an account that is in use', async () => {
  const { id } = await house.join('dang.dung');
  expect(await chief.post(`/api/accounts/${id}/code`)).toMatchObject({
    status: 409,
    body: { code: 'account.not-invited' },
  });
});

test('a closed account opens nothing until it is reopened; nobody closes their own', async () => {
  const own = await house.join('tam.nghi');
  expect((await chief.post(`/api/accounts/${own.id}/close`, { reason: 'nghỉ dài ngày' })).status).toBe(200);
  expect((await own.get('/api/me')).status).toBe(401);
  expect((await show('tam.nghi')).body.code).toBe('sign-in.wrong');
  expect((await chief.post(`/api/accounts/${own.id}/reopen`, { reason: 'đi làm lại' })).status).toBe(200);
  expect((await show('tam.nghi')).status).toBe(200);
  expect(await chief.post(`/api/accounts/${chief.id}/close`, { reason: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'account.own' },
  });
  expect(await chief.post('/api/accounts/khong-co/close', { reason: 'x' })).toMatchObject({
    status: 404,
    body: { code: 'account.unknown' },
  });
});

test('all sessions of an account are ended at once', async () => {
  const own = await house.join('mat.may');
  expect((await chief.post(`/api/accounts/${own.id}/sessions/end`)).body).toEqual({ ended: 1 });
  expect((await own.get('/api/me')).status).toBe(401);
});

test('a recovery needs two people, neither of them the one who comes back', async () => {
  const own = await house.join('quen.mat.khau');
  const at = (what = '') => `/api/accounts/${own.id}/recovery${what}`;
  const why = { reason: 'quên mật khẩu', dropsFactors: false };
  expect((await own.post(at(), why)).body.code).toBe('capacity.none');
  expect((await chief.post(`/api/accounts/${chief.id}/recovery`, why)).body.code).toBe('recovery.own');
  expect((await second.post(at('/approve'))).body.code).toBe('recovery.unknown');
  expect((await chief.post(at(), why)).status).toBe(200);
  expect((await second.post(at(), why)).body.code).toBe('recovery.open');
  expect(await line('quen.mat.khau')).toMatchObject({ recovery: { startedBy: 'chief', reason: 'quên mật khẩu' } });
  expect(await chief.post(at('/approve'))).toMatchObject({ status: 403, body: { code: 'recovery.same-person' } });
  expect((await own.post(at('/approve'))).body.code).toBe('capacity.none');
  expect((await show('quen.mat.khau')).status).toBe(200); // until the code is used, nothing has changed
  const { code } = (await second.post(at('/approve'))).body;
  expect((await second.post(at('/approve'))).body.code).toBe('recovery.unknown');
  const back = house.browser();
  expect((await back.post('/api/sign-in/code', { code })).body).toMatchObject({ purpose: 'recovery' });
  const password = 'bảy con thuyền giấy';
  expect((await back.post('/api/sign-in/code/password', { code, password })).body).toEqual({ next: 'signed-in' });
  expect((await own.get('/api/me')).status).toBe(401); // sessions of before are over
  expect((await show('quen.mat.khau')).body.code).toBe('sign-in.wrong');
  expect((await show('quen.mat.khau', password)).status).toBe(200);
});

test('two who approve at the same moment make one code', async () => {
  const { id } = await house.join('hai.duyet');
  const third = await house.administrator('third');
  await chief.post(`/api/accounts/${id}/recovery`, { reason: 'mất', dropsFactors: false });
  const answers = await Promise.all([second, third].map((one) => one.post(`/api/accounts/${id}/recovery/approve`)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
});

test('factors that were not lost are asked for after a recovery; those that were are gone', async () => {
  const { Secret, TOTP } = await import('otpauth');
  const own = await house.join('mat.dien.thoai');
  const { secret } = (await own.post('/api/me/totp/start')).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });
  await own.post('/api/me/totp/confirm', { code });
  const recover = async (dropsFactors: boolean) => {
    await chief.post(`/api/accounts/${own.id}/recovery`, { reason: 'mất', dropsFactors });
    const issued = (await second.post(`/api/accounts/${own.id}/recovery/approve`)).body;
    return (await house.browser().post('/api/sign-in/code/password', { code: issued.code, password: goodPassword }))
      .body;
  };
  expect(await recover(false)).toMatchObject({ next: 'second-factor', factors: ['totp'] });
  expect(await recover(true)).toEqual({ next: 'signed-in' });
  expect(await line('mat.dien.thoai')).toMatchObject({ hasTotp: false });
});

test('a recovery that is refused makes no code, and another may be started', async () => {
  const { id } = await house.join('bi.tu.choi');
  const why = { reason: 'không rõ ai hỏi', dropsFactors: true };
  await chief.post(`/api/accounts/${id}/recovery`, why);
  expect((await second.post(`/api/accounts/${id}/recovery/refuse`)).status).toBe(200);
  expect((await second.post(`/api/accounts/${id}/recovery/approve`)).body.code).toBe('recovery.unknown');
  expect((await chief.post(`/api/accounts/${id}/recovery`, why)).status).toBe(200);
});

test('the owner is told of a recovery that they did not ask for, and refuses it at any moment before its code is used', async () => {
  const own = await house.join('con.nguyen');
  const told = async () => (await own.get('/api/me')).body.account.recovery;
  expect(await told()).toBeNull();
  expect((await own.post('/api/me/recovery/refuse')).body.code).toBe('recovery.unknown');
  const why = { reason: 'nói là quên', dropsFactors: true };
  await chief.post(`/api/accounts/${own.id}/recovery`, why);
  expect(await told()).toMatchObject({ startedBy: 'chief', reason: 'nói là quên', approvedBy: null });
  expect((await own.post('/api/me/recovery/refuse')).status).toBe(200);
  expect(await told()).toBeNull();
  expect((await second.post(`/api/accounts/${own.id}/recovery/approve`)).body.code).toBe('recovery.unknown');
  await chief.post(`/api/accounts/${own.id}/recovery`, why);
  const { code } = (await second.post(`/api/accounts/${own.id}/recovery/approve`)).body;
  expect(await told()).toMatchObject({ startedBy: 'chief', approvedBy: 'second' });
  expect((await own.post('/api/me/recovery/refuse')).status).toBe(200);
  expect(await told()).toBeNull();
  expect((await house.browser().post('/api/sign-in/code', { code })).body.code).toBe('code.wrong');
});

test('what was done with an account is kept with who did it', async () => {
  const { id } = await house.join('co.lich.su');
  await chief.post(`/api/accounts/${id}/close`, { reason: 'thôi việc' });
  const { rows } = await house.installation.hall.query(
    'select event, actor, note from account_event where account_id = $1 order by id',
    [id],
  );
  expect(rows).toEqual([
    { event: 'invited', actor: 'cli:test', note: null },
    { event: 'code-used', actor: 'co.lich.su', note: 'invitation' },
    { event: 'signed-in', actor: 'co.lich.su', note: 'code' },
    { event: 'closed', actor: 'chief', note: 'thôi việc' },
  ]);
  house.pass(hour);
});

test('an administrator of a place sees and manages nobody who holds something beyond it', async () => {
  const { installation } = house;
  const journal = await (await installation.room('T')).journal();
  const unit = (code: string, kind: string, parent?: string) => ({
    kind: 'unit.established',
    effectiveOn: '2020-01-01',
    unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === undefined ? {} : { parent }) },
  });
  await post(journal, { actor: 'test', source: { via: 'api' } }, [
    unit('T', 'provincial'),
    unit('T.1', 'commune', 'T'),
    unit('T.2', 'commune', 'T'),
  ]);
  const low = await house.administrator('quan.tri.xa');
  for (const grant of (await chief.get('/api/grants')).body.grants)
    if (grant.login === 'quan.tri.xa') await chief.post(`/api/grants/${grant.id}/end`, { reason: 'thử' });
  await grantHere(
    installation,
    { id: low.id, login: 'quan.tri.xa' },
    { role: 'administrator', unit: 'T.1', reason: 'x' },
  );
  const beside = await house.join('can.bo.xa.khac');
  await grantHere(
    installation,
    { id: beside.id, login: 'can.bo.xa.khac' },
    { role: 'leader', unit: 'T.2', reason: 'x' },
  );
  const logins = (await low.get('/api/accounts')).body.accounts.map(({ login }: { login: string }) => login);
  expect(logins).toContain('quan.tri.xa');
  for (const hidden of ['chief', 'can.bo.xa.khac']) expect(logins).not.toContain(hidden);
  for (const id of [chief.id, beside.id])
    for (const what of ['code', 'close', 'reopen', 'sessions/end', 'recovery', 'recovery/approve', 'recovery/refuse']) {
      const body = {
        ...(/close|reopen|recovery$/.test(what) ? { reason: 'x' } : {}),
        ...(what === 'recovery' ? { dropsFactors: true } : {}),
      };
      const answer = await low.post(`/api/accounts/${id}/${what}`, body);
      expect([answer.status, answer.body.code], what).toEqual([404, 'account.unknown']);
    }
});
