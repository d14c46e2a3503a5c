import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';
import { sampleFile } from './docs/sample-file.ts';

// The sample file of docs/journal.md: A over A.H over A.H.01 with two cells; P1 and P2 in the first, P3 in the second; P4
// admitted on 19/5/2020, P2 moved on 1/8/2020, P1 died on 11/11/2020.

let database: TestDatabase;
let cli: Sotay;
let imported: { tenant: string; added: number; lines: number; import: string };
const endOf2020 = ['--unit', 'A.H', '--on', '2020-12-31'];

beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
  imported = await cli.json('import', cli.file('sample.ndjson', sampleFile));
});
afterAll(async () => {
  cli.close();
  await database.close();
});

test('into an empty installation a file brings its tenant: the first unit without a parent', async () => {
  expect(imported).toMatchObject({ tenant: 'A', added: sampleFile.length, lines: sampleFile.length });
  expect(await cli.json('tenants')).toEqual([{ code: 'A', name: 'Đảng bộ tỉnh A' }]);
});

test('importing a file twice is harmless', async () => {
  expect(await cli.json('import', cli.file('sample.ndjson', sampleFile))).toMatchObject({
    added: 0,
    duplicates: sampleFile.length,
  });
});

test('a figure has the documented JSON, its list is as long as its value', async () => {
  const answer = await cli.json('figure', 'members', ...endOf2020, '--list', '--by-unit', '--not-counted');
  expect(answer).toEqual({
    figure: 'members',
    type: 'count',
    unit: { code: 'A.H', name: 'Đảng bộ huyện H' },
    on: '2020-12-31',
    knownAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    value: 3,
    measure: 'persons',
    decimals: 0,
    named: 3,
    declared: 0,
    list: ['Lê Văn Thử', 'Phạm Thị Mới', 'Trần Thị Ví Dụ'].map((label) =>
      expect.objectContaining({ label, unit: { code: 'A.H.01.2', name: 'Chi bộ thôn Hai' } }),
    ),
    notCounted: expect.any(Array),
    byUnit: [{ code: 'A.H.01', name: 'Đảng bộ xã M', value: 3 }],
  });
});

test('--from and --to include both days', async () => {
  const admissions = async (from: string, to: string) =>
    (await cli.json('figure', 'admissions', '--unit', 'A', '--from', from, '--to', to)).value;
  expect(await admissions('2020-05-19', '2020-05-19')).toBe(1);
  expect(await admissions('2020-05-20', '2020-12-31')).toBe(0);
  expect(await admissions('2020-01-01', '2020-05-18')).toBe(0);
});

test('people read the number in their language', async () => {
  const vi = await cli.run('figure', 'members', ...endOf2020, '--list');
  expect(vi.stdout).toMatch(
    /^Đảng viên .*\(members\)\nĐảng bộ huyện H \(A\.H\), ngày 31\/12\/2020, .*\n\n {2}3 người\n\nDanh sách \(3\)\n/,
  );
  const en = await cli.run('figure', 'members', ...endOf2020, '--lang', 'en');
  expect(en.stdout).toMatch(/\(A\.H\), on 2020-12-31, .*\n\n {2}3 persons\n$/);
  expect(vi.stderr + en.stderr).toBe('');
});

test('two days are compared name by name', async () => {
  const comparison = await cli.json<{
    onlyA: { label: string }[];
    onlyB: { label: string }[];
    moved: { b: { label: string } }[];
  }>('figure', 'members', ...endOf2020, '--compare-on', '2020-01-01');
  expect(comparison).toMatchObject({ a: 3, b: 3 });
  expect(comparison.onlyA.map(({ label }) => label)).toEqual(['Nguyễn Văn Mẫu']);
  expect(comparison.onlyB.map(({ label }) => label)).toEqual(['Phạm Thị Mới']);
  expect(comparison.moved.map(({ b }) => b.label)).toEqual(['Trần Thị Ví Dụ']);
  expect((await cli.run('figure', 'members', ...endOf2020, '--compare-on', '2020-01-01')).stdout).toMatch(
    /trước 3, sau 3 \(0\)/,
  );
});

