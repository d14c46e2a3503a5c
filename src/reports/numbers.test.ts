import { expect, test } from 'vitest';
import { shown, shownDay, shownInstant } from './numbers.ts';
import { textTable } from './text-table.ts';

test('numbers have the dot for thousands and the comma for decimals; what is not known is a dash', () => {
  expect([0, 999, 1000, 14_712, 5_600_000, -1234].map((value) => shown(value))).toEqual([
    '0',
    '999',
    '1.000',
    '14.712',
    '5.600.000',
    '-1.234',
  ]);
  expect([shown(106.25, 2), shown(1234.5, 1), shown(100, 1), shown(null)]).toEqual(['106,25', '1.234,5', '100,0', '–']);
  expect(shownDay('2020-12-01')).toBe('01/12/2020');
  expect(shownInstant('2026-11-23T17:38:12.700000Z')).toBe('00:38 ngày 24/11/2026');
});

test('columns line up, with letters of two code points too', () => {
  const table = textTable(
    ['Tiêu chí', 'Kỳ này'],
    [
      ['Kết nạp'.normalize('NFD'), '7'],
      ['Từ trần', '1.234'],
    ],
  );
  expect(table.normalize('NFC').split('\n')).toEqual([
    'Tiêu chí  Kỳ này',
    '────────────────',
    'Kết nạp        7',
    'Từ trần    1.234',
    '────────────────',
  ]);
});
