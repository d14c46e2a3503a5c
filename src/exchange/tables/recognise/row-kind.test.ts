import { expect, test } from 'vitest';
import { rowKind } from './row-kind.ts';

const nameAt = [1];

/** A row by its cells from the first column on; every filled column but the ordinal is one of a member. */
function kindOf(cells: string[], { isFoot = false, facts = cells.slice(1).filter(Boolean).length } = {}) {
  const told = cells.map((text, at) => ({ at, text })).filter(({ text }) => text !== '');
  return rowKind(told, nameAt, isFoot, facts);
}

test.each([
  ['1', 'Tống Thị Bình', '1975'],
  ['2', 'Tòng Văn Ón', '1975', '1/1/2000', '1/1/2001'],
  ['', 'Công Văn Dũng', '1975'],
  ['3', 'TONG VAN SAU', '1975'],
  ['4', 'Lưu Văn An', '1970'],
  ['', 'Lưu Thị Thư', '1970'],
  ['5', 'Lê Văn Chính', 'Bí thư'],
])('a member is no total and no foot, whatever the family or the post: %s %s', (...cells) => {
  expect(kindOf(cells)).toBeNull();
});

test('a numbered member after a foot goes on with the list', () => {
  expect(kindOf(['6', 'Trần Văn Em', '1981'], { isFoot: true })).toBeNull();
  expect(kindOf(['', 'Trần Văn Em'], { isFoot: true })?.kind).toBe('foot');
});

test.each([
  ['', 'Tổng cộng', '57'],
  ['', 'TỔNG SỐ: 57 đồng chí'],
  ['', 'Cộng', '12', '3'],
  ['', 'Cộng chi bộ 1', '12'],
  ['', 'Cong', '12'],
  ['', 'TONG CONG', '12'],
])('a total is one: %s%s', (...cells) => expect(kindOf(cells)?.kind).toBe('total'));

test.each([
  ['', 'Lưu: VT'],
  ['', 'Lưu VT, VP'],
  ['', 'NGƯỜI LẬP', 'BÍ THƯ'],
  ['', 'Nơi nhận'],
])('a foot is one: %s%s %s', (...cells) => expect(kindOf(cells)).toMatchObject({ kind: 'foot' }));

test('what is taken for a foot and might be a member is told', () => {
  expect(kindOf(['', 'Nguyễn Văn An', 'Bí thư'])).toMatchObject({ kind: 'foot', isDoubtful: true });
});
