import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#/platform/day.ts';
import type { Column } from '../columns.ts';
import { memberColumns } from '../member-columns.ts';
import { readAddress } from './addresses.ts';
import { readChoice } from './choices.ts';
import { readDay, showDay } from './dates.ts';
import { readDigits } from './digits.ts';
import { isDitto, isPlaceholder } from './placeholders.ts';
import { readCell } from './read-cell.ts';

const use = { isBirth: false, opening: '2024-12-31' };
const birth = { ...use, isBirth: true };
const day = (cell: string | number | Date, how = use) => {
  const read = readDay(cell, how);
  return read === null ? null : read.doubt === undefined ? read.day : [read.day, read.doubt];
};

describe('a day', () => {
  test('is sure in every way that people write one, as far as it is known', () => {
    for (const text of [
      '3/2/1990',
      '03.02.1990',
      '3-2-1990',
      ' 3 / 2/1990 ',
      '3 2 1990',
      "'03/02/1990",
      '1990-02-03',
      '1990/2/3',
    ])
      expect(day(text), text).toBe('1990-02-03');
    for (const text of [
      'ngày 3 tháng 2 năm 1990',
      'Sinh ngày 3 tháng 02 năm 1990',
      '03/02/1990.',
      '03/02/1990 00:00:00',
      '03/02-1990',
    ])
      expect(day(text), text).toBe('1990-02-03');
    for (const text of [
      '2/1990',
      '02-1990',
      'tháng 2/1990',
      'Tháng 2 năm 1990',
      '00/02/1990',
      '.../2/1990',
      '?/02/1990',
      '--/2/1990',
    ])
      expect(day(text), text).toBe('1990-02');
    for (const text of ['1990', 'năm 1990', 'Sinh năm 1990', '00/00/1990', '../../1990', '--/--/1990', '0/1990'])
      expect(day(text), text).toBe('1990');
    expect(day(1990)).toBe('1990');
    expect(day(new Date('1990-02-03'))).toBe('1990-02-03');
  });

  test('is asked about where the year is short, the month first, or the day a number', () => {
    expect(day('3/2/90')).toEqual(['1990-02-03', 'cell.day-short']);
    expect(day('3-2-05')).toEqual(['2005-02-03', 'cell.day-short']);
    expect(day('3.2.05', birth)).toEqual(['2005-02-03', 'cell.day-short']);
    expect(day('3.2.10', birth)).toEqual(['1910-02-03', 'cell.day-short']);
    expect(day('02/13/1990')).toEqual(['1990-02-13', 'cell.day-swapped']);
    expect(day('03021990')).toEqual(['1990-02-03', 'cell.day-number']);
    expect(day(3_021_990)).toEqual(['1990-02-03', 'cell.day-number']);
    expect(day('19900203')).toEqual(['1990-02-03', 'cell.day-number']);
    expect(day(32_907)).toEqual(['1990-02-03', 'cell.day-number']);
    expect(day(5.199)).toEqual(['1990-05', 'cell.day-number']);
    expect(day('O3/02/199O')).toEqual(['1990-02-03', 'cell.day-letters']);
  });

  test('is none where it does not exist or is something else', () => {
    for (const text of [
      '31/02/1990',
      '29/02/1961',
      '13/13/1990',
      '1/1/90210',
      '12/12',
      'chưa rõ',
      '3/2/1790',
      '5/0/1990',
      '',
    ])
      expect(day(text), text).toBeNull();
    expect(day(new Date(Number.NaN))).toBeNull();
    expect(day(123)).toBeNull();
  });

  test('for every day, as people write it, is that day', () => {
    const days = fc.integer({ min: 0, max: 73_000 }).map((count) => addDays('1900-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom('/', '.', '-', ' / ', ' '), fc.boolean(), (on, mark, isPadded) => {
        const parts = on.split('-').toReversed();
        expect(day(parts.map((part) => (isPadded ? part : String(Number(part)))).join(mark))).toBe(on);
        expect(day(showDay(on))).toBe(on);
      }),
    );
  });
});

