import { texts } from '#/platform/i18n/texts.ts';

export const useExportText = texts('export', {
  vi: {
    export: 'Xuất Excel',
    exportWhat: 'Cả danh sách này, với các cột đang xem',
    label: 'Xuất danh sách ra Excel',
    running: 'Đang xuất ra Excel: danh sách {{unit}}, ngày {{day}}',
    counting: 'đang đếm…',
    done: 'Đã xuất ra Excel: {{count}} đồng chí, danh sách {{unit}}, ngày {{day}}',
    download: 'Tải tệp về',
    failed: 'Không xuất được danh sách {{unit}}, ngày {{day}}. Hãy thử lại; nếu vẫn vậy, xem nhật ký của máy chủ.',
    cancel: 'Thôi xuất',
    close: 'Đóng',
  },
  en: {
    export: 'Export Excel',
    exportWhat: 'All of this list, with the columns shown',
    label: 'Export of a list as Excel',
    running: 'Exporting as Excel: the list of {{unit}}, {{day}}',
    counting: 'counting…',
    done: 'Exported as Excel: {{count}} members, the list of {{unit}}, {{day}}',
    download: 'Download the file',
    failed:
      'The list of {{unit}}, {{day}}, could not be exported. Try again; if it stays so, the server’s log says why.',
    cancel: 'Stop',
    close: 'Close',
  },
});
