import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';

// What a user gets who sends something wrong: the line, the field, the code (and the rule with its instrument), and a
// register that is as before.

const paper = { issuer: 'Huyện ủy A', number: '77-QĐ/HU', issuedOn: '2020-05-04' };
const established = (code: string, kind: string, parent?: string, on = '2018-06-01') => ({
  kind: 'unit.established',
  effectiveOn: on,
  paper: { ...paper, issuedOn: on },
  unit: { code, name: `Đảng bộ ${code}`, kind, parent },
});
const registered = (code: string, cell: string, effectiveOn = '2020-01-01') => ({
  kind: 'member.registered',
  effectiveOn,
  person: { code, name: 'Nguyễn Văn Mẫu', born: '1960', sex: 'male' },
  cell,
  status: 'official',
});
const known = '01890000-0000-7000-8000-00000000beef';

const base = [
  established('B', 'provincial'),
  {
    ...established('B.1', 'grassroots-body', 'B'),
    unit: { code: 'B.1', name: 'Đảng bộ xã', kind: 'grassroots-body', type: 'commune', parent: 'B' },
  },
  established('B.1.1', 'cell', 'B.1'),
  established('B.1.2', 'cell', 'B.1'),
  established('B.1.3', 'cell', 'B.1'),
  established('OLD', 'cell', 'B.1'),
  {
    kind: 'unit.recoded',
    effectiveOn: '2019-01-01',
    paper: { ...paper, issuedOn: '2019-01-01' },
    unit: 'OLD',
    code: 'B.1.4',
  },
  established('OLD', 'cell', 'B.1', '2020-01-01'),
  { ...registered('P1', 'B.1.1'), id: known },
  registered('P2', 'B.1.2'),
  { kind: 'unit.dissolved', effectiveOn: '2021-01-01', paper: { ...paper, issuedOn: '2021-01-01' }, unit: 'B.1.3' },
];
// The first OLD is named by its id below: in the file itself a code means one thing only.
const oldId = '01890000-0000-7000-8000-0000000001d0';

let database: TestDatabase;
let cli: Sotay;
let before: unknown;

beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
  const first = base.map((line, i) =>
    i === 5 ? { ...line, unit: { ...(line as ReturnType<typeof established>).unit, id: oldId } } : line,
  );
  await cli.json(
    'import',
    cli.file(
      'one.ndjson',
      first.slice(0, 7).map((line, i) => (i === 6 ? { ...line, unit: oldId } : line)),
    ),
  );
  await cli.json('import', cli.file('two.ndjson', first.slice(7)));
  before = await cli.json('verify', '--digest');
});
afterAll(async () => {
  cli.close();
  await database.close();
});

const admitted = (born: string, cell = 'B.1.1', effectiveOn = '2020-05-19') => ({
  kind: 'member.admitted',
  effectiveOn,
  paper,
  person: { code: 'NEW', name: 'Phạm Thị Mới', born, sex: 'female' },
  cell,
});
const died = { kind: 'member.died', effectiveOn: '2020-02-01', person: 'P1' };

/** What is wrong with the second line of a file whose first is right. */
const wrong: [string, unknown, { field?: string; code: string; rule?: RegExp }][] = [
  [
    'a kind that does not exist',
    { kind: 'member.flown', effectiveOn: '2020-02-01' },
    { field: 'kind', code: 'kind.unknown' },
  ],
  ['a field that the kind does not have', { ...died, colour: 'red' }, { field: 'colour', code: 'field.unknown' }],
  [
    'a field inside that does not exist',
    { ...admitted('1990'), person: { name: 'A', height: 170 } },
    { field: 'person.height', code: 'field.unknown' },
  ],
  [
    'a field that is missing',
    { kind: 'member.died', effectiveOn: '2020-02-01' },
    { field: 'person', code: 'field.missing' },
  ],
  [
    'a day that does not exist',
    { ...died, effectiveOn: '2020-02-30' },
    { field: 'effectiveOn', code: 'field.invalid' },
  ],
  ['a line that is no JSON', '{"kind":"member.died","effectiveOn":', { code: 'line.broken' }],
  ['a line that is no object', '[1, 2]', { code: 'line.broken' }],
  ['an admission before birth', admitted('2021-02-03'), { field: 'effectiveOn', code: 'member.before-birth' }],
  [
    'an admission below the age',
    admitted('2005-02-03'),
    { field: 'person.born', code: 'rule.admission.age.min', rule: /^29-QĐ\/TW, 25\/7\/2016/ },
  ],
  [
    'an entry into a unit that had ended',
    { ...registered('NEW', 'B.1.3', '2021-06-01') },
    { field: 'unit', code: 'unit.ended' },
  ],
  [
    'an entry into a unit before it was there',
    registered('NEW', 'B.1.1', '2017-01-01'),
    { code: 'unit.not-established' },
  ],
  [
    'a second membership at once',
    { kind: 'member.readmitted', effectiveOn: '2021-06-01', paper, person: 'P1', cell: 'B.1.2' },
    { field: 'person', code: 'member.already' },
  ],
  [
    'a unit that would lie under itself',
    { kind: 'unit.moved', effectiveOn: '2021-06-01', paper, unit: 'B.1', parent: 'B.1.1' },
    { field: 'parent', code: 'unit.loop' },
  ],
  ['an id that stands for another act', { ...died, id: known }, { field: 'id', code: 'act.id-reused' }],
  [
    'a unit that nobody knows',
    { kind: 'unit.renamed', effectiveOn: '2020-02-01', paper, unit: 'B.9', name: 'X' },
    { field: 'unit', code: 'unit.unknown' },
  ],
  ['a person that nobody knows', { ...died, person: 'P9' }, { field: 'person', code: 'person.unknown' }],
  [
    'a code that two units had, on neither’s days',
    registered('NEW', 'OLD', '2019-06-01'),
    { field: 'cell', code: 'code.ambiguous' },
  ],
  [
    'a code that belongs to another unit then',
    established('B.1.1', 'cell', 'B.1', '2020-03-01'),
    { field: 'unit.code', code: 'code.duplicate' },
  ],
  [
    'a target for a period without days',
    {
      kind: 'target.assigned',
      effectiveOn: '2020-01-10',
      paper,
      unit: 'B',
      figure: 'admissions',
      from: '2020-12-31',
      to: '2020-01-01',
      value: 5,
      measure: 'count',
    },
    { field: 'to', code: 'field.invalid' },
  ],
  [
    'a declared count for a period without days',
    {
      kind: 'count.declared',
      effectiveOn: '2020-12-31',
      paper,
      unit: 'B',
      figure: 'admissions',
      from: '2020-12-31',
      to: '2020-01-01',
      amount: 5,
    },
    { code: 'count.empty-period' },
  ],
];

