import type { Bilingual } from '#/kernel/journal/kind.ts';

/** How a case of strengthening ends. */
export const outcomeLabels = {
  strengthened: { vi: 'đã được củng cố', en: 'strengthened' },
  dissolved: { vi: 'giải thể', en: 'dissolved' },
  'continued-elsewhere': { vi: 'tiếp tục ở tổ chức đảng khác', en: 'continued elsewhere' },
  other: { vi: 'kết quả khác', en: 'other' },
} as const satisfies Record<string, Bilingual>;

export const outcomes = Object.keys(outcomeLabels) as [keyof typeof outcomeLabels, ...(keyof typeof outcomeLabels)[]];
