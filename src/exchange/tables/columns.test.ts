import { describe, expect, test } from 'vitest';
import { newPersonSchema } from '#/domain/members/record-fields.ts';
import { unitSchema } from '#/domain/units/shapes.ts';
import {
  type CellType,
  choice,
  codeText,
  contentOf,
  digits,
  flag,
  listOf,
  mask,
  oneOf,
  partly,
  text,
  wholeDay,
} from './cell-types.ts';
import { plainHeading } from './columns.ts';
import { detailColumn, memberColumns, otherColumn, schemeColumns } from './member-columns.ts';
import { relatives } from './relatives.ts';
import { unitColumns } from './unit-columns.ts';

const fields = (columns: typeof memberColumns, at: number) => new Set(columns.map(({ path }) => path[at]));

test('every field of a new person and of a new unit has its column, ids apart', () => {
  const ofPerson = fields(
    memberColumns.filter(({ path }) => path[0] === 'person'),
    1,
  );
  const expected = Object.keys(newPersonSchema.shape).filter((field) => field !== 'id' && field !== 'cards');
  expect([...ofPerson].sort()).toEqual(expected.sort());
  expect([...new Set(memberColumns.filter(({ path }) => path[0] === 'cards').map(({ path }) => path[1]))]).toEqual([
    'card-12',
    'card-8',
    'decision-85',
    'badge',
  ]);
  const ofUnit = fields(
    unitColumns.filter(({ path }) => path[0] === 'unit'),
    1,
  );
  expect([...ofUnit].sort()).toEqual(
    Object.keys(unitSchema.shape)
      .filter((field) => field !== 'id')
      .sort(),
  );
});

test.each([
  ['units', unitColumns],
  ['members', memberColumns],
])('on the sheet of %s every heading, in every spelling, means one column', (_kind, columns) => {
  const headings = columns.flatMap(({ heading, also = [] }) => [heading, ...also]).map(plainHeading);
  expect(headings.filter((heading, at) => headings.indexOf(heading) !== at)).toEqual([]);
});

test('numbers and details that the template does not name are found again by their headings', () => {
  for (const column of [...schemeColumns('lms-9'), detailColumn('partyHistory')])
    expect(otherColumn(column.heading)?.path).toEqual(column.path);
  expect(otherColumn('Mục khác: Ngày sinh')).toBeNull();
  expect(otherColumn('Số khác')).toBeNull();
});

test('a heading is known without its star, in any case, with any blanks, composed or not', () => {
  for (const heading of ['họ  VÀ tên', ' Họ và tên *', 'Họ và tên (*)', 'Họ và tên'.normalize('NFD'), 'Họ\nvà tên'])
    expect(plainHeading(heading)).toBe('họ và tên');
});

const read = <V>(type: CellType<V>, cell: Parameters<CellType['read']>[0]): unknown => {
  try {
    return type.read(cell);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a cell', () => {
  test('that is blank or masked is empty; an error of the spreadsheet is one here', () => {
    expect([null, undefined, '', '  ', mask].map(contentOf)).toEqual([null, null, null, null, null]);
    expect(contentOf(' a\u0302n ')).toBe('ân');
    expect(() => contentOf('#REF!')).toThrow(/holds the error #REF!/);
  });

  test('of text keeps zeros, and takes a whole number but nothing that may have been text once', () => {
    expect(read(text, '007')).toBe('007');
    expect(read(text, 12)).toBe('12');
    expect([38.168, true, new Date('2020-01-01'), 1e17].map((cell) => read(text, cell))).toEqual(
      Array(4).fill('cell.not-text'),
    );
    expect(read(codeText, '38.168.053.000.001')).toBe('38.168.053.000.001');
  });

  test('of a number with a fixed length tells when zeros were lost', () => {
    const citizenId = digits([12], true);
    expect(read(citizenId, '001098000001')).toBe('001098000001');
    expect(read(citizenId, 38_098_000_001)).toBe('cell.lost-zeros');
    expect(read(citizenId, 138_098_000_001)).toBe('138098000001');
    expect(read(citizenId, '38098000001')).toBe('cell.digits');
    expect(read(digits([8], false), 1_234_567)).toBe('cell.lost-zeros');
    expect(read(digits([8], false), 'A-1234')).toBe('A-1234');
  });

  test('of a day takes a date of Excel, dd/mm/yyyy, mm/yyyy, yyyy, and our own form; what is not known stays unknown', () => {
    const cases: [string | number | Date, string][] = [
      [new Date('1998-02-03'), '1998-02-03'],
      ['3/2/1998', '1998-02-03'],
      ['03-02-1998', '1998-02-03'],
      ['02/1998', '1998-02'],
      ['2.1998', '1998-02'],
      ['1998', '1998'],
      [1998, '1998'],
      ['1998-02-03', '1998-02-03'],
      ['1998-02', '1998-02'],
    ];
    for (const [cell, day] of cases) expect([cell, read(partly, cell)]).toEqual([cell, day]);
    for (const cell of [
      '31/02/1998',
      '13/1998',
      '1998-02-30',
      'năm 1998',
      '98',
      36_000,
      true,
      new Date(Number.NaN),
      '3/2/98',
    ])
      expect([cell, read(partly, cell)]).toEqual([cell, 'cell.day']);
    expect(read(wholeDay, '02/1998')).toBe('cell.whole-day');
  });

  test('of a day is shown as a date where Excel has it, else as it is read', () => {
    expect(partly.show('1998-02-03')).toEqual(new Date('1998-02-03'));
    expect(['1890-02-03', '1998-02', '1998'].map((day) => partly.show(day))).toEqual(['03/02/1890', '02/1998', '1998']);
  });

  test('of yes or no, and of a list by code or label', () => {
    expect(['Có', 'X', 'x', true, 1, 'không', 0, false].map((cell) => read(flag, cell))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(read(flag, 'có lẽ')).toBe('cell.flag');
    const kinds = choice(
      listOf({ district: { vi: 'Đảng bộ huyện (đến 2025)', en: '' }, cell: { vi: 'Chi bộ', en: '' } }),
    );
    expect(['district', 'đảng bộ huyện', 'CHI BỘ', 'tổ đảng'].map((cell) => read(kinds, cell))).toEqual([
      'district',
      'district',
      'cell',
      'tổ đảng',
    ]);
    expect(read(oneOf(listOf({ cell: { vi: 'Chi bộ', en: '' } })), 'tổ đảng')).toBe('cell.not-listed');
    expect(kinds.show('district')).toBe('Đảng bộ huyện (đến 2025)');
  });

  test('of a family holds several people', () => {
    const family = [
      { relation: 'vợ', name: 'Trần Thị Mẫu', born: '1972', note: 'giáo viên - tiểu học' },
      { relation: 'con', name: 'Nguyễn Mẫu-Con', born: '2001-05-19' },
      { relation: 'bố', name: 'Nguyễn Văn A' },
    ];
    const shown = 'vợ: Trần Thị Mẫu (1972) - giáo viên - tiểu học; con: Nguyễn Mẫu-Con (19/05/2001); bố: Nguyễn Văn A';
    expect(relatives.show(family)).toBe(shown);
    expect(read(relatives, shown)).toEqual(family);
    expect(read(relatives, shown.replaceAll('; ', '\n'))).toEqual(family);
    expect(read(relatives, 'vợ Trần Thị Mẫu')).toBe('cell.relative');
    expect(read(relatives, 'vợ: Trần Thị Mẫu (bảy hai)')).toBe('cell.day');
  });
});
