import { texts } from '#/platform/i18n/texts.ts';

export const useChartText = texts('form-chart', {
  vi: {
    chart: 'Biểu đồ',
    group: 'Nhóm dòng',
    main: 'Các dòng lớn',
    nothing: 'Các dòng này đều bằng 0 ở cả hai bên.',
    left: '{{count}} dòng bằng 0 ở cả hai bên, không vẽ; xem ở bảng.',
  },
  en: {
    chart: 'Chart',
    group: 'Rows drawn',
    main: 'Main rows',
    nothing: 'All of these rows are 0 on both sides.',
    left: '{{count}} rows are 0 on both sides and not drawn; the table has them.',
  },
});
