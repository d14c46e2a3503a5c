import { expect, test } from 'vitest';
import { nameKey, unitIndex, withoutBare } from './unit-names.ts';

const ward = { code: 'A', name: 'Đảng bộ xã Mẫu', kind: 'grassroots-body', parent: null } as const;
const cellNamed = (name: string, at: number) => ({ code: `A.${at}`, name, kind: 'cell', parent: 'A' }) as const;
const codes = (names: string[], asked: string) =>
  unitIndex([ward, ...names.map(cellNamed)])
    .cellsNamed(asked, 'A')
    .map(({ code }) => code);

test('a cell of another accent is another cell', () => {
  expect(codes(['Chi bộ thôn Đông'], 'Thôn Đồng')).toEqual([]);
  expect(codes(['Chi bộ thôn Đông', 'Chi bộ thôn Đồng'], 'Thôn Đồng')).toEqual(['A.1']);
  expect(codes(['Chi bộ thôn Hạ'], 'Chi bộ thôn Hà')).toEqual([]);
});

test('without accents a name means whichever there is, and of two nobody can say which', () => {
  expect(codes(['Chi bộ thôn Đông'], 'thon dong')).toEqual(['A.0']);
  expect(codes(['Chi bộ thôn Đông', 'Chi bộ thôn Đồng'], 'Chi bộ Thon Dong')).toEqual(['A.0', 'A.1']);
  expect(codes(['Chi bộ Thon Dong'], 'Thôn Đông')).toEqual(['A.0']);
});

test('where the tone stands, capitals and abbreviations make no other cell', () => {
  expect(codes(['Chi bộ thôn Hòa Bình'], 'THÔN HOÀ BÌNH')).toEqual(['A.0']);
  expect(codes(['Chi bộ Tổ dân phố số 5'], 'TDP 05')).toEqual(['A.0']);
  expect(codes(['Chi bộ Ủy ban nhân dân'], 'CB UBND')).toEqual(['A.0']);
});

test('a file that calls cells with and without accents names each once', () => {
  expect(nameKey('Thôn Đồng')).not.toBe(nameKey('Thôn Đông'));
  const named = ['Thôn Đồng', 'Thôn Đông', 'thon dong', 'thon ha'].map((name) => ({ name }));
  expect(withoutBare(named).map(({ name }) => name)).toEqual(['Thôn Đồng', 'Thôn Đông', 'thon ha']);
});
