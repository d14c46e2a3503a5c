import { texts } from '#/platform/i18n/texts.ts';

export const useFiguresText = texts('figures', {
  vi: {
    title: 'Số liệu',
    search: 'Tìm trong danh mục, không cần dấu',
    count: '{{count}} số liệu',
  },
  en: {
    title: 'Figures',
    search: 'Search the catalogue; accents may be left out',
    count: '{{count}} figures',
  },
});