test('who is held to a part of the tree sees that part, and nothing of the rest, not even that it is there', async () => {
  const members = ['figure', 'members', '--on', '2020-07-01'];
  expect(await cli.json(...members, '--unit', 'A.H.01.1', '--scope', 'A.H.01.1')).toMatchObject({ value: 2 });
  const outside = await cli.refused(...members, '--unit', 'A.H.01.2', '--scope', 'A.H.01.1');
  const nowhere = await cli.refused(...members, '--unit', 'A.H.01.9', '--scope', 'A.H.01.1');
  expect(outside).toMatchObject({ status: 404, code: 'unit.unknown' });
  expect(JSON.parse(JSON.stringify(outside).replaceAll('A.H.01.2', 'A.H.01.9'))).toEqual(nowhere);
  const above = await cli.refused(...members, '--unit', 'A.H', '--scope', 'A.H.01.1');
  expect(above.code).toBe('unit.unknown');
  const lines = (await cli.run('export', '--scope', 'A.H.01.2')).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ kind }) => kind === 'member.died')).toEqual([]);
  expect(lines.filter(({ kind }) => kind === 'member.admitted')).toHaveLength(1);
  const elsewhere = { kind: 'member.died', effectiveOn: '2020-12-01', person: 'P3' };
  expect(await cli.refused('import', cli.file('elsewhere.ndjson', [elsewhere]), '--scope', 'A.H.01.1')).toMatchObject({
    status: 404,
  });
});

test('VN unites the tenants: counts, and no lists', async () => {
  const nation = ['figure', 'members', '--unit', 'VN', '--on', '2020-12-31'];
  expect(await cli.json(...nation, '--by-unit')).toMatchObject({
    unit: { code: 'VN' },
    value: 3,
    byUnit: [{ code: 'A', value: 3 }],
  });
  for (const more of [['--list'], ['--not-counted'], ['--compare-on', '2020-01-01']])
    expect(await cli.refused(...nation, ...more)).toMatchObject({ code: 'nation.counts-only' });
  expect(await cli.refused(...nation, '--scope', 'A.H')).toMatchObject({ code: 'unit.unknown' });
});

test('an import that is only checked, or refused, records nothing; undone, it leaves figures and facts as before', async () => {
  const before = await cli.json('verify', '--digest');
  const file = cli.file('more.ndjson', [{ kind: 'member.died', effectiveOn: '2020-12-01', person: 'P3' }]);
  expect(await cli.json('import', file, '--dry-run')).toMatchObject({ dryRun: true, added: 1 });
  expect(await cli.json('verify', '--digest')).toEqual(before);
  const receipt = await cli.json<{ import: string; recordedAt: string }>('import', file);
  expect(await cli.json('figure', 'members', ...endOf2020)).toMatchObject({ value: 2 });
  expect(await cli.json('import', 'undo', receipt.import)).toMatchObject({ added: 1 });
  expect(await cli.json('figure', 'members', ...endOf2020)).toMatchObject({ value: 3 });
  expect((await cli.json('verify', '--digest')).facts).toEqual(before.facts);
  expect(await cli.json('figure', 'members', ...endOf2020, '--known-at', receipt.recordedAt)).toMatchObject({
    value: 2,
  });
});

test('an installation stays empty when the first file is refused', async () => {
  const other = await bareDatabase();
  const fresh = sotay(other.adminUrl, { isHere: true });
  const lines = [sampleFile[0], { kind: 'member.flown', effectiveOn: '2020-01-01' }];
  expect(await fresh.refused('import', fresh.file('bad.ndjson', lines))).toMatchObject({ code: 'import.refused' });
  expect(await fresh.json('import', fresh.file('good.ndjson', sampleFile), '--dry-run')).toMatchObject({
    tenant: 'A',
    added: sampleFile.length,
  });
  expect(await fresh.json('tenants')).toEqual([]);
  expect(await fresh.refused('import', fresh.file('none.ndjson', [sampleFile.at(-1)]))).toMatchObject({
    code: 'tenant.none',
  });
  fresh.close();
  await other.close();
});

test('the journal exported and imported elsewhere gives the same facts; a backup restored the same digest', async () => {
  const here = await cli.json('verify', '--digest');
  const journal = join(cli.folder, 'journal.ndjson');
  const backup = join(cli.folder, 'register.backup');
  expect((await cli.run('export', '--out', journal)).code).toBe(0);
  await cli.json('backup', backup);
  const other = await bareDatabase();
  const copy = sotay(other.adminUrl, { isHere: true });
  await copy.json('import', journal);
  expect((await copy.json('verify', '--digest')).facts).toBe(here.facts);
  expect(await copy.refused('restore', backup)).toMatchObject({ code: 'restore.not-empty', status: 409 });
  const third = await bareDatabase();
  const restored = sotay(third.adminUrl, { isHere: true });
  await restored.json('restore', backup);
  expect(await restored.json('verify', '--digest')).toEqual(here);
  copy.close();
  restored.close();
  await Promise.all([other.close(), third.close()]);
});

