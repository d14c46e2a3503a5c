import { expect, test } from 'vitest';
import { nameKey, tidyName } from '#/platform/names.ts';
import { codes, fold, on, someone, spells } from './fold-members.ts';
import { newPersonSchema, recordChangeSchema } from './record-fields.ts';

const registered = (person: object = {}) =>
  on('2020-01-01', 'member.registered', { person: { ...someone, ...person }, cell: 'B', status: 'probationary' });
const changed = (day: string, kind: string, record: object) => on(day, kind, { record });
const column = (life: ReturnType<typeof fold>, name: string) =>
  spells(life, 'person_record').map((row) => [row.valid, row[name]]);

test('a name is kept composed and tidy, and is found without accents; đ is a letter of its own', () => {
  const decomposed = `  ${'Đặng  Thị Ngọc Ánh'.normalize('NFD')} `;
  expect(tidyName(decomposed)).toBe('Đặng Thị Ngọc Ánh');
  expect(nameKey(decomposed)).toBe('dang thi ngoc anh');
  const life = fold(registered({ name: decomposed }));
  expect(life.rows.person_record?.[0]).toMatchObject({ name: 'Đặng Thị Ngọc Ánh', name_key: 'dang thi ngoc anh' });
});

test('a record reaches back without limit; an update starts a new spell that keeps the rest', () => {
  const life = fold(
    registered({ occupation: 'farmer', youthUnion: true }),
    changed('2020-06-01', 'member.updated', { occupation: null, qualification: 'Đại học', retired: false }),
  );
  expect(
    spells(life, 'person_record').map(({ valid, occupation, qualification, youth_union, retired }) => [
      valid,
      occupation,
      qualification,
      youth_union,
      retired,
    ]),
  ).toEqual([
    ['(,2020-06-01)', 'farmer', null, true, null],
    ['[2020-06-01,)', null, 'university', true, false],
  ]);
});

test('a correction mends the spell in force; what is timeless, and the admission dates, in all spells', () => {
  const life = fold(
    registered({ ethnicity: 'kinh', admittedOn: '2019-05', qualification: 'college' }),
    changed('2020-06-01', 'member.updated', { qualification: 'university' }),
    changed('2020-07-01', 'member.corrected', {
      qualification: 'master',
      ethnicity: 'tay',
      born: '1981',
      admittedOn: '2019-06',
    }),
  );
  expect(column(life, 'qualification')).toEqual([
    ['(,2020-06-01)', 'college'],
    ['[2020-06-01,)', 'master'],
  ]);
  for (const [name, value] of [
    ['ethnicity', 'tay'],
    ['born', '1981'],
    ['born_on', '1981-01-01'],
    ['admitted_on', '2019-06'],
  ] as const)
    expect(column(life, name).map(([, held]) => held)).toEqual([value, value]);
});

test('the admission dates of one membership are not those of another', () => {
  const life = fold(
    registered({ admittedOn: '2019-05-19' }),
    on('2020-03-01', 'member.left'),
    on('2024-06-01', 'member.readmitted', { cell: 'B' }),
    changed('2024-07-01', 'member.corrected', { admittedOn: '2024-06-02', ethnicity: 'tay' }),
    on('2025-06-01', 'member.recognised'),
  );
  expect(spells(life, 'person_record').map((row) => [row.admitted_on, row.official_on, row.ethnicity])).toEqual([
    ['2019-05-19', null, 'tay'],
    ['2024-06-02', '2025-06-01', 'tay'],
  ]);
});

test('an earlier correction reaches what was updated later on its basis', () => {
  const life = fold(
    registered({ birthName: 'Nguyễn Văn Mậu' }),
    changed('2020-02-01', 'member.corrected', { otherName: 'Năm', birthName: 'Nguyễn Văn Mẫu' }),
    changed('2020-06-01', 'member.updated', { retired: true }),
  );
  expect(column(life, 'other_name').map(([, value]) => value)).toEqual(['Năm', 'Năm']);
});

test('the acts fill in the three dates of admission; party age counts from the decision', () => {
  const approved = { issuer: 'Huyện ủy A', number: '77-QĐ/HU', issuedOn: '2020-05-04' };
  const life = fold(
    on('2020-05-19', 'member.admitted', { person: someone, cell: 'B', paper: approved }),
    changed('2020-12-01', 'member.updated', { retired: false }),
    on('2021-05-19', 'member.recognised'),
  );
  for (const row of spells(life, 'person_record'))
    expect(row).toMatchObject({
      admission_decided_on: '2020-05-04',
      admitted_on: '2020-05-19',
      official_on: '2021-05-19',
      party_age_from: '2020-05-04',
    });
  const byMonth = fold(
    on('2020-05-19', 'member.admitted', { person: someone, cell: 'B', paper: { ...approved, issuedOn: '2020-05' } }),
  );
  expect(byMonth.rows.person_record?.[0]).toMatchObject({
    admission_decided_on: '2020-05',
    party_age_from: '2020-05-01',
  });
  const unknown = fold(on('2020-05-19', 'member.admitted', { person: someone, cell: 'B' }));
  expect(unknown.rows.person_record?.[0]).toMatchObject({ admission_decided_on: null, party_age_from: null });
});

