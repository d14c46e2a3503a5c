import type { ActInput } from '#/kernel/journal/act.ts';
import type { Demo } from './demo.ts';
import type { Home } from './province/tree.ts';
import { province } from './province.ts';

/** Members in all (January 2026: more than 5.6 million), and those of a cell on the average: some 255,000 cells. */
const MEMBERS = 5_600_000;
const CELL_SIZE = 22;

/**
 * The 34 provinces and cities of 1/7/2025 (Resolution 202/2025/QH15, 12/6/2025): code, name, and a share of the members.
 * Names of places alone are real; the shares are round guesses, the people made up.
 */
const places: readonly [string, string, number][] = [
  ['HN', 'thành phố Hà Nội', 480],
  ['HP', 'thành phố Hải Phòng', 230],
  ['HUE', 'thành phố Huế', 80],
  ['DNG', 'thành phố Đà Nẵng', 150],
  ['HCM', 'thành phố Hồ Chí Minh', 366],
  ['CT', 'thành phố Cần Thơ', 150],
  ['TQ', 'tỉnh Tuyên Quang', 150],
  ['CB', 'tỉnh Cao Bằng', 60],
  ['LC', 'tỉnh Lai Châu', 35],
  ['LCA', 'tỉnh Lào Cai', 130],
  ['TN', 'tỉnh Thái Nguyên', 150],
  ['DB', 'tỉnh Điện Biên', 50],
  ['SL', 'tỉnh Sơn La', 95],
  ['LS', 'tỉnh Lạng Sơn', 65],
  ['PT', 'tỉnh Phú Thọ', 270],
  ['BN', 'tỉnh Bắc Ninh', 180],
  ['QN', 'tỉnh Quảng Ninh', 110],
  ['HY', 'tỉnh Hưng Yên', 190],
  ['NB', 'tỉnh Ninh Bình', 260],
  ['TH', 'tỉnh Thanh Hóa', 240],
  ['NA', 'tỉnh Nghệ An', 205],
  ['HT', 'tỉnh Hà Tĩnh', 100],
  ['QT', 'tỉnh Quảng Trị', 130],
  ['QNG', 'tỉnh Quảng Ngãi', 110],
  ['GL', 'tỉnh Gia Lai', 160],
  ['DL', 'tỉnh Đắk Lắk', 140],
  ['KH', 'tỉnh Khánh Hòa', 90],
  ['LD', 'tỉnh Lâm Đồng', 150],
  ['DN', 'tỉnh Đồng Nai', 160],
  ['TNI', 'tỉnh Tây Ninh', 110],
  ['DT', 'tỉnh Đồng Tháp', 150],
  ['VL', 'tỉnh Vĩnh Long', 160],
  ['AG', 'tỉnh An Giang', 160],
  ['CM', 'tỉnh Cà Mau', 130],
];

/** How many members each place has of so many in all; they add up. */
function apportioned(members: number): number[] {
  const whole = places.reduce((sum, [, , share]) => sum + share, 0);
  let given = 0;
  let running = 0;
  return places.map(([, , share]) => {
    running += share;
    const upTo = Math.round((members * running) / whole);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

function homeOf([code, name]: (typeof places)[number]): Home {
  const isCity = name.startsWith('thành phố');
  const committee = `${isCity ? 'Thành' : 'Tỉnh'} ủy ${name.replace(/^(tỉnh|thành phố) /, '')}`;
  return { code, name, committee, suffix: 'TU', cellSize: CELL_SIZE };
}

/** All tenants of the nation, each with its opening balance of 1/7/2025 and a year of acts. */
export const nation: readonly Demo[] = places.map((place, i): Demo => {
  const home = homeOf(place);
  const lines = ({ seed = 1, members = MEMBERS }: { seed?: number; members?: number } = {}): Iterable<ActInput> =>
    province({ seed: seed * 100 + i, members: apportioned(members)[i] as number, home });
  return {
    title: { vi: `Toàn quốc: ${home.name}`, en: `The nation: ${home.name}` },
    tenant: { code: home.code, name: `Đảng bộ ${home.name}` },
    lines,
    firstFigures: [
      { figure: 'members', unit: home.code, on: '2026-06-30' },
      { figure: 'admissions', unit: home.code, from: '2025-07-01', to: '2026-06-30' },
    ],
  };
});
