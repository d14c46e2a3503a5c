import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { City } from './structure.ts';
import { livesOn, type Organisation } from './tree.ts';

const DAY: Day = '2025-07-01';

export interface Reform {
  /** The province of today: its code, its committee, what follows "tỉnh". */
  province: { code: string; committee: string; name: string };
  bloc: string;
  town: City;
  /** The ward that the wards of the town become part of. */
  ward: string;
  /** Codes of the two bodies that take the bloc's place; of units that are there already where `areThere`. */
  bodies: { party: string; state: string; areThere?: boolean };
}

/**
 * Blocs and districts end (Regulation 232-QĐ/TW, 20/1/2025; 294-QĐ/TW, 26/5/2025): agencies of the Party come under one
 * body of agencies, all others under that of the people's committee. On one day here; in fact the blocs ended some
 * months before the districts. Simplified: one new ward for all of the town, enterprises with the people's committee.
 */
export function* reform(organisations: readonly Organisation[], { province, bloc, town, ward, bodies }: Reform) {
  const paper = { issuer: province.committee, number: '05-QĐ/TU', issuedOn: '2025-06-30', type: 'Quyết định' };
  const act = (kind: string, body: Record<string, unknown>): ActInput => ({ kind, effectiveOn: DAY, paper, ...body });
  const establish = (code: string, name: string, kind: string, type?: string): ActInput =>
    act('unit.established', {
      unit: { code, name, kind, ...(type === undefined ? {} : { type }), parent: province.code },
    });
  if (bodies.areThere !== true) {
    yield establish(bodies.party, `Đảng bộ các cơ quan Đảng tỉnh ${province.name}`, 'agency-body');
    yield establish(bodies.state, `Đảng bộ Ủy ban nhân dân tỉnh ${province.name}`, 'agency-body');
  }
  const newWard = `${province.code}.${town.code}`;
  yield establish(newWard, `Đảng bộ phường ${ward}`, 'commune', 'ward');
  for (const organisation of organisations.filter((one) => livesOn(one, DAY))) {
    const parent = organisation.type === 'party-agency' ? bodies.party : bodies.state;
    yield act('unit.moved', { unit: organisation.code, parent });
  }
  const wards = town.wards.map((_, i) => `${town.code}.${String(i + 1).padStart(3, '0')}`);
  yield act('unit.merged', { units: wards, into: newWard });
  for (const unit of [bloc, town.code]) yield act('unit.ended', { unit, successor: province.code });
}
