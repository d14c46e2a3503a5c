import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, emptyDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';
import { sampleFile } from './docs/sample-file.ts';

let database: TestDatabase;
let cli: Sotay;
let words: string;

beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
  words = cli.file('words.txt', 'ba con ngựa và một cái cầu\n');
  const [first] = sampleFile.filter(({ kind }) => kind === 'member.admitted') as { person: object }[];
  const acts = sampleFile.map((line) =>
    line === first ? { ...line, person: { ...first.person, citizenId: '001198000002' } } : line,
  );
  await cli.json('import', cli.file('a.ndjson', acts));
}, 60_000);
afterAll(async () => {
  cli.close();
  await database.close();
});

interface Check {
  isWhole: boolean;
  comparedWith: string | null;
  figures: number;
  differing: string[];
  register: { isWhole: boolean } | null;
  digest: { overall: string };
}
const at = (name: string) => join(cli.folder, name);
const databases = async () => {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows } = await client.query(`select datname from pg_database where datname like 'sotay_check_%'`);
  await client.end();
  return rows;
};

test('a backup is encrypted by a passphrase or by the key; in plain as ever, with a warning', async () => {
  expect(await cli.json('backup', at('words'), '--passphrase-file', words)).toMatchObject({ isEncrypted: true });
  expect(await cli.json('backup', at('by-key'), '--with-key')).toMatchObject({ isEncrypted: true });
  expect(await cli.json('backup', at('plain'), '--plain')).toMatchObject({ isEncrypted: false });
  const old = await cli.run('backup', at('old'));
  expect([old.code, old.stderr]).toEqual([0, expect.stringMatching(/không mã hóa/)]);
  expect(readFileSync(at('old')).subarray(0, 15).toString()).toBe('sotay-backup-1\n');
  expect(await cli.refused('backup', at('x'), '--plain', '--with-key')).toMatchObject({ code: 'backup.plain' });
  expect(await cli.refused('backup', at('x'), '--passphrase-file', at('none'))).toMatchObject({
    code: 'backup.passphrase',
  });
});

test('a file that is no backup is not replaced, the key file least of all', async () => {
  const key = readFileSync(at('key'));
  expect(await cli.refused('backup', at('key'))).toMatchObject({ code: 'backup.in-the-way' });
  expect(readFileSync(at('key')).equals(key)).toBe(true);
  await cli.json('backup', at('old')); // an older backup makes room
});

test('where a file with the passphrase is set, every backup is encrypted unless plain is asked for', async () => {
  cli.env.SOTAY_BACKUP_PASSPHRASE_FILE = words;
  try {
    expect(await cli.json('backup', at('usual'))).toMatchObject({ isEncrypted: true });
    expect(await cli.json('backup', at('bare'), '--plain')).toMatchObject({ isEncrypted: false });
  } finally {
    delete cli.env.SOTAY_BACKUP_PASSPHRASE_FILE;
  }
});

test('it is restored elsewhere with its passphrase, and not without', async () => {
  const empty = await emptyDatabase();
  const other = sotay(empty.adminUrl, { isHere: true });
  try {
    expect(await other.refused('restore', at('words'))).toMatchObject({ code: 'backup.locked' });
    expect(await other.refused('restore', at('by-key'))).toMatchObject({ code: 'backup.locked' });
    const wrong = other.file('wrong.txt', 'bốn con ngựa và một cái cầu');
    expect(await other.refused('restore', at('words'), '--passphrase-file', wrong)).toMatchObject({
      code: 'backup.wrong-key',
    });
    // Somebody could have put a plain one, forged, where the encrypted one was.
    for (const verb of [['restore'], ['backup', '--check']])
      expect(await other.refused(...verb, at('bare'), '--passphrase-file', words)).toMatchObject({
        code: 'backup.not-encrypted',
      });
    await other.json('restore', at('words'), '--passphrase-file', words);
    expect(await other.json('verify', '--digest')).toEqual(await cli.json('verify', '--digest'));
  } finally {
    other.close();
    await empty.close();
  }
});

test('--check restores it aside, folds it again, and compares digest and figures with the register here', async () => {
  const checked = await cli.json<Check>('backup', at('by-key'), '--check');
  expect(checked).toMatchObject({ isWhole: true, comparedWith: 'now', differing: [], register: { isWhole: true } });
  expect(checked.figures).toBeGreaterThan(50);
  expect(checked.digest.overall).toBe((await cli.json<{ overall: string }>('verify', '--digest')).overall);
  expect(await databases()).toEqual([]);
});

test('also when work has gone on: as the register was known then', async () => {
  const act = { kind: 'member.died', effectiveOn: '2020-12-01', person: 'P2' };
  await cli.json('import', cli.file('b.ndjson', [act]));
  const said = await cli.run('backup', at('by-key'), '--check');
  expect([said.code, said.stdout]).toEqual([
    0,
    expect.stringMatching(/như sổ được biết vào lúc sao lưu[\s\S]*dùng được\.\n$/),
  ]);
});

test('a backup that differs from the register here is said to, figure by figure', async () => {
  await cli.json('backup', at('later'), '--plain');
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(`delete from t_a.member_event where event = 'died'`);
  await client.end();
  const { code, stdout } = await cli.run('backup', at('later'), '--check', '--json');
  const checked = JSON.parse(stdout) as Check;
  expect([code, checked.isWhole, checked.register?.isWhole]).toEqual([1, false, true]);
  expect(checked.differing).toContain('digest');
  expect(checked.differing.length).toBeGreaterThan(1);
  expect(await databases()).toEqual([]);
});

test('a damaged file fails the check, and nothing is left behind', async () => {
  const bytes = readFileSync(at('by-key'));
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  writeFileSync(at('bad'), bytes);
  expect(await cli.refused('backup', at('bad'), '--check')).toMatchObject({ code: 'backup.damaged' });
  expect(await databases()).toEqual([]);
});
