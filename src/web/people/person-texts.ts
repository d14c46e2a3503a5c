import { texts } from '#/platform/i18n/texts.ts';

export const usePersonText = texts('person-field', {
  vi: {
    none: 'Chọn người',
    search: 'Tìm theo họ tên (không cần dấu), mã, số thẻ',
    found: '{{count}} người',
    foundMany: '{{count}} người đầu tiên; gõ thêm để thu hẹp',
    foundNone: 'Không có ai khớp trong sổ',
    looking: 'Đang tìm…',
    failed: 'Không tìm được: mất kết nối với máy chủ',
    results: 'Kết quả tìm',
    born: 'sinh {{day}}',
    official: 'chính thức',
    probationary: 'dự bị',
    noMember: 'ngày này không sinh hoạt trong sổ',
  },
  en: {
    none: 'Choose a person',
    search: 'Search by name (accents may be left out), code or card',
    found: '{{count}} people',
    foundMany: 'The first {{count}}; type more to narrow down',
    foundNone: 'Nobody in the register matches',
    looking: 'Searching…',
    failed: 'The search did not reach the server',
    results: 'Found',
    born: 'born {{day}}',
    official: 'official',
    probationary: 'probationary',
    noMember: 'no member on this day',
  },
});
