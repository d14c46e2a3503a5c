import { texts } from '#/platform/i18n/texts.ts';

export const useYearsText = texts('unit-years', {
  vi: {
    table: 'Bảng số liệu qua các năm',
    figure: 'Số liệu',
    partial: '* năm chưa hết, hoặc sổ mở trong năm: chỉ tính phần đã qua hoặc đã ghi.',
    none: 'Sổ chưa có số liệu của năm nào trước ngày này.',
    add: 'Thêm số liệu',
    addWhich: 'Thêm một số liệu của danh mục',
    counts: 'Số lượng',
    ratios: 'Tỷ lệ',
    remove: 'Bỏ {{name}}',
    year: 'Năm',
    value: 'Giá trị',
    toDay: 'đến {{day}}',
  },
  en: {
    table: 'The figures over the years',
    figure: 'Figure',
    partial: '* the year is not over, or the register opened in it: what has passed or was recorded.',
    none: 'The register knows of no year before this day.',
    add: 'Add a figure',
    addWhich: 'Add a figure of the catalogue',
    counts: 'Counts',
    ratios: 'Shares',
    remove: 'Remove {{name}}',
    year: 'Year',
    value: 'Value',
    toDay: 'to {{day}}',
  },
});
