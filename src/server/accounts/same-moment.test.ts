import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, goodPassword, type House, openHouse } from '#test/accounts.ts';

// Whoever changes a password, ends sessions or closes an account ends what is there. What is half done at that moment must not
// come to its end afterwards. Another connection does the one half here, and commits when the other waits for it.

let house: House;
let other: Client;
beforeAll(async () => {
  house = await openHouse();
  other = new Client({ connectionString: house.installation.adminUrl });
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await house?.close();
});

/** Commits what another one has begun as soon as the request waits for it, and says what the request then answers. */
async function meanwhile(begun: [sql: string, values: unknown[]][], request: () => Promise<Answer>): Promise<Answer> {
  await other.query('begin');
  for (const [sql, values] of begun) expect((await other.query(sql, values)).rowCount, sql).toBe(1);
  let isAnswered = false;
  const answer = request().finally(() => {
    isAnswered = true;
  });
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while (!isAnswered && (await other.query(waits)).rowCount === 0) await new Promise((done) => setTimeout(done, 20));
  await other.query('commit');
  return answer;
}

const signIn = (login: string) => () => house.browser().post('/api/sign-in', { login, password: goodPassword });
const hold = (id: string): [string, unknown[]] => ['select from account where id = $1 for no key update', [id]];
const anotherHash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

test('the old password opens no session when it is changed while it is being judged', async () => {
  const { id } = await house.join('mat.khau.cu');
  const change: [string, unknown[]] = [
    'update account_password set hash = $2 where account_id = $1',
    [id, anotherHash],
  ];
  expect(await meanwhile([hold(id), change], signIn('mat.khau.cu'))).toMatchObject({ body: { code: 'sign-in.wrong' } });
});

test('nor does the right one when the account is closed: reopened, it has no session that nobody ended', async () => {
  const { id } = await house.join('dang.dong');
  const close: [string, unknown[]] = ['update account set closed_at = now() where id = $1', [id]];
  expect(await meanwhile([close], signIn('dang.dong'))).toMatchObject({ body: { code: 'sign-in.wrong' } });
});

test('a session that is ended changes no password, makes no sheet and proves nothing on its way out', async () => {
  for (const [login, path, body] of [
    ['het.phien.1', '/api/me/password', { current: goodPassword, password: 'mười bông lúa bên bờ sông' }],
    ['het.phien.2', '/api/me/printed', {}],
    ['het.phien.3', '/api/me/prove', { password: goodPassword }],
  ] as const) {
    const own = await house.join(login);
    const end: [string, unknown[]] = ['update account_session set ended_at = now() where account_id = $1', [own.id]];
    expect(await meanwhile([end], () => own.post(path, body)), path).toMatchObject({
      status: 401,
      body: { code: 'sign-in.needed' },
    });
    expect((await signIn(login)()).body, path).toEqual({ next: 'signed-in' });
  }
});
