import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { Grassroots } from '../roster.ts';
import { neighbourCells } from './neighbour.ts';
import { isCommune } from './roster.ts';
import { MERGED_COMMUNE } from './tree.ts';

const DAY: Day = '2025-07-01';

/**
 * Districts end on 1/7/2025 (Regulation 294-QĐ/TW, 26/5/2025); the communes of 2020 become eight
 * (Resolution 1674/NQ-UBTVQH15, 16/6/2025). Simplified: the mergers of September 2024 are left out.
 */
const newCommunes: Record<string, string> = {
  'Hải Hậu': 'Yên Định,Hải Bắc,Hải Phương,Hải Trung,Hải Long',
  'Hải Anh': 'Hải Anh,Hải Minh,Hải Đường',
  'Hải Tiến': 'Cồn,Hải Sơn,Hải Tân,Hải Chính,Hải Lý',
  'Hải Hưng': 'Hải Hưng,Hải Nam,Hải Lộc,Hải Thanh,Hải Hà,Hải Vân,Hải Phúc',
  'Hải An': 'Hải An,Hải Phong,Hải Giang',
  'Hải Quang': 'Hải Quang,Hải Đông,Hải Tây',
  'Hải Xuân': 'Hải Xuân,Hải Phú,Hải Hòa,Hải Cường,Hải Triều',
  'Hải Thịnh': 'Thịnh Long,Hải Châu,Hải Ninh',
};

/** The seat of the district: its agencies end, or go on under the new commune there. */
const SEAT = 'NB.HH01';

export function* reform(organisations: readonly Grassroots[]): Generator<ActInput> {
  const paper = { issuer: 'Tỉnh ủy Ninh Bình', number: '03-QĐ/TU', issuedOn: '2025-06-30', type: 'Quyết định' };
  const act = (kind: string, body: Record<string, unknown>): ActInput => ({ kind, effectiveOn: DAY, paper, ...body });
  const establish = (code: string, name: string, kind: string, type: string, parent: string): ActInput =>
    act('unit.established', { unit: { code, name, kind, type, parent } });
  const codes = Object.keys(newCommunes).map((_, i) => `NB.HH0${i + 1}`);
  for (const [i, name] of Object.keys(newCommunes).entries())
    yield establish(codes[i] as string, `Đảng bộ xã ${name}`, 'commune', 'commune', 'NB');
  yield establish('NB.GT01', 'Đảng bộ xã Giao Thủy', 'commune', 'commune', 'NB');
  yield establish(`${SEAT}.901`, 'Chi bộ các cơ quan Đảng xã Hải Hậu', 'grassroots-cell', 'party-agency', SEAT);
  yield establish(`${SEAT}.902`, 'Chi bộ Quân sự xã Hải Hậu', 'grassroots-cell', 'army', SEAT);
  yield establish(`${SEAT}.903`, 'Chi bộ Công an xã Hải Hậu', 'grassroots-cell', 'police', SEAT);
  // What stays what it is comes under the new communes; then communes, agencies, the two armed bodies and the districts end.
  const stays = ({ type }: Grassroots): boolean => /^(enterprise|public|non-public)/.test(type);
  for (const { code } of organisations.filter(stays)) yield act('unit.moved', { unit: code, parent: SEAT });
  for (const { code } of neighbourCells) yield act('unit.moved', { unit: code, parent: 'NB.GT01' });
  const old = organisations.filter(
    (organisation) => isCommune(organisation) && !organisation.place.endsWith(MERGED_COMMUNE),
  );
  for (const [i, names] of Object.values(newCommunes).entries()) {
    const units = old.filter(({ place }) =>
      names.split(',').some((name) => place === `xã ${name}` || place === `thị trấn ${name}`),
    );
    yield act('unit.merged', { units: units.map(({ code }) => code), into: codes[i] });
  }
  for (const { code, type } of organisations)
    if (type === 'party-agency' || type === 'state-agency')
      yield act('unit.ended', { unit: code, successor: `${SEAT}.901` });
  for (const { code, type, cells } of organisations) {
    if (type !== 'army' && type !== 'police') continue;
    const successor = type === 'army' ? `${SEAT}.902` : `${SEAT}.903`;
    for (const cell of cells) yield act('unit.ended', { unit: cell.code, successor });
    yield act('unit.ended', { unit: code, successor: SEAT });
  }
  for (const district of ['HH', 'GT']) yield act('unit.ended', { unit: district, successor: 'NB' });
  yield act('unit.merged', { units: ['ND'], into: 'NB' });
}
