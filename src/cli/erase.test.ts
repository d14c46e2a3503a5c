import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';
import { id, ofA } from '#test/two-communes.ts';

let database: TestDatabase;
let cli: Sotay;
beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
  const left = { kind: 'member.left', effectiveOn: '2021-07-01', person: id('person P2') };
  const file = join(cli.folder, 'a.ndjson');
  writeFileSync(file, [...ofA, left].map((act) => JSON.stringify(act)).join('\n'));
  const { code, stdout, stderr } = await cli.run('import', file);
  expect(code, stdout + stderr).toBe(0);
});
afterAll(async () => {
  cli.close();
  await database.close();
});

test('what is due is listed; what is not due is not erased, and nothing without a reason', async () => {
  const { stdout } = await cli.run('erase');
  expect(stdout).toBe('Hôm nay không có thông tin mật nào đến hạn xóa.\n');
  const early = await cli.run('erase', '--person', id('person P2'), '--reason', 'x');
  expect([early.code === 0, early.stderr]).toEqual([false, expect.stringContaining('chưa đến hạn xóa')]);
  const mute = await cli.run('erase', '--person', id('person P2'));
  expect([mute.code === 0, mute.stderr]).toEqual([false, expect.stringContaining('--reason')]);
});