describe('a number on paper', () => {
  const number = (target: string, cell: string | number) => {
    const { value, found } = readDigits(target, cell);
    return [value, ...found.map(({ code, repair }) => (repair === undefined ? code : `${code} → ${repair.value}`))];
  };

  test('keeps its zeros; those that Excel dropped are proposed, never put in', () => {
    expect(number('person.citizenId', '036067001000')).toEqual(['036067001000']);
    expect(number('person.citizenId', '036 067 001 000')).toEqual(['036067001000']);
    expect(number('person.citizenId', 36_067_001_000)).toEqual([null, 'cell.lost-zeros → 036067001000']);
    expect(number('person.citizenId', 1_067_001_000)).toEqual([null, 'cell.lost-zeros → 001067001000']);
    expect(number('person.phone', 912_345_678)).toEqual([null, 'cell.lost-zeros → 0912345678']);
    expect(number('person.phone', '0912.345.678')).toEqual(['0912345678']);
    expect(number('cards.card-8.number', 1_234_567)).toEqual([null, 'cell.lost-zeros → 01234567']);
    expect(number('cards.card-12.number', '11001000003')).toEqual([null, 'cell.lost-zeros → 011001000003']);
    expect(number('person.oldIdentityNumber', 12_345_678)).toEqual([null, 'cell.lost-zeros → 012345678']);
  });

  test('that cannot be one is refused, or recorded as written where the register takes it', () => {
    expect(number('person.citizenId', '12345')).toEqual([null, 'cell.digits']);
    expect(number('person.citizenId', '9.6067E+10')).toEqual([null, 'cell.scientific']);
    expect(number('person.phone', '0912345678; 0987654321')).toEqual(['0912345678; 0987654321']);
    expect(number('person.phone', '12345')).toEqual(['12345', 'cell.digits-odd']);
  });
});

describe('an address in one text', () => {
  test.each([
    ['thôn A, xã B, huyện C, tỉnh D', { detail: 'thôn A, huyện C', commune: 'xã B', province: 'tỉnh D' }],
    ['Thôn A, xã B, tỉnh D', { detail: 'Thôn A', commune: 'xã B', province: 'tỉnh D' }],
    [
      'số 5 phố X; phường Y; quận Z; TP Hà Nội',
      { detail: 'số 5 phố X, quận Z', commune: 'phường Y', province: 'TP Hà Nội' },
    ],
    ['An Lạc, Hải Hậu, Nam Định', { detail: 'Hải Hậu', commune: 'An Lạc', province: 'Nam Định' }],
    ['xã An Lạc - huyện Hải Hậu - Nam Định', { detail: 'huyện Hải Hậu', commune: 'xã An Lạc', province: 'Nam Định' }],
    ['X. An Lạc, H. Hải Hậu, T. Nam Định', { detail: 'H. Hải Hậu', commune: 'X. An Lạc', province: 'T. Nam Định' }],
    ['phường A, thành phố B, tỉnh C', { detail: 'thành phố B', commune: 'phường A', province: 'tỉnh C' }],
    ['Hải Hậu, Nam Định', { detail: 'Hải Hậu', province: 'Nam Định' }],
    ['Nam Định', { province: 'Nam Định' }],
    ['xóm 5', { detail: 'xóm 5' }],
    ['xã B, tỉnh D, Việt Nam', { commune: 'xã B', province: 'tỉnh D', country: 'Việt Nam' }],
    ['Hoà Bình', { province: 'Hoà Bình' }],
    ['Thị trấn Yên Định, Hải Hậu', { detail: 'Hải Hậu', commune: 'Thị trấn Yên Định' }],
  ])('%s', (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });

  test('for every address, each part of it is somewhere, as it was written', () => {
    const part = fc.constantFrom(
      'thôn 1',
      'xóm Đông',
      'xã A',
      'phường B',
      'huyện C',
      'quận 1',
      'tỉnh D',
      'TP Huế',
      'An Mẫu',
      'Nam Định',
      'Việt Nam',
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 7 }),
        fc.constantFrom(', ', '; ', ' ,', ' - '),
        (parts, mark) => {
          const kept = Object.values(readAddress(parts.join(mark))).flatMap((text) => text.split(', '));
          expect(kept.toSorted()).toEqual(parts.toSorted());
        },
      ),
    );
  });
});

