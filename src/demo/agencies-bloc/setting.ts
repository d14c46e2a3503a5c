import type { ActInput } from '#/kernel/journal/act.ts';
import { type BlocCase, makeBlocCase, type Superior } from '../bloc/case.ts';
import { Papers } from '../bloc/papers.ts';
import { type City, city, foundedBefore, founding, streetsOf } from '../bloc/structure.ts';
import { type Organisation, scaleWishes } from '../bloc/tree.ts';
import type { Mix } from '../profiles.ts';
import { random, weighted } from '../random.ts';
import { CODE } from './organisations.ts';

export const OPENING = '2010-01-01';

/** Published of the end of 2020 (seed 004). */
export const MEMBERS = 4374;

/** A province of the border: Tày and Nùng are two thirds of those who work in its agencies. */
const mix: Mix = {
  ethnicities: weighted([
    ['tay', 355],
    ['kinh', 330],
    ['nung', 285],
    ['dao', 22],
    ['muong', 8],
  ]),
  religions: weighted([
    ['none', 985],
    ['buddhism', 9],
    ['catholicism', 6],
  ]),
  province: 'Lạng Sơn',
  communes: [
    'phường Vĩnh Trại',
    'phường Tam Thanh',
    'phường Hoàng Văn Thụ',
    'xã Mai Pha',
    'xã Hoàng Đồng',
    'xã Gia Cát',
    'xã Tân Liên',
    'xã Yên Trạch',
    'xã Hồng Phong',
    'xã Đồng Bục',
    'xã Vân Nham',
    'xã Hữu Lân',
    'xã Quan Sơn',
    'xã Chi Lăng',
    'xã Bình Phúc',
  ],
  dossierLetters: 'LS',
};

export const bloc: Superior = {
  code: CODE,
  committee: 'Đảng ủy Khối các cơ quan tỉnh',
  founded: '1990-03-26',
  congresses: ['2010-08-18', '2015-08-12', '2020-07-29'],
  decisions: 1874,
};

export const town: City = {
  code: 'TPLS',
  name: 'Đảng bộ thành phố Lạng Sơn',
  committee: 'Thành ủy Lạng Sơn',
  parent: 'LS',
  founded: '2002-12-01',
  wards: ['Vĩnh Trại', 'Tam Thanh', 'Hoàng Văn Thụ', 'Đông Kinh', 'Chi Lăng'],
};

export function makeCase(seed: number, organisations: readonly Organisation[]): BlocCase {
  scaleWishes(organisations, '2020-12-31', MEMBERS);
  const papers = new Papers(random(seed, 53, 0), OPENING, {
    name: 'Lạng Sơn',
    congresses: ['2010-10-12', '2015-10-20', '2020-10-14'],
  });
  return makeBlocCase(
    {
      seed,
      r: random(seed, 59, 0),
      prefix: CODE,
      numbersFrom: 0,
      mix,
      opening: OPENING,
      organisations,
      streets: streetsOf(town),
      elsewhere: [
        'Thành ủy Hà Nội',
        'Tỉnh ủy Cao Bằng',
        'Tỉnh ủy Bắc Giang',
        'Tỉnh ủy Thái Nguyên',
        'Tỉnh ủy Bắc Kạn',
        'Tỉnh ủy Quảng Ninh',
        'Tỉnh ủy Bắc Ninh',
      ],
      superiorOn: () => bloc,
    },
    papers,
  );
}

/** Province, bloc, city, and the organisations of the opening day. */
export function structure(seed: number, organisations: readonly Organisation[]): ActInput[] {
  const r = random(seed, 67, 0);
  const province = { code: 'LS', name: 'Đảng bộ tỉnh Lạng Sơn', kind: 'provincial' };
  const own = { code: CODE, name: 'Đảng bộ Khối các cơ quan tỉnh', kind: 'bloc', parent: 'LS' };
  return [
    foundedBefore(r, '1978-12-29', 'Bộ Chính trị', 'TW', province),
    foundedBefore(r, bloc.founded, 'Tỉnh ủy Lạng Sơn', 'TU', own),
    ...city(r, town),
    ...founding(r, organisations, OPENING, () => bloc.committee),
  ];
}
