import { texts } from '#/platform/i18n/texts.ts';

export const useRegisterText = texts('register-7', {
  vi: {
    title: 'Sổ danh sách đảng viên (7-HSĐV)',
    tab: 'Sổ 7-HSĐV',
    download: 'Tải Excel',
    downloading: 'Đang viết tệp…',
    print: 'In',
    until: 'Đến ngày {{day}}',
    count: '{{count}} đảng viên',
    empty: 'Ngày này đơn vị không có đảng viên nào trong danh sách.',
    sign: '(Ký, ghi rõ họ tên)',
    masked: 'Giá trị mật được che bằng dấu chấm; danh sách có giá trị ghi rõ chỉ lấy bằng lệnh, kèm lý do.',
    instrument: 'Theo mẫu của {{instrument}}',
  },
  en: {
    title: 'Register of members (7-HSĐV)',
    tab: 'Register 7-HSĐV',
    download: 'Download Excel',
    downloading: 'The file is being written…',
    print: 'Print',
    until: 'As of {{day}}',
    count: '{{count}} members',
    empty: 'On this day nobody stands on the list of the unit.',
    sign: '(signature, full name)',
    masked: 'Sensitive values are masked; a list with plain values is taken by the command line only, with a reason.',
    instrument: 'In the form of {{instrument}}',
  },
});
