import { expect, test } from 'vitest';
import { askForm, formsWorld, numbersOf, openForm, smallDistrict } from '#test/forms.ts';

const world = formsWorld(smallDistrict);

test('members and those newly admitted by people and religion, and who is of foreign origin apart', async () => {
  expect(numbersOf(await askForm(world(), 'form-4', 'H'))).toEqual({
    'total/members': 8,
    'total/admitted': 3,
    'ethnicity.kinh/members': 3,
    'ethnicity.kinh/admitted': 1,
    'ethnicity.tay/members': 1,
    'ethnicity.muong/members': 1,
    'ethnicity.muong/admitted': 1,
    'ethnicity.untold/members': 3,
    'ethnicity.untold/admitted': 1,
    'minority/members': 2,
    'minority/admitted': 1,
    'foreign-origin/members': 1,
    'B/members': 2,
    'religion.buddhism/members': 1,
    'religion.catholicism/members': 1,
    'religion.none/members': 2,
    'religion.none/admitted': 1,
    'religion.untold/members': 4,
    'religion.untold/admitted': 2,
  });
});

test('has the 54 peoples in the order of the list, other peoples, foreign nationality; 17 rows of religion', async () => {
  const { rows, columns, formNumber } = await askForm(world(), 'form-4', 'H');
  expect(formNumber).toBe('Biểu số 4-BTCTW');
  expect(columns).toEqual([
    { key: 'members', label: 'Tổng số đảng viên' },
    { key: 'admitted', label: 'Đảng viên mới kết nạp' },
  ]);
  const printed = rows.filter(({ print }) => print === 'row');
  expect(printed.filter(({ row }) => row.startsWith('ethnicity.'))).toHaveLength(56);
  expect(printed.find(({ row }) => row === 'ethnicity.ro-mam')).toMatchObject({ mark: '54', label: 'Rơ-măm' });
  expect(printed.filter(({ row }) => row.startsWith('religion.'))).toHaveLength(17);
});

test('a cell opens by row and column; a row alone opens its first', async () => {
  const labels = async (row: string) => (await openForm(world(), 'form-4', 'H', row)).map(({ label }) => label);
  expect(await labels('ethnicity.muong/admitted')).toEqual(['Trần Thị young']);
  expect(await labels('ethnicity.tay')).toEqual(['Nguyễn Văn tay']);
  expect(await labels('foreign-origin/members')).toEqual(['Nguyễn Văn docent']);
  await expect(openForm(world(), 'form-4', 'H', 'ethnicity.tay/retired')).rejects.toMatchObject({ code: 'report.row' });
});
