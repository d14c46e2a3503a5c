import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { launcher, type Sotay, sotay } from '#test/sotay.ts';
import { ofA } from '#test/two-communes.ts';

// From the command line: all three logs under seals in one head, and the key changed, whenever it is cut off.

let database: TestDatabase;
let cli: Sotay;
beforeEach(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
  await cli.json('import', cli.file('a.ndjson', ofA), '--tenant', 'A');
}, 60_000);
afterEach(async () => {
  cli?.close();
  await database?.close();
});

const asAdmin = async (text: string): Promise<void> => {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(text);
  await admin.end();
};
const takeOut = () =>
  cli.run(
    'export',
    '--kind',
    'members',
    '--format',
    'csv',
    '--reveal',
    '--reason',
    'Đối chiếu',
    '--out',
    join(cli.folder, 'm.csv'),
  );

test('one head holds all logs; a line of the access log or of the accounts that was changed is named, and the exit code says so', async () => {
  await cli.json('admin', 'create', '--login', 'quan.tri', '--name', 'Quản Trị Mẫu');
  expect((await takeOut()).code).toBe(0);
  const head = join(cli.folder, 'head.ndjson');
  const sealed = await cli.json<Record<string, object[]>>('seal', '--out', head);
  expect(sealed).toMatchObject({ accessSeals: [{ count: 1 }], accountSeals: [{ count: 2 }] });
  const logs = readFileSync(head, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ register }) => register !== undefined);
  expect(logs.map(({ log, acts }) => [log, acts])).toEqual([
    [undefined, ofA.length],
    ['access-log', 1],
    ['accounts', 2], // invited, granted a role
  ]);
  expect(await cli.json('verify', '--head', head)).toMatchObject({
    isWhole: true,
    withHead: true,
    withAccessHead: true,
    withAccountHead: true,
  });
  await asAdmin(`update t_a.access_log set reason = 'Việc khác'`);
  await asAdmin(`delete from public.account_event where event = 'invited'`);
  const { code, stdout } = await cli.run('verify', '--head', head, '--json');
  const { accessSeals, accountSeals } = JSON.parse(stdout);
  expect([code, accessSeals.findings[0], accountSeals.findings[0]]).toMatchObject([
    1,
    { what: 'changed', act: { kind: 'members.exported' } },
    { what: 'removed', seal: 1 },
  ]);
  const told = (await cli.run('verify', '--head', head)).stdout;
  for (const log of ['nhật ký truy cập', 'việc về tài khoản']) expect(told).toMatch(`Niêm phong ${log}: 1 chỗ sai`);
});

test('killed while the key is changed, the register waits for it to be finished, and then nothing is missing', async () => {
  const before = (await cli.json<{ digest?: string }>('verify', '--digest')) as object;
  const key = join(cli.folder, 'key');
  const child = spawn(process.execPath, [launcher, 'key', 'rotate'], { env: cli.env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await expect
    .poll(() => existsSync(`${key}.next`) || child.exitCode !== null, { timeout: 30_000, interval: 1 })
    .toBe(true);
  child.kill('SIGKILL');
  await ended;
  const wasCut = existsSync(`${key}.next`);
  if (wasCut) expect(await cli.refused('verify')).toMatchObject({ code: 'key.rotating' });
  // The server side of a killed connection may take a moment to notice.
  await expect
    .poll(async () => (await cli.run('key', 'rotate', '--json')).code, { timeout: 20_000, interval: 200 })
    .toBe(0);
  expect(existsSync(`${key}.next`)).toBe(false);
  expect(await cli.json('verify')).toMatchObject({ isWhole: true });
  expect(await cli.json('import', cli.file('again.ndjson', ofA), '--tenant', 'A')).toMatchObject({ added: 0 });
  expect((await takeOut()).code).toBe(0);
  expect(readFileSync(join(cli.folder, 'm.csv'), 'utf8')).toContain('0900000001');
  expect(await cli.json('verify', '--digest')).toEqual(before);
}, 90_000);
