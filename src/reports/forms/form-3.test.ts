import { expect, test } from 'vitest';
import { askForm, formsWorld, numbersOf, openForm, smallDistrict } from '#test/forms.ts';

const world = formsWorld(smallDistrict);
const names = async (row: string) => (await openForm(world(), 'form-3', 'H', row)).map(({ label }) => label).toSorted();

test('the members of the last day by every trait; the parts make up the whole', async () => {
  const numbers = numbersOf(await askForm(world(), 'form-3', 'H'));
  expect(numbers).toEqual({
    I: 8,
    female: 3,
    probationary: 3,
    minority: 2,
    religious: 2,
    'youth-union': 1,
    'private-owner': 1,
    'foreign-spouse': 1,
    working: 5,
    'occupation.state-cadre': 1,
    'occupation.enterprise': 2,
    'occupation.enterprise.manager': 1,
    'occupation.enterprise.untold': 1,
    'occupation.farmer': 1,
    'occupation.student': 1,
    retired: 1,
    'retired.exempt': 1,
    'work.untold': 2,
    'age.31-35': 3,
    'age.51-55': 1,
    'age.over-60': 3,
    'age.average': 52.7, // (74 + 34 + 72 + 69 + 54 + 31 + 35) / 7
    'age.untold': 1,
    'era.1954-1975': 2,
    'era.from-1975': 5,
    'era.untold': 1,
    'schooling.lower-secondary': 1,
    'schooling.upper-secondary': 2,
    'schooling.untold': 5,
    'qualification.university': 1,
    'qualification.untold': 7,
    'title.associate-professor': 1,
    'title.untold': 7,
    'theory.elementary': 1,
    'theory.untold': 7,
  });
});

test('1/5/1975 begins the last era; a year alone counts from its first day', async () => {
  expect(await names('era.1954-1975')).toEqual(['Nguyễn Văn old', 'Nguyễn Văn year']);
  expect(await names('era.from-1975')).toContain('Nguyễn Văn docent');
});

test('whoever has an occupation works unless the record says retired; the retired are not told by what they did', async () => {
  expect(await names('occupation.farmer')).toEqual(['Nguyễn Văn tay']);
  expect(await names('retired')).toEqual(['Nguyễn Văn old']);
  expect(await names('work.untold')).toEqual(['Nguyễn Văn back', 'Nguyễn Văn mute']);
});

test('the exempt among the retired are those of the last day', async () => {
  const before = await askForm(world(), 'form-3', 'H', { from: '2024-01-01', to: '2024-04-30' });
  expect(numbersOf(before)).toMatchObject({ I: 5, retired: 1 });
  expect(numbersOf(before)['retired.exempt']).toBeUndefined();
});

test('each number carries the figure that it is, for its definition, its split by unit and whom it does not count', async () => {
  const { rows, figures } = await askForm(world(), 'form-3', 'H');
  expect(rows.find(({ row }) => row === 'occupation.farmer')).toMatchObject({
    figure: 'members-by',
    args: { work: 'working', occupation: 'farmer' },
  });
  expect(rows.find(({ row }) => row === 'age.average')).toMatchObject({ figure: 'members-average-age', decimals: 1 });
  expect(figures.find(({ row }) => row === 'female')).toMatchObject({ figure: 'members-by', value: 3, previous: 2 });
});

test('whoever was born on 29 February turns on 28 February where there is no other day, for the number as for the list', async () => {
  await world().post([
    {
      kind: 'member.registered',
      effectiveOn: '2022-01-01',
      person: { code: 'leap', name: 'Nguyễn Văn leap', born: '1992-02-29' },
      cell: 'C1',
      status: 'official',
    },
  ]);
  const band = async (to: string) => {
    const period = { from: '2023-01-01', to };
    const { rows } = await askForm(world(), 'form-3', 'C', period);
    const found = rows.filter(({ row, value }) => row.startsWith('age.') && row !== 'age.untold' && value === 1);
    const [row = ''] = found.map((one) => one.row);
    const [only] = await openForm(world(), 'form-3', 'C', row, period);
    const [aged] = await openForm(world(), 'form-3', 'C', 'age.average', period);
    return [row, only?.label, aged?.value];
  };
  expect(await band('2023-02-27')).toEqual(['age.18-30', 'Nguyễn Văn leap', 30]);
  expect(await band('2023-02-28')).toEqual(['age.31-35', 'Nguyễn Văn leap', 31]);
});
