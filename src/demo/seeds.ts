import type { Demo } from './demo.ts';
import { haiHau } from './hai-hau.ts';
import { mergeByDay } from './merge.ts';

/** The organisations of the five published articles, a register each for the present-day provinces, in the order of loading. */
export const seeds: readonly Demo[] = [
  {
    title: { vi: 'Ninh Bình ngày nay', en: 'Ninh Bình of today' },
    tenant: { code: 'NB', name: 'Đảng bộ tỉnh Ninh Bình' },
    lines: ({ seed } = {}) => mergeByDay(haiHau({ seed })),
    firstFigures: [{ figure: 'members', unit: 'HH', on: '2020-12-31', value: 14_712 }],
  },
];