test('verify finds the register whole, and after a change by SQL names the line and exits with 1', async () => {
  const head = join(cli.folder, 'head');
  await cli.json('seal', '--out', head);
  const whole = await cli.json('verify', '--head', head);
  expect(whole).toMatchObject({
    isWhole: true,
    withHead: true,
    facts: { findings: [] },
    tallies: { findings: [] },
    constraints: { findings: [] },
  });
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(`update t_a.act set effective_on = '2020-05-20' where kind = 'member.admitted'`);
  await admin.query(`alter table t_a.standing drop constraint standing_unit_fkey`);
  await admin.query(
    `update t_a.standing set unit_id = gen_random_uuid() where entry = 'registered' and upper(valid) is null`,
  );
  await admin.end();
  const { code, stdout } = await cli.run('verify', '--head', head, '--json');
  expect(code).toBe(1);
  const report = JSON.parse(stdout);
  expect(report.seals.findings[0]).toMatchObject({ what: 'changed', act: { kind: 'member.admitted' } });
  expect(report.facts.findings.map(({ table }: { table: string }) => table)).toContain('standing');
  expect(report.constraints.findings).toEqual([
    expect.objectContaining({ table: 'standing', name: 'standing_unit_fkey', what: 'missing' }),
    expect.objectContaining({ table: 'standing', name: 'standing_unit_fkey', what: 'violated', rows: 1 }),
  ]);
  const text = await cli.run('verify', '--head', head);
  expect(text).toMatchObject({ code: 1, stdout: expect.stringMatching(/Niêm phong: 1 chỗ sai/) });
});

test('the catalogue and the kinds need no register', async () => {
  const nowhere = sotay('postgres://nobody@127.0.0.1:1/nothing');
  const figures = await nowhere.json<{ name: string }[]>('figures');
  expect(figures.map(({ name }) => name)).toEqual(expect.arrayContaining(['members', 'admissions', 'target']));
  expect(await nowhere.json('figures', 'members')).toMatchObject({
    name: 'members',
    definition: { vi: expect.any(String) },
  });
  const { kinds } = await nowhere.json<{ kinds: { kind: string; fields: { field: string }[] }[] }>('kinds');
  expect(kinds.map(({ kind }) => kind)).toContain('member.admitted');
  expect(await nowhere.json('kinds', 'member.died')).toMatchObject({
    fields: [expect.objectContaining({ field: 'person', types: ['person'], required: true })],
  });
  expect((await nowhere.run('kinds', 'member.died')).stdout).toMatch(/person +person +có/);
  expect(await nowhere.refused('tenants')).toMatchObject({ code: 'database.unreachable', status: 503 });
  nowhere.close();
});

test('every verb tells how it is used; without a verb the help is shown, and it is no success', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await cli.run('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  const help = await cli.run('figure', '--help');
  expect(help).toMatchObject({ code: 0, stdout: expect.stringMatching(/--compare-known-at/) });
  const bare = await cli.run();
  expect(bare).toMatchObject({ code: 1, stderr: expect.stringMatching(/Lệnh:\n(.*\n)* +restore /) });
  for (const later of ['close', 'compare', 'forecast', 'check-report', 'unit'])
    expect(bare.stderr).not.toMatch(new RegExp(`^ *${later}\\b`, 'm'));
});

test('the inbox of a unit tells what comes due, of how many, by which instrument; a day that is none is refused', async () => {
  const inbox = await cli.json<{ due: { concern: string; count: number; first: { label: string }[] }[] }>(
    'inbox',
    ...['--unit', 'A.H', '--on', '2021-04-19'],
  );
  expect(inbox).toMatchObject({ on: '2021-04-19', unit: { code: 'A.H' }, waiting: 0, lines: [] });
  const due = inbox.due.find(({ concern }) => concern === 'probations-due');
  expect(due).toMatchObject({ count: 1, first: [{ label: 'Phạm Thị Mới' }] });
  const { stdout } = await cli.run('inbox', '--unit', 'A.H', '--on', '2021-04-19');
  expect(stdout).toMatch(/A\.H Đảng bộ huyện H, 19\/04\/2021/);
  expect(stdout).toMatch(/\[sắp đến hạn\].*: 1, 18\/06\/2021 \(.*\)\n {6}Phạm Thị Mới, A\.H\.01\.2/);
  expect(await cli.refused('inbox', '--unit', 'A.H', '--on', '2021-02-30')).toMatchObject({ code: 'period.invalid' });
  expect(await cli.refused('inbox', '--unit', 'NOWHERE')).toMatchObject({ code: 'unit.unknown' });
});