test.each(wrong)(
  '%s is refused with line, field and code; nothing is recorded',
  async (_, line, { field, code, rule }) => {
    const text = `${JSON.stringify(registered('GOOD', 'B.1.1'))}\n${typeof line === 'string' ? line : JSON.stringify(line)}\n`;
    const { status, errors } = await cli.refused('import', cli.file('wrong.ndjson', text));
    expect(status).toBe(422);
    const found = errors.find((error) => error.line === 2);
    expect(found, JSON.stringify(errors)).toMatchObject({
      code,
      message: expect.stringMatching(/./),
      ...(field && { field }),
    });
    if (rule) expect(found?.rule).toMatch(rule);
    expect(await cli.json('verify', '--digest')).toEqual(before);
  },
);

test('people are told each fault on a line of its own, in their language', async () => {
  const file = cli.file('several.ndjson', [
    { kind: 'member.flown' },
    { ...died, effectiveOn: '2020-02-30', colour: 'red' },
  ]);
  const { code, stderr, stdout } = await cli.run('import', file);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Lỗi: Tệp có lỗi; không ghi gì\..*\[import\.refused\]$/),
    expect.stringMatching(/^ {2}dòng 1 {2}kind {2}kind\.unknown {2}Không có loại việc này\./),
    expect.stringMatching(/^ {2}dòng 2 {2}effectiveOn {2}field\.invalid {2}/),
    expect.stringMatching(/^ {2}dòng 2 {2}colour {2}field\.unknown {2}/),
  ]);
  expect((await cli.run('import', file, '--lang', 'en')).stderr).toMatch(
    /^Error: .*\n {2}line 1 {2}kind {2}kind\.unknown {2}There is no act kind/,
  );
});

test('with --good-rows-only faulty lines are left out and told, those that lean on them too', async () => {
  const lines = [
    registered('G1', 'B.1.1'),
    { ...registered('G2', 'B.1.1'), colour: 'red' },
    { ...died, person: 'G2' },
    { ...died, person: 'G1' },
  ];
  const receipt = await cli.json<{ added: number; leftOut: { line: number; code: string }[]; import: string }>(
    'import',
    cli.file('good.ndjson', lines),
    '--good-rows-only',
  );
  expect(receipt.added).toBe(2);
  expect(receipt.leftOut).toMatchObject([
    { line: 2, code: 'field.unknown' },
    { line: 3, code: 'person.unknown' },
  ]);
  await cli.json('import', 'undo', receipt.import);
});

test('a code that units of two tenants have is refused with the list of them; --tenant chooses', async () => {
  const other = [established('C', 'provincial'), established('B.1', 'grassroots-body', 'C')];
  await cli.json('import', cli.file('other.ndjson', other), '--tenant', 'C');
  const question = ['figure', 'members', '--unit', 'B.1', '--on', '2020-12-31'];
  const { code, status, errors } = await cli.refused(...question);
  expect({ code, status }).toEqual({ code: 'code.ambiguous', status: 409 });
  expect(errors.map(({ field, message }) => [field, message])).toEqual([
    ['unit', 'B.1 of the tenant B'],
    ['unit', 'B.1 of the tenant C'],
  ]);
  expect(await cli.json(...question, '--tenant', 'B')).toMatchObject({ value: 2 });
  expect(await cli.json(...question, '--tenant', 'C')).toMatchObject({ value: 0 });
  expect(await cli.refused('import', cli.file('more.ndjson', [registered('Q1', 'B.1.1')]))).toMatchObject({
    code: 'tenant.ambiguous',
  });
});
