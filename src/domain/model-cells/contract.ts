import type { Bilingual } from '#/kernel/journal/kind.ts';

/** What an organisation may be recognised as. */
export const titleLabels = {
  'model-cell': { vi: 'Chi bộ kiểu mẫu', en: 'Model cell' },
  'four-good-cell': { vi: 'Chi bộ bốn tốt', en: 'Four-good cell' },
  'four-good-body': { vi: 'Đảng bộ cơ sở bốn tốt', en: 'Four-good grassroots body' },
} as const satisfies Record<string, Bilingual>;

export type Title = keyof typeof titleLabels;

export const titles = Object.keys(titleLabels) as [Title, ...Title[]];
