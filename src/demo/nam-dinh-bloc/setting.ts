import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { add, type BlocCase, makeBlocCase, type Superior } from '../bloc/case.ts';
import { Papers } from '../bloc/papers.ts';
import { type City, city, foundedBefore, founding, streetsOf } from '../bloc/structure.ts';
import { type Organisation, scaleWishes } from '../bloc/tree.ts';
import type { Mix } from '../profiles.ts';
import { random, weighted } from '../random.ts';
import { AGENCIES, CODE, ENTERPRISES } from './organisations.ts';

/** The register of the province opens on this day; the bloc is founded, and its figures end, on these (seed 001). */
export const OPENING: Day = '2020-01-01';
export const FOUNDED: Day = '2020-06-01';
export const LAST: Day = '2023-05-29';
export const MEMBERS = 8391;

/** The delta: Kinh but for a few, one member in twenty-five a Catholic. */
const mix: Mix = {
  ethnicities: weighted([
    ['kinh', 994],
    ['muong', 3],
    ['tay', 2],
    ['thai', 1],
  ]),
  religions: weighted([
    ['none', 948],
    ['catholicism', 40],
    ['buddhism', 12],
  ]),
  province: 'Nam Định',
  communes: [
    'phường Vị Xuyên',
    'phường Trần Hưng Đạo',
    'phường Lộc Vượng',
    'phường Cửa Bắc',
    'xã Mỹ Phúc',
    'xã Yên Tân',
    'xã Yên Lương',
    'xã Nghĩa Sơn',
    'xã Trực Đại',
    'xã Xuân Hồng',
    'xã Giao Nhân',
    'xã Nam Điền',
    'xã Liên Bảo',
    'xã Kim Thái',
  ],
  dossierLetters: 'ND',
};

const old = (code: string, committee: string, decisions: number): Superior => ({
  code,
  committee,
  founded: '2003-01-01',
  congresses: [],
  decisions,
});
export const agencies = old(AGENCIES, 'Đảng ủy Khối các cơ quan tỉnh Nam Định', 1962);
export const enterprises = old(ENTERPRISES, 'Đảng ủy Khối doanh nghiệp tỉnh Nam Định', 1485);
export const bloc: Superior = {
  code: CODE,
  committee: 'Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Nam Định',
  founded: FOUNDED,
  congresses: ['2020-07-29'],
  decisions: 0,
};

export const town: City = {
  code: 'TPND',
  name: 'Đảng bộ thành phố Nam Định',
  committee: 'Thành ủy Nam Định',
  parent: 'ND',
  founded: '1997-01-01',
  wards: ['Vị Hoàng', 'Trần Hưng Đạo', 'Lộc Vượng', 'Cửa Bắc', 'Năng Tĩnh', 'Hạ Long'],
};

export function makeCase(seed: number, organisations: readonly Organisation[]): BlocCase {
  scaleWishes(organisations, LAST, MEMBERS);
  const papers = new Papers(random(seed, 73, 0), OPENING, { name: 'Nam Định', congresses: ['2020-09-23'] });
  const setting = {
    seed,
    r: random(seed, 79, 0),
    prefix: 'NDK',
    // The districts of the same register number theirs from 1 on.
    numbersFrom: 600_000,
    mix,
    opening: OPENING,
    organisations,
    streets: streetsOf(town),
    elsewhere: [
      'Thành ủy Hà Nội',
      'Thành ủy Hải Phòng',
      'Tỉnh ủy Hà Nam',
      'Tỉnh ủy Thái Bình',
      'Tỉnh ủy Ninh Bình',
      'Tỉnh ủy Thanh Hóa',
      'Tỉnh ủy Bắc Ninh',
      'Thành ủy Thành phố Hồ Chí Minh',
    ],
    superiorOn: ({ under }: Organisation, on: Day) =>
      on >= FOUNDED ? bloc : under === ENTERPRISES ? enterprises : agencies,
  };
  return makeBlocCase(setting, papers);
}

/** The two old blocs, the city, and the organisations of the opening day. The province is established elsewhere. */
export function structure(seed: number, organisations: readonly Organisation[]): ActInput[] {
  const r = random(seed, 83, 0);
  const names: Record<string, string> = { [AGENCIES]: 'Khối các cơ quan', [ENTERPRISES]: 'Khối doanh nghiệp' };
  return [
    ...[agencies, enterprises].map(({ code, founded }) =>
      foundedBefore(r, '1997-06-02' < founded ? '1997-06-02' : founded, 'Tỉnh ủy Nam Định', 'TU', {
        code,
        name: `Đảng bộ ${names[code]} tỉnh Nam Định`,
        kind: 'bloc',
        parent: 'ND',
      }),
    ),
    ...city(r, town),
    ...founding(r, organisations, OPENING, ({ under }) => (under === ENTERPRISES ? enterprises : agencies).committee),
  ];
}

/** On 1/6/2020 the province makes one bloc of two: all organisations come over by a change of superior. */
export function draftFounding(the: BlocCase): void {
  const paper = the.papers.ofProvince('QĐ', '2020-05-20');
  const name = 'Đảng bộ Khối các Cơ quan và Doanh nghiệp tỉnh Nam Định';
  add(the, FOUNDED, paper, { kind: 'unit.established', unit: { code: CODE, name, kind: 'bloc', parent: 'ND' } });
  for (const { code, founded } of the.organisations)
    if (founded < FOUNDED) add(the, FOUNDED, paper, { kind: 'unit.moved', unit: code, parent: CODE });
  add(the, FOUNDED, paper, { kind: 'unit.merged', units: [AGENCIES, ENTERPRISES], into: CODE });
}