describe('a value of a list', () => {
  const choice = (target: string, text: string) => {
    const { code, found } = readChoice(target, text);
    return code ?? found.map(({ repair }) => repair?.value ?? null)[0];
  };

  test('is known in the spellings of its column', () => {
    for (const text of ['Kinh', 'kinh', 'KINH']) expect(choice('person.ethnicity', text)).toBe('kinh');
    for (const text of ['ĐH', 'Đại học', 'Cử nhân', 'kỹ sư', 'D.Học'])
      expect(choice('person.qualification', text), text).toBe('university');
    for (const text of ['Thạc sĩ', 'Thạc sỹ', 'ThS', 'Th.S'])
      expect(choice('person.qualification', text), text).toBe('master');
    for (const text of ['12/12', 'THPT', 'cấp 3', '10/10'])
      expect(choice('person.generalEducation', text), text).toBe('upper-secondary');
    expect(['CC', 'cao cấp', 'Cử nhân'].map((text) => choice('person.theoryLevel', text))).toEqual([
      'advanced',
      'advanced',
      'advanced',
    ]);
    expect(['ĐVCT', 'Dự bị', 'ĐV dự bị'].map((text) => choice('status', text))).toEqual([
      'official',
      'probationary',
      'probationary',
    ]);
  });

  test('near one is proposed; between two, or far from all, nothing is', () => {
    expect(choice('person.ethnicity', 'Mương')).toBe('Mường');
    expect(choice('person.ethnicity', 'Kihn')).toBe('Kinh');
    expect(choice('person.qualification', 'Đại hoc')).toBe('university');
    expect(choice('person.qualification', 'Trug cấp')).toBe('Trung cấp');
    expect(choice('person.qualification', 'Y tá')).toBeNull();
    expect(choice('person.generalEducation', '11/12')).toBeNull();
  });
});

test('signs for nothing and signs for "as above" are told apart', () => {
  for (const text of ['-', '--', '…', '.', 'không rõ', 'Chưa rõ', 'chưa có'])
    expect(isPlaceholder(text, false), text).toBe(true);
  expect(isPlaceholder('Không', false)).toBe(true);
  expect(isPlaceholder('Không', true)).toBe(false);
  for (const text of ['nt', 'NT', '//', '-//-', '"', '″', 'như trên', '-nt-']) expect(isDitto(text), text).toBe(true);
  for (const text of ['Kinh', 'x', '1', '/']) expect(isDitto(text), text).toBe(false);
});

test('"retired" in the column of occupations is the standing of Form 3, not an occupation; what else it says is kept', () => {
  const path = ['person', 'occupation'];
  const column = memberColumns.find((one) => one.path.join('.') === 'person.occupation') as Column;
  const read = (cell: string) =>
    readCell(cell, { target: 'person.occupation', column, opening: undefined, isTemplate: false, above: null }).puts;
  const isRetired = [['person', 'retired'], true];
  for (const cell of ['Hưu trí', 'nghỉ hưu', 'Đã nghỉ hưu', 'Hưu', 'Cán bộ hưu trí', 'CB hưu', 'Nghỉ công tác'])
    expect(read(cell), cell).toEqual([isRetired]);
  expect(read('Giáo viên nghỉ hưu')).toEqual([
    isRetired,
    [['person', 'details', 'occupationAsWritten'], 'Giáo viên nghỉ hưu'],
  ]);
  for (const cell of ['Công nhân nhà máy Hữu Nghị', 'Làm nông', 'Thợ huỳnh quang'])
    expect(
      read(cell).map(([at]) => at),
      cell,
    ).not.toContainEqual(['person', 'retired']);
  expect(read('Nông dân')).toEqual([[path, 'farmer']]);
  const kept = (text: string) => [['person', 'details', 'occupationAsWritten'], text];
  expect(read('Cán bộ phường')).toEqual([[path, 'commune-cadre'], kept('Cán bộ phường')]);
  expect(read('Tổ trưởng tổ dân phố')).toEqual([[path, 'village-official'], kept('Tổ trưởng tổ dân phố')]);
  expect(read('Buôn bán')).toEqual([[path, 'other'], kept('Buôn bán')]);
  expect(read('Công chức')).toEqual([kept('Công chức')]);
});
