import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Sotay, sotay } from '#test/sotay.ts';

// Questions that cannot be answered: each is told with a code and the field.

const known = '01890000-0000-7000-8000-00000000beef';
const established = (code: string, kind: string, parent?: string) => ({
  kind: 'unit.established',
  effectiveOn: '2018-06-01',
  unit: { code, name: `Đảng bộ ${code}`, kind, parent },
});

let database: TestDatabase;
let cli: Sotay;
beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl, { isHere: true });
  const ended = { kind: 'unit.ended', effectiveOn: '2021-01-01', unit: 'B.1.3' };
  const lines = [
    established('B', 'provincial'),
    established('B.1', 'grassroots-body', 'B'),
    established('B.1.3', 'cell', 'B.1'),
    ended,
  ];
  await cli.json('import', cli.file('base.ndjson', lines));
});
afterAll(async () => {
  cli.close();
  await database.close();
});

const asked: [string, string[], { code: string; field?: string }][] = [
  [
    'a period that ends before it begins',
    ['figure', 'admissions', '--unit', 'B', '--from', '2020-12-31', '--to', '2020-01-01'],
    { code: 'period.empty', field: 'to' },
  ],
  [
    'a day that does not exist',
    ['figure', 'members', '--unit', 'B', '--on', '2020-02-30'],
    { code: 'period.invalid', field: 'on' },
  ],
  ['no day at all', ['figure', 'members', '--unit', 'B'], { code: 'period.missing', field: 'on' }],
  [
    'a figure that does not exist',
    ['figure', 'membrs', '--unit', 'B', '--on', '2020-12-31'],
    { code: 'figure.unknown' },
  ],
  [
    'a unit that does not exist',
    ['figure', 'members', '--unit', 'X', '--on', '2020-12-31'],
    { code: 'unit.unknown', field: 'unit' },
  ],
  [
    'a unit that had ended by then',
    ['figure', 'members', '--unit', 'B.1.3', '--on', '2021-12-31'],
    { code: 'unit.unknown', field: 'unit' },
  ],
  [
    'an argument that the figure does not take',
    ['figure', 'members', '--unit', 'B', '--on', '2020-12-31', '--arg', 'level=good'],
    { code: 'figure.args' },
  ],
  [
    'an argument without a value',
    ['figure', 'members', '--unit', 'B', '--on', '2020-12-31', '--arg', 'level'],
    { code: 'args.invalid' },
  ],
  [
    'a time that has not come',
    ['figure', 'members', '--unit', 'B', '--on', '2020-12-31', '--known-at', '2999-01-01T00:00:00Z'],
    { code: 'known-at.future' },
  ],
  [
    'a report that does not exist',
    ['report', 'form-99', '--unit', 'B', '--from', '2020-01-01', '--to', '2020-12-31'],
    { code: 'report.unknown' },
  ],
  [
    'a tenant that does not exist',
    ['figure', 'members', '--unit', 'B', '--on', '2020-12-31', '--tenant', 'X'],
    { code: 'tenant.unknown', field: 'tenant' },
  ],
  ['a file that is not there', ['import', '/nowhere/at-all.ndjson'], { code: 'file.unusable', field: 'file' }],
  ['an import that never was', ['import', 'undo', known], { code: 'import.unknown' }],
  ['an option that does not exist', ['figure', 'members', '--unit', 'B', '--colour', 'red'], { code: 'usage' }],
  ['a verb that does not exist', ['close', '--unit', 'B'], { code: 'usage' }],
];

test.each(asked)('%s is answered with a code and the field', async (_, argv, { code, field }) => {
  const refusal = await cli.refused(...argv);
  expect(refusal.code).toBe(code);
  if (field) expect(refusal.errors).toContainEqual(expect.objectContaining({ field, code }));
});
