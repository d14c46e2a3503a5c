import { expect, test } from 'vitest';
import { matching } from './match-line.ts';
import { readPaste } from './read-paste.ts';
import type { Candidate } from './rows.ts';

test('columns are known by their headings, in whatever order, those of the kind too', () => {
  const text =
    'STT\tChi bộ\tHọ và tên\tNgày sinh\tMức xếp loại\n1\tChi bộ 2\tNguyễn  Văn Mẫu\t19/5/1990\thoàn thành tốt\n\n2\t\tTrần Thị Ví Dụ\t1985\t';
  expect(readPaste(text, [{ field: 'level', titles: ['Mức xếp loại'] }])).toEqual([
    {
      line: 2,
      text: '1 · Chi bộ 2 · Nguyễn  Văn Mẫu · 19/5/1990 · hoàn thành tốt',
      name: 'Nguyễn Văn Mẫu',
      born: '1990-05-19',
      code: null,
      cell: 'Chi bộ 2',
      own: { level: 'hoàn thành tốt' },
    },
    expect.objectContaining({ line: 4, name: 'Trần Thị Ví Dụ', born: '1985', cell: null, own: {} }),
  ]);
});

test('without headings columns are known by what stands in them', () => {
  expect(readPaste('1\tLê Văn Thử\t05/1978\tP3\tChi bộ thôn Hai')).toMatchObject([
    { line: 1, name: 'Lê Văn Thử', born: '1978-05', code: 'P3', cell: 'Chi bộ thôn Hai' },
  ]);
  expect(readPaste('Lê Văn Thử\nPhạm Thị Mới;1990').map(({ name, born }) => [name, born])).toEqual([
    ['Lê Văn Thử', null],
    ['Phạm Thị Mới', '1990'],
  ]);
});

test('in a list of units the name, the code and the superior are known; a name is no heading', () => {
  expect(readPaste('Tên tổ chức\tCấp trên\nChi bộ thôn Một\tĐảng bộ xã M', [], 'unit')).toMatchObject([
    { line: 2, name: 'Chi bộ thôn Một', cell: 'Đảng bộ xã M', code: null },
  ]);
  expect(readPaste('Chi bộ thôn Một\nA.H.01.2', [], 'unit')).toMatchObject([
    { line: 1, name: 'Chi bộ thôn Một' },
    { line: 2, code: 'A.H.01.2', name: '' },
  ]);
});

const person = (name: string, born: string | null, cell: string, code: string | null = null): Candidate => ({
  key: `${name} ${born} ${cell}`,
  code,
  name,
  born,
  unit: { code: cell, name: `Chi bộ ${cell}` },
  status: 'official',
});
const line = (more: object) => ({
  line: 1,
  text: '',
  name: 'Nguyen Van Mau',
  born: null,
  code: null,
  cell: null,
  own: {},
  ...more,
});

test('namesakes are told apart by birth, cell, code; a birth that differs is somebody else', () => {
  const found = [person('Nguyễn Văn Mẫu', '1990-05-19', '1', 'P1'), person('Nguyễn Văn Mậu', '1971', '2', 'P2')];
  expect(matching(line({}), found)).toHaveLength(2);
  expect(matching(line({ born: '1990' }), found)).toEqual([found[0]]);
  expect(matching(line({ born: '1971-02-03' }), found)).toEqual([found[1]]);
  expect(matching(line({ cell: 'chi bo 2' }), found)).toEqual([found[1]]);
  expect(matching(line({ code: 'p2' }), found)).toEqual([found[1]]);
  expect(matching(line({ name: 'Nguyễn Văn Mậu' }), found)).toEqual([found[1]]);
  expect(matching(line({ born: '1999' }), found)).toEqual([]);
  expect(matching(line({ name: 'Người Khác' }), found)).toEqual([]);
});
