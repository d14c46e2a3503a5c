import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce } from '#/server/whereabouts.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';

let database: TestDatabase;
let cli: Sotay;
beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
});
afterAll(async () => {
  cli.close();
  await database.close();
});

const create = (login: string) => ['admin', 'create', '--login', login, '--name', 'Quản trị thử'];

test('the first administrator gets a one-time code, and is told where it is used, whether a server runs or not', async () => {
  expect(await cli.json('admin', 'list')).toEqual([]);
  const { stdout, code } = await cli.run(...create('Quan.Tri'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/Mã dùng một lần của quan\.tri: (\w{4}-){3}\w{4}\n/);
  expect(stdout).toContain('Chưa có máy chủ nào chạy');
  const forget = announce(cli.folder, 'http://127.0.0.1:4020');
  expect(await cli.json(...create('thu.hai'))).toEqual({
    id: expect.any(String),
    login: 'thu.hai',
    code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
    expiresAt: expect.any(String),
    useAt: 'http://localhost:4020/sign-in/code',
  });
  forget();
});

test('accounts are listed with their state, and nothing that opens them', async () => {
  const accounts = await cli.json<Record<string, unknown>[]>('admin', 'list');
  expect(accounts.map(({ login, state }) => [login, state])).toEqual([
    ['quan.tri', 'invited'],
    ['thu.hai', 'invited'],
  ]);
  const { stdout } = await cli.run('admin', 'list');
  expect(stdout).toMatch(/quan\.tri +Quản trị thử +đã mời, chưa vào +– +–/);
});

test('a login that was given, or cannot be one, is refused by name', async () => {
  expect(await cli.refused(...create('QUAN.TRI'))).toMatchObject({ code: 'login.taken', errors: [{ field: 'login' }] });
  expect(await cli.refused(...create('quản trị'))).toMatchObject({ code: 'login.invalid' });
  expect(await cli.refused('admin', 'create', '--login', 'x.y.z')).toMatchObject({ code: 'usage' });
});

test('whoever owns the machine starts a recovery, and may not approve it as well', async () => {
  await cli.json('admin', 'recover', '--login', 'quan.tri', '--reason', 'quên mật khẩu');
  expect((await cli.run('admin', 'list')).stdout).toContain('chờ duyệt khôi phục');
  expect(await cli.refused('admin', 'approve', '--login', 'quan.tri')).toMatchObject({ code: 'recovery.same-person' });
  expect(await cli.refused('admin', 'approve', '--login', 'khong.co')).toMatchObject({ code: 'account.unknown' });
});
