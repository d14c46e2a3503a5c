import { texts } from '../i18n/texts.ts';

export const useUiText = texts('ui', {
  vi: {
    loading: 'Đang tải…',
    retry: 'Thử lại',
    close: 'Đóng',
    networkGone: 'Mất kết nối với máy chủ',
    networkGoneWhat:
      'Không gửi được yêu cầu. Kiểm tra xem máy chủ Sổ Tay còn chạy không, rồi thử lại; những gì đang xem vẫn còn đó.',
    forbidden: 'Không có quyền xem',
    wrong: 'Không làm được',
    place: 'Ở đâu',
    rule: 'Căn cứ',
    requestId: 'Mã yêu cầu',
    rows: '{{from}}–{{to}} trong {{total}} dòng',
    ofPages: 'Trang {{page}} / {{pages}}',
    previous: 'Trang trước',
    next: 'Trang sau',
    pages: 'Chuyển trang',
    noMatch: 'Không có dòng nào khớp',
    typeToFind: 'Gõ để tìm, không cần dấu',
  },
  en: {
    loading: 'Loading…',
    retry: 'Try again',
    close: 'Close',
    networkGone: 'The server cannot be reached',
    networkGoneWhat:
      'The request was not sent. See whether the Sổ Tay server still runs, then try again; what is on the screen stays.',
    forbidden: 'You may not see this',
    wrong: 'This could not be done',
    place: 'Where',
    rule: 'Rule',
    requestId: 'Request',
    rows: '{{from}}–{{to}} of {{total}} rows',
    ofPages: 'Page {{page}} / {{pages}}',
    previous: 'Previous page',
    next: 'Next page',
    pages: 'Pages',
    noMatch: 'No row matches',
    typeToFind: 'Type to find; accents may be left out',
  },
});
