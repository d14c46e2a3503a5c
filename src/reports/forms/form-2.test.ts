import { expect, test } from 'vitest';
import { askForm, formsWorld, numbersOf, openForm, smallDistrict } from '#test/forms.ts';
import { reportText } from '../reports.ts';

const world = formsWorld(smallDistrict);

test('who was admitted is told by every trait of the day of the ceremony; whom the record does not tell of is a row', async () => {
  expect(numbersOf(await askForm(world(), 'form-2', 'H'))).toEqual({
    I: 3,
    minority: 1,
    'youth-union': 1,
    'private-owner': 1,
    readmitted: 1,
    'occupation.enterprise': 1,
    'occupation.enterprise.manager': 1,
    'occupation.student': 1,
    'occupation.untold': 1,
    'age.18-30': 1, // 31 on the next day
    'age.31-35': 1, // 35 on that day
    'age.51-55': 1,
    'age.average': 39.7, // (30 + 35 + 54) / 3
    'schooling.upper-secondary': 1,
    'schooling.untold': 2,
    'qualification.untold': 3,
    'title.untold': 3,
    III: 3,
    'grassroots-body': 2,
    'grassroots-body.admitted': 1,
    'grassroots-cell': 1,
    'grassroots-cell.admitted': 1,
    'grassroots-cell.no-non-members': 1,
  });
});

test('every row opens into its names; the average into the age of each', async () => {
  const labels = async (row: string) => (await openForm(world(), 'form-2', 'H', row)).map(({ label }) => label);
  expect(await labels('age.31-35')).toEqual(['Trần Thị owner']);
  expect(await labels('occupation.untold')).toEqual(['Nguyễn Văn back']);
  expect(await labels('grassroots-body.admitted')).toEqual(['Đơn vị A']);
  const ages = await openForm(world(), 'form-2', 'H', 'age.average');
  expect(ages.map(({ label, value }) => [label, value])).toEqual([
    ['Nguyễn Văn back', 54],
    ['Trần Thị young', 30],
    ['Trần Thị owner', 35],
  ]);
});

test('an average of nobody has no number and says why; a heading does not open', async () => {
  const { rows } = await askForm(world(), 'form-2', 'C');
  const row = rows.find((one) => one.row === 'age.average');
  expect(row).toMatchObject({ value: null, previous: null, percent: null, print: 'row' });
  expect(row?.reason?.vi).toMatch(/hồ sơ/);
  await expect(openForm(world(), 'form-2', 'H', 'II')).rejects.toMatchObject({ code: 'report.row-not-filled' });
  await expect(openForm(world(), 'form-2', 'H', 'age.17')).rejects.toMatchObject({ code: 'report.row' });
});

test('an organisation without non-members is one until it tells otherwise; nobody but itself says so', async () => {
  const row = 'grassroots-cell.no-non-members';
  expect(await openForm(world(), 'form-2', 'H', row)).toMatchObject([{ label: 'Đơn vị B', on: '2024-12-01' }]);
  const at = async (to: string) =>
    numbersOf(await askForm(world(), 'form-2', 'H', { from: '2024-06-01', to }))[row] ?? 0;
  expect([await at('2024-11-30'), await at('2025-02-28'), await at('2025-03-01')]).toEqual([0, 1, 0]);
});

test('compares with the same period last year, in percent', async () => {
  const { rows } = await askForm(world(), 'form-2', 'H', { from: '2025-01-01', to: '2025-12-31' });
  expect(rows.find(({ row }) => row === 'I')).toMatchObject({ value: 0, previous: 3, percent: 0 });
  expect(rows.find(({ row }) => row === 'age.average')).toMatchObject({ value: null, previous: 39.7, percent: null });
  expect(rows.find(({ row }) => row === 'III')).toMatchObject({ value: 3, previous: 3, percent: 100 });
});

test('a part of the district counts its own; what was recorded later is not known before', async () => {
  expect(numbersOf(await askForm(world(), 'form-2', 'B'))).toMatchObject({ I: 1, 'age.31-35': 1 });
  const { knownAt } = await askForm(world(), 'form-2', 'H');
  await world().post([
    { kind: 'member.corrected', effectiveOn: '2024-12-01', person: 'owner', record: { born: '1979-11-07' } },
  ]);
  const ages = async (known: string | null) => {
    const answer = await askForm(world(), 'form-2', 'H', { from: '2024-01-01', to: '2024-12-31', knownAt: known });
    return { ...numbersOf(answer) };
  };
  expect(await ages(null)).toMatchObject({ I: 3, 'age.41-45': 1 });
  expect(await ages(knownAt)).toMatchObject({ I: 3, 'age.31-35': 1 });
});

test('the text prints the form, and under it what completes its sums and why a row is empty', async () => {
  const text = reportText(await askForm(world(), 'form-2', 'H'));
  expect(text).toContain('Biểu số 2-BTCTW');
  expect(text).toContain('THỐNG KÊ ĐẢNG VIÊN MỚI KẾT NẠP');
  expect(text).toContain('từ cấp huyện trở lên');
  expect(text).toMatch(/- Chưa ghi trong hồ sơ nghề nghiệp: 1; cùng kỳ năm trước: 0\./);
  const empty = reportText(await askForm(world(), 'form-2', 'C'));
  expect(empty).toMatch(/- … "Tuổi bình quân": Không có ai/);
  const later = reportText(await askForm(world(), 'form-2', 'H', { from: '2025-07-01', to: '2025-12-31' }));
  expect(later).toContain('từ cấp tỉnh trở lên');
  expect(later).toContain('ở xã, phường, đặc khu');
});
