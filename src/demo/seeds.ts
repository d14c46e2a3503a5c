import type { Demo } from './demo.ts';
import { haiHau } from './hai-hau.ts';
import { mergeByDay } from './merge.ts';
import { ninhBinh } from './ninh-binh.ts';
import { thaiBinh } from './thai-binh.ts';

/** The organisations of the five published articles, a register each for the present-day provinces, in the order of loading. */
export const seeds: readonly Demo[] = [
  {
    title: { vi: 'Hưng Yên ngày nay', en: 'Hưng Yên of today' },
    tenant: { code: 'HY', name: 'Đảng bộ tỉnh Hưng Yên' },
    lines: ({ seed } = {}) => thaiBinh({ seed }),
    firstFigures: [
      {
        figure: 'commendations',
        unit: 'TB',
        from: '2023-01-01',
        to: '2023-12-31',
        args: { issuer: 'Ban Tổ chức Tỉnh ủy' },
        value: 9,
      },
    ],
  },
  {
    title: { vi: 'Ninh Bình ngày nay', en: 'Ninh Bình of today' },
    tenant: { code: 'NB', name: 'Đảng bộ tỉnh Ninh Bình' },
    lines: ({ seed } = {}) => mergeByDay(haiHau({ seed }), ninhBinh({ seed })),
    firstFigures: [{ figure: 'members', unit: 'HH', on: '2020-12-31', value: 14_712 }],
  },
];
