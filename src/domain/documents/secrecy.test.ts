import { describe, expect, test } from 'vitest';
import { markAmong, markIn } from './secrecy.ts';

const marks = ['Mật', 'Tối mật', 'Tuyệt mật'];

describe('a secrecy mark', () => {
  test.each([
    ['12-NQ/HU', null],
    ['12-QĐ/TU-MẬT', 'Mật'],
    ['12-BC/ĐU (Tối mật)', 'Tối mật'],
    ['05-KH/TU TUYET MAT', 'Tuyet mat'],
    ['05-KH/TU.Mật', 'Mật'],
    ['Mật', 'Mật'],
    ['Quyết định (độ mật: Tuyệt mật)', 'Tuyệt mật'],
    ['Kế hoạch mật', 'Mật'],
    ['Báo cáo bí mật', null],
    ['Chương trình của Mặt trận', null],
    ['12-KH/MTTQ', null],
  ])('in a number or type is the word alone: %s', (text, mark) => {
    expect(markIn(text, marks)).toBe(mark);
    expect(markIn(text.normalize('NFD'), marks)).toBe(mark);
  });

  test.each([
    ['Về công tác bảo vệ bí mật nhà nước', null],
    ['Về danh mục bí mật nhà nước độ Tuyệt mật, Tối mật của Đảng', null],
    ['VỀ CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC', null],
    ['Về thân mật gặp mặt, tăng cường bảo mật', null],
    ['MẬT - Về nhân sự', 'Mật'],
    ['Về nhân sự (Tối mật)', 'Tối mật'],
    ['Về nhân sự, TUYỆT MẬT', 'Tuyệt mật'],
    ['Về nhân sự MẬT của đơn vị', 'Mật'],
    ['Độ mật: Mật', 'Mật'],
  ])('in an abstract stands apart, or in capitals: %s', (text, mark) => {
    expect(markAmong(text, marks)).toBe(mark);
  });
});
