import type { ActInput } from '#/kernel/journal/act.ts';
import { haiHau } from './hai-hau.ts';
import { province } from './province.ts';
import { ward } from './ward.ts';

export interface DemoOptions {
  seed?: number;
  /** How large; only where the demo can be of any size. */
  members?: number;
}

/** A figure to try first. `value` where the demo is made to yield it. */
export interface FirstFigure {
  figure: string;
  unit: string;
  on?: string;
  from?: string;
  to?: string;
  args?: Record<string, string>;
  value?: number;
}

export interface Demo {
  title: { vi: string; en: string };
  tenant: { code: string; name: string };
  /** The journal, line by line in the order of days; nothing is named before the line that brings it in. */
  lines: (options?: DemoOptions) => Iterable<ActInput>;
  firstFigures: readonly FirstFigure[];
}

const year2020 = { unit: 'HH', from: '2020-01-01', to: '2020-12-31' };
const endOf2020 = { unit: 'HH', on: '2020-12-31' };

/** Data of people who do not exist; the CLI posts the lines through the bulk path. */
export const demos: Record<'hai-hau' | 'ward' | 'province', Demo> = {
  'hai-hau': {
    title: { vi: 'Huyện Hải Hậu năm 2020', en: 'Hải Hậu district in 2020' },
    tenant: { code: 'NB', name: 'Đảng bộ tỉnh Ninh Bình' },
    lines: ({ seed } = {}) => haiHau({ seed }),
    firstFigures: [
      { figure: 'grassroots-units', ...endOf2020, value: 92 },
      { figure: 'grassroots-cells', ...endOf2020, value: 49 },
      { figure: 'members', ...endOf2020, value: 14_712 },
      { figure: 'admission-approvals', ...year2020, value: 117 },
      { figure: 'official-recognitions', ...year2020, value: 263 },
      { figure: 'grassroots-units-classified', ...year2020, value: 90 },
      { figure: 'grassroots-units-classified', ...year2020, args: { level: 'excellent' }, value: 14 },
      { figure: 'grassroots-units-classified', ...year2020, args: { level: 'good' }, value: 69 },
      { figure: 'grassroots-units-classified', ...year2020, args: { level: 'completed' }, value: 7 },
    ],
  },
  ward: {
    title: { vi: 'Một phường theo mô hình năm 2026', en: 'A ward of the shape of 2026' },
    tenant: { code: 'VM', name: 'Đảng bộ tỉnh Vân Mẫu' },
    lines: ({ seed, members } = {}) => ward({ seed, members }),
    firstFigures: [
      { figure: 'members', unit: 'VM.P01', on: '2025-07-01', value: 2500 },
      { figure: 'members', unit: 'VM.P01', on: '2026-10-31' },
      { figure: 'admissions', unit: 'VM.P01', from: '2025-07-01', to: '2026-10-31' },
    ],
  },
  province: {
    title: { vi: 'Một tỉnh', en: 'A province' },
    tenant: { code: 'PM', name: 'Đảng bộ tỉnh Phương Mẫu' },
    lines: ({ seed, members } = {}) => province({ seed, members }),
    firstFigures: [
      { figure: 'members', unit: 'PM', on: '2025-07-01' },
      { figure: 'members', unit: 'PM', on: '2026-06-30' },
      { figure: 'members', unit: 'PM.001', on: '2026-06-30' },
      { figure: 'admissions', unit: 'PM', from: '2025-07-01', to: '2026-06-30' },
    ],
  },
};
