import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, penFor, percentOf, targetOf } from '#test/annual.ts';
import { attained } from './attain.ts';
import { change, changes } from './change.ts';
import { counted, row, share, some } from './pen.ts';

const pen = penFor();
const changed = (value: number, previous: number | null, time: 'stock' | 'flow' = 'flow') =>
  change(pen, countOf(value, previous, { time }), 'đảng viên')?.text ?? null;

test('a count is compared with the year before: more, fewer, as many, none then, none now', () => {
  expect(changed(1_701, 1_581)).toBe('tăng 120 đảng viên (7,6%) so với năm 2019');
  expect(changed(1_581, 1_701)).toBe('giảm 120 đảng viên (7,1%) so với năm 2019');
  expect(changed(5, 5)).toBe('bằng năm 2019');
  expect(changed(92, 92, 'stock')).toBe('không thay đổi so với năm 2019');
  expect(changed(5, 0)).toBe('tăng 5 đảng viên so với năm 2019 (năm 2019 không có)');
  expect(changed(0, 4)).toBe('giảm 4 đảng viên (100%) so với năm 2019');
  expect(changed(20_001, 20_000)).toBe('tăng 1 đảng viên so với năm 2019');
});

test('work that may have been done unrecorded is not said to have begun, or ended, with what is recorded', () => {
  const meetings = { figure: 'meetings-held' };
  expect(change(pen, countOf(1_648, 0, meetings), 'kỳ')).toBeNull();
  expect(change(pen, countOf(0, 144, meetings), 'kỳ')).toBeNull();
  expect(change(pen, countOf(12, 10, meetings), 'kỳ')?.text).toBe('tăng 2 kỳ (20%) so với năm 2019');
});

test('of what is not known of the year before, and of nothing in both years, nothing is said', () => {
  expect([changed(5, null), changed(0, 0)]).toEqual([null, null]);
});

test('two counts are compared in one breath, unless one of them needs words of its own', () => {
  const both = (units: [number, number | null], members: [number, number | null]) =>
    changes(pen, [
      [countOf(...units), 'lượt tổ chức đảng'],
      [countOf(...members), 'lượt đảng viên'],
    ])?.text ?? null;
  expect(both([105, 100], [90, 100])).toBe(
    'tăng 5 lượt tổ chức đảng (5%), giảm 10 lượt đảng viên (10%) so với năm 2019',
  );
  expect(both([5, 0], [90, 100])).toBe(
    'tăng 5 lượt tổ chức đảng so với năm 2019 (năm 2019 không có), giảm 10 lượt đảng viên (10%) so với năm 2019',
  );
  expect(both([5, null], [90, 100])).toBe('giảm 10 lượt đảng viên (10%) so với năm 2019');
  expect(both([0, 0], [7, null])).toBeNull();
});

test('percentages are compared in percentage points, as they are printed', () => {
  const points = (value: number, before: number | null) =>
    change(pen, percentOf(1, 1, value, before), '')?.text ?? null;
  expect(points(93, 91.8)).toBe('tăng 1,2 điểm phần trăm so với năm 2019');
  expect(points(90.1, 92.1)).toBe('giảm 2 điểm phần trăm so với năm 2019');
  expect(points(92.2, 92.2)).toBe('bằng năm 2019');
  expect(points(92.2, null)).toBeNull();
});

test('for every two counts: what is said of the change leads from the one to the other', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (value, previous) => {
      const said = changed(value, previous);
      const moved = /^(tăng|giảm) ([\d.]+) /.exec(said ?? '');
      if (moved === null) expect(value).toBe(previous);
      else {
        const amount = Number((moved[2] as string).replaceAll('.', ''));
        expect(previous + (moved[1] === 'tăng' ? amount : -amount)).toBe(value);
      }
    }),
  );
});

const result = (value: number, target = targetOf(1_600)) =>
  attained(pen, countOf(value, null, { target }), 'đảng viên')?.text;

test('a count against its target: passed, reached, missed, and missed by a hair', () => {
  expect(result(1_701)).toBe('đạt 106,3% chỉ tiêu (1.600 đảng viên), vượt kế hoạch năm');
  expect(result(1_600)).toBe('đạt 100% chỉ tiêu (1.600 đảng viên)');
  expect(result(1_400)).toBe('đạt 87,5% chỉ tiêu (1.600 đảng viên), chưa hoàn thành kế hoạch năm');
  expect(result(9_999, targetOf(10_000))).toBe('đạt 99,9% chỉ tiêu (10.000 đảng viên), chưa hoàn thành kế hoạch năm');
  expect(result(125, targetOf(120, { atLeast: true }))).toBe(
    'đạt 104,2% chỉ tiêu (từ 120 đảng viên trở lên), vượt kế hoạch năm',
  );
  expect(result(0, targetOf(5))).toBe('đạt 0% chỉ tiêu (5 đảng viên), chưa hoàn thành kế hoạch năm');
});

test('before the time of a target is over no verdict is passed', () => {
  const half = penFor({ to: '2020-06-30' });
  const value = countOf(58, null, { target: targetOf(120) });
  expect(attained(half, value, 'đảng viên')?.text).toBe('đạt 48,3% chỉ tiêu cả năm (120 đảng viên)');
});

