import { agenciesBloc } from './agencies-bloc.ts';
import type { Demo, DemoOptions } from './demo.ts';
import { haiHau } from './hai-hau.ts';
import { mergeByDay } from './merge.ts';
import { namDinhBloc } from './nam-dinh-bloc.ts';
import { agencyBodies } from './ninh-binh/reform-2025.ts';
import { ninhBinh } from './ninh-binh.ts';
import { thaiBinh } from './thai-binh.ts';

/**
 * The organisations of the five published articles, a register each for the provinces of today, in the order of
 * loading: the first one is what a new installation shows.
 */
export const seeds: readonly Demo[] = [
  {
    title: { vi: 'Lạng Sơn: Đảng bộ Khối các cơ quan tỉnh', en: 'Lạng Sơn: the bloc of agencies' },
    tenant: { code: 'LS', name: 'Đảng bộ tỉnh Lạng Sơn' },
    lines: ({ seed } = {}) => agenciesBloc({ seed }),
    firstFigures: [
      { figure: 'members', unit: 'KCQ', on: '2020-12-31', value: 4_374 },
      { figure: 'secretaries-heading-their-agency', unit: 'KCQ', on: '2020-12-31', value: 57 },
      { figure: 'admissions', unit: 'KCQ', from: '2010-01-01', to: '2020-12-31', value: 1_807 },
    ],
  },
  {
    title: { vi: 'Hưng Yên: Thái Bình năm 2023', en: 'Hưng Yên: Thái Bình in 2023' },
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
    title: { vi: 'Ninh Bình, Hải Hậu, Khối Nam Định', en: 'Ninh Bình, Hải Hậu, the bloc of Nam Định' },
    tenant: { code: 'NB', name: 'Đảng bộ tỉnh Ninh Bình' },
    lines: ninhBinhToday,
    firstFigures: [
      { figure: 'admissions', unit: 'NB', from: '2020-01-01', to: '2020-12-31', value: 1_701 },
      { figure: 'members', unit: 'ND-K', on: '2023-05-29', value: 8_391 },
      { figure: 'members', unit: 'HH', on: '2020-12-31', value: 14_712 },
    ],
  },
];

/** Three journals of one register: Hải Hậu's brings in both provinces, that of Ninh Bình the bodies of agencies of 2025. */
function ninhBinhToday({ seed }: DemoOptions = {}) {
  const [party, state] = agencyBodies;
  const bodies = { party: party.code, state: state.code, areThere: true };
  return mergeByDay(haiHau({ seed }), ninhBinh({ seed }), namDinhBloc({ seed, bodies }));
}
