import { expect, test } from 'vitest';
import { MOST, matching } from './found.ts';

test('every word has to be there, accents or not; what begins with it goes first', () => {
  const all = ['Báo cáo năm', 'Đảng viên theo cơ cấu', 'Cơ cấu đảng viên'];
  const found = (typed: string) => matching(all, typed, (one) => one);
  expect(found('co cau')).toEqual(['Cơ cấu đảng viên', 'Đảng viên theo cơ cấu']);
  expect(found('ĐẢNG cấu theo')).toEqual(['Đảng viên theo cơ cấu']);
  expect(found('  ')).toEqual([]);
  expect(matching(Array(20).fill('a'), 'a', (one) => one)).toHaveLength(MOST);
});