test('a percentage against its target is told in points, judged before it was rounded', () => {
  const ninety = targetOf(90, { measure: 'percent', atLeast: true });
  const said = (part: number, whole: number, value: number) =>
    attained(pen, { ...percentOf(part, whole, value), target: ninety }, '')?.text;
  expect(said(933, 1000, 93.3)).toBe('vượt chỉ tiêu 3,3 điểm phần trăm (chỉ tiêu từ 90% trở lên)');
  expect(said(90, 100, 90)).toBe('đạt chỉ tiêu (từ 90% trở lên)');
  expect(said(88, 100, 88)).toBe('thấp hơn chỉ tiêu 2 điểm phần trăm (chỉ tiêu từ 90% trở lên)');
  expect(said(89_960, 100_000, 90)).toBe('chưa đạt chỉ tiêu (từ 90% trở lên)');
});

const levels = (counts: number[]) =>
  counts.map((count, i) => ({
    value: countOf(count, null, { key: `l${i}` }),
    words: `mức ${String.fromCharCode(97 + i)}`,
  }));

test('a row of levels reaches 100 by the usual method; by another the report says what it adds up to', () => {
  const said = row(pen, levels([14, 69, 7, 0]), 'tổ chức', 'xếp loại')?.text;
  expect(said).toBe('14 tổ chức mức a, bằng 15,6%; 69 tổ chức mức b, bằng 76,6%; 7 tổ chức mức c, bằng 7,8%');
  expect([...pen.remarks]).toEqual([]);
  const remarks = (rounding: 'half-up' | 'truncated' | 'largest-remainder') => {
    const other = penFor({ rounding });
    row(other, levels([14, 69, 7, 0]), 'tổ chức', 'xếp loại');
    return [...other.remarks];
  };
  expect(remarks('half-up')).toEqual(['Các tỷ lệ xếp loại cộng lại bằng 100,1% do cách làm tròn.']);
  expect(remarks('truncated')).toEqual(['Các tỷ lệ xếp loại cộng lại bằng 99,8% do cách làm tròn.']);
  expect(remarks('largest-remainder')).toEqual([]);
});

test('for every row, method and decimals: either the printed shares add up to 100, or the report says to what', () => {
  const methods = ['half-up', 'truncated', 'half-up-residual-largest', 'largest-remainder'] as const;
  const counts = fc.array(fc.nat(5_000), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.constantFrom(...methods), fc.integer({ min: 0, max: 3 }), (of, rounding, decimals) => {
      const own = penFor({ rounding, decimals });
      const values = levels(of);
      const said = row(own, values, 'tổ chức', 'này');
      if (of.every((count) => count === 0)) return expect(said).toBeNull();
      const scale = 10 ** decimals;
      const sum = values.reduce((total, { value }) => total + Math.round((value.share ?? 0) * scale), 0) / scale;
      const told = [...own.remarks].map((remark) => Number(/bằng ([\d,]+)%/.exec(remark)?.[1]?.replace(',', '.')));
      expect(told).toEqual(sum === 100 ? [] : [sum]);
      if (rounding === 'half-up-residual-largest' || rounding === 'largest-remainder') expect(sum).toBe(100);
    }),
  );
});

test('a target of a whole term is no verdict on a part of it', () => {
  const all = targetOf(100, { measure: 'percent', period: { from: '2020-01-01', to: '2025-12-31' } });
  const figure = 'units-inspected-or-supervised-in-term';
  const said = (part: number) => attained(pen, { ...percentOf(part, 100, part), figure, target: all }, '')?.text;
  expect(said(73)).toBe('chỉ tiêu cả nhiệm kỳ là 100%');
  expect(said(100)).toBe('đạt chỉ tiêu (100%)');
});

test('a level that rounds to nothing is counted, and not said to be 0%', () => {
  const own = penFor({ decimals: 0 });
  expect(row(own, levels([4_288, 6]), 'đảng viên', 'này')?.text).toBe(
    '4.288 đảng viên mức a, bằng 100%; 6 đảng viên mức b',
  );
});

test('one figure may be cut in its own way', () => {
  const own = penFor({ ofFigures: { admissions: { decimals: 2, method: 'truncated' } } });
  expect(row(own, levels([14, 69, 7]), 'tổ chức', 'này')?.text).toContain('69 tổ chức mức b, bằng 76,66%');
  expect([...own.remarks]).toEqual(['Các tỷ lệ này cộng lại bằng 99,98% do cách làm tròn.']);
});

test('what was reported without names is told apart', () => {
  expect(counted(pen, countOf(120, null, { declared: 20 }), 'đảng viên').text).toBe(
    '120 đảng viên (gồm 100 có tên trong sổ và 20 theo số liệu đơn vị báo cáo, không mở được danh sách)',
  );
  expect(counted(pen, countOf(20, null, { declared: 20 }), 'đảng viên').text).toBe('20 đảng viên (*)');
});

test('enumerations leave out what there is none of, and what is not known', () => {
  expect(some(pen, countOf(0), 'cờ')).toBeNull();
  expect(share(countOf(3), countOf(0))).toBeNull();
  expect(share(countOf(1), countOf(4_374))).toBeNull();
});