test('an approval that was recorded apart is the decision; else the admission tells it on its own day', () => {
  const paper = { issuer: 'Huyện ủy A', number: '77-QĐ/HU', issuedOn: '2020-05-04' };
  const told = (life: ReturnType<typeof fold>) =>
    life.rows.member_event?.map(({ event, on_day, detail, unit_id }) => [event, on_day, detail, unit_id]);
  expect(
    told(
      fold(
        on('2020-05-04', 'admission.approved', { person: someone, cell: 'A', paper }),
        on('2020-06-19', 'member.admitted', { cell: 'A', paper }),
      ),
    ),
  ).toEqual([
    ['approved', '2020-05-04', null, 'A'],
    ['admitted', '2020-06-19', 'approved-before', 'B'],
  ]);
  expect(told(fold(on('2020-06-19', 'member.admitted', { person: someone, cell: 'A', paper })))).toEqual([
    ['approved', '2020-05-04', null, 'A'],
    ['admitted', '2020-06-19', null, 'B'],
  ]);
  // N was not there yet on the day of the decision: it counts where it led to.
  const early = { ...paper, issuedOn: '2020-04-20' };
  expect(told(fold(on('2020-05-10', 'member.admitted', { person: someone, cell: 'N', paper: early })))?.[0]).toEqual([
    'approved',
    '2020-04-20',
    null,
    'N',
  ]);
});

test('a new number of a scheme ends the earlier one; other schemes stay', () => {
  const cards = [{ scheme: 'card-8', number: '12345678', issuedOn: '2003' }];
  const life = fold(
    registered({ cards, dossierNumber: '123456ND' }),
    changed('2025-09-02', 'member.updated', { cards: [{ scheme: 'card-12', number: '990000000001' }] }),
    changed('2025-10-02', 'member.updated', { cards: [{ scheme: 'card-8', number: '87654321' }] }),
    changed('2025-11-02', 'member.corrected', { dossierNumber: '123457ND' }),
    on('2025-12-01', 'member.died'),
  );
  expect(
    spells(life, 'member_number')
      .map((row) => `${row.scheme} ${row.number} ${row.valid}`)
      .toSorted(),
  ).toEqual([
    'card-12 990000000001 [2025-09-02,)',
    'card-8 12345678 [2020-01-01,2025-10-02)',
    'card-8 87654321 [2025-10-02,)',
    'dossier 123457ND [2020-01-01,)',
  ]);
});

test('sensitive values reach the record only as references', () => {
  const sealed = { ref: '01890000-0000-7000-8000-0000000000aa', commitment: 'c' };
  const life = fold(
    registered({ citizenId: sealed, phone: sealed, details: { birthPlace: 'xã A' } }),
    changed('2020-06-01', 'member.updated', {
      phone: null,
      details: { birthPlace: null, introducers: 'hai đảng viên' },
    }),
  );
  expect(column(life, 'details').map(([, details]) => details)).toEqual([
    { citizenId: sealed, phone: sealed, birthPlace: 'xã A' },
    { citizenId: sealed, introducers: 'hai đảng viên' },
  ]);
});

test('what does not belong into a record is refused, with its field', () => {
  const faults = (person: object) =>
    newPersonSchema
      .safeParse({ name: 'Nguyễn Văn Mẫu', ...person })
      .error?.issues.map((issue) => [issue.path.join('.'), issue.code]);
  expect(faults({ shoeSize: 42 })).toEqual([['', 'unrecognized_keys']]);
  expect(faults({ born: '1998-02-30' })).toEqual([['born', 'custom']]);
  expect(faults({ name: ' ' })).toEqual([['name', 'too_small']]);
  expect(faults({ details: { phone: '0900000000' } })).toEqual([['details.phone', 'invalid_key']]);
  expect(
    faults({
      cards: [
        { scheme: 'card-8', number: '1' },
        { scheme: 'card-8', number: '2' },
      ],
    }),
  ).toEqual([['cards', 'custom']]);
  expect(faults({ citizenId: '123' })?.[0]?.[0]).toBe('citizenId');
  expect(recordChangeSchema.safeParse({}).success).toBe(false);
  expect(recordChangeSchema.safeParse({ name: null }).success).toBe(false);
  expect(codes(on('2019-12-01', 'member.updated', { record: { retired: true } }), registered())).toEqual([
    'person.not-known',
  ]);
});
