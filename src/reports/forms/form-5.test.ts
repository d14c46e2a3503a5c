import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askForm, formsWorld, numbersOf, openForm, smallDistrict } from '#test/forms.ts';

const paper = { issuer: 'Tỉnh ủy Mẫu', number: '30-QĐ/TU', issuedOn: '2024-06-20' };
const otherDistrict: ActInput = {
  kind: 'unit.established',
  effectiveOn: '2020-01-01',
  paper,
  unit: { code: 'K', name: 'Huyện khác', kind: 'district', parent: 'P' },
};
const moved: ActInput = { kind: 'unit.moved', effectiveOn: '2024-07-01', unit: 'B', parent: 'K', paper };
const world = formsWorld([...smallDistrict, otherDistrict, moved]);
const year2023 = { from: '2023-01-01', to: '2023-12-31' };

test('organisations by their own type, what is under them and the members by that of the nearest one; the last row adds up', async () => {
  expect(numbersOf(await askForm(world(), 'form-5', 'P'))).toEqual({
    'commune/2': 1,
    'commune/3': 1,
    'commune/5': 1,
    'commune/6': 2,
    'commune/7': 5,
    'state-agency/2': 1,
    'state-agency/4': 1,
    'state-agency/7': 2,
    'enterprise/2': 1,
    'enterprise/3': 1,
    'enterprise/6': 1,
    'enterprise/7': 1,
    'enterprise.untold/2': 1,
    'enterprise.untold/3': 1,
    'enterprise.untold/6': 1,
    'enterprise.untold/7': 1,
    'total/2': 3,
    'total/3': 2,
    'total/4': 1,
    'total/5': 1,
    'total/6': 3,
    'total/7': 8,
  });
});

test('by the tree of the day asked: an organisation that was handed over counted before where it stood then', async () => {
  const now = numbersOf(await askForm(world(), 'form-5', 'H'));
  expect(now).toMatchObject({ 'total/2': 2, 'total/7': 6 });
  expect(now['state-agency/2']).toBeUndefined();
  expect(numbersOf(await askForm(world(), 'form-5', 'H', year2023))).toMatchObject({
    'total/2': 3,
    'state-agency/7': 1,
  });
  expect(numbersOf(await askForm(world(), 'form-5', 'K'))).toMatchObject({ 'state-agency/2': 1, 'total/7': 2 });
});

test('the last row opens into all its rows together', async () => {
  const labels = async (row: string) => (await openForm(world(), 'form-5', 'P', row)).map(({ label }) => label);
  expect((await labels('total/2')).toSorted()).toEqual(['Đơn vị A', 'Đơn vị B', 'Đơn vị C']);
  expect(await labels('total/7')).toHaveLength(8);
  expect((await labels('commune/6')).toSorted()).toEqual(['Đơn vị A1', 'Đơn vị A2']);
});

test('townships stand on the form until 30/6/2025, special zones from then on; column 5 is another kind from 26/7/2026', async () => {
  const printed = async (from: string, to: string) => {
    const { rows, columns = [] } = await askForm(world(), 'form-5', 'P', { from, to });
    const third = rows.filter(({ mark, print }) => mark === '3' && print === 'row').map(({ label }) => label);
    return [...third, columns[3]?.label, columns[4]?.label];
  };
  expect(await printed('2025-01-01', '2025-06-30')).toEqual(['Thị trấn', 'Đảng bộ bộ phận', 'Chi bộ trực thuộc']);
  expect(await printed('2025-01-01', '2025-07-01')).toEqual(['Đặc khu', 'Đảng bộ bộ phận', 'Chi bộ trực thuộc']);
  expect(await printed('2026-01-01', '2026-07-26')).toEqual(['Đặc khu', 'Đảng bộ trực thuộc cơ sở', 'Chi bộ']);
});

test('an ended type is printed all the same where there is still one of it', async () => {
  await world().post([
    {
      kind: 'unit.retyped',
      effectiveOn: '2025-06-01',
      unit: 'A',
      type: 'township',
      paper: { ...paper, number: '31-QĐ/TU' },
    },
  ]);
  const { rows } = await askForm(world(), 'form-5', 'P', { from: '2025-01-01', to: '2025-12-31' });
  expect(rows.find(({ row }) => row === 'township')).toMatchObject({ print: 'row', cells: { 7: { value: 5 } } });
});

test('where one grassroots organisation lies under another, its members are of its own type only', async () => {
  await world().post([
    {
      kind: 'unit.established',
      effectiveOn: '2024-02-01',
      paper: { ...paper, number: '32-QĐ/TU' },
      unit: { code: 'CA', name: 'Chi bộ Công an', kind: 'grassroots-cell', type: 'police', parent: 'C' },
    },
    {
      kind: 'member.transferred',
      effectiveOn: '2024-02-02',
      paper: { ...paper, number: '33-QĐ/TU' },
      person: 'mute',
      to: 'CA',
    },
  ]);
  const numbers = numbersOf(await askForm(world(), 'form-5', 'C'));
  expect(numbers).toMatchObject({ 'police/4': 1, 'police/7': 1, 'enterprise/3': 1, 'enterprise/6': 1, 'total/7': 1 });
  expect(numbers['enterprise/7']).toBeUndefined();
  expect(await openForm(world(), 'form-5', 'C', 'police/7')).toHaveLength(1);
  expect(await openForm(world(), 'form-5', 'C', 'enterprise/7')).toEqual([]);
});
