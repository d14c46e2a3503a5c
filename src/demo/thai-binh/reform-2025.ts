import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { Grassroots } from '../roster.ts';
import { superiorOf } from './tree.ts';

const DAY: Day = '2025-07-01';

const successors = [
  { code: 'HY.VT01', name: 'xã Vũ Thư', district: 'VT' },
  { code: 'HY.TT01', name: 'xã Thái Thụy', district: 'TTH' },
] as const;

/**
 * Thái Bình joins Hưng Yên (Resolution 202/2025/QH15, 12/6/2025), districts and blocs end (Regulation 294-QĐ/TW,
 * 26/5/2025). Simplified: of each district one commune is left.
 */
export function* reform(organisations: readonly Grassroots[]): Generator<ActInput> {
  const paper = { issuer: 'Tỉnh ủy Hưng Yên', number: '04-QĐ/TU', issuedOn: '2025-06-30', type: 'Quyết định' };
  const act = (kind: string, body: Record<string, unknown>): ActInput => ({ kind, effectiveOn: DAY, paper, ...body });
  for (const { code, name } of successors) {
    yield act('unit.established', {
      unit: { code, name: `Đảng bộ ${name}`, kind: 'commune', type: 'commune', parent: 'HY' },
    });
    const unit = {
      code: `${code}.901`,
      name: `Chi bộ các cơ quan ${name}`,
      kind: 'grassroots-cell',
      type: 'party-agency',
      parent: code,
    };
    yield act('unit.established', { unit });
  }
  const agencies = { code: 'HY.CQ', name: 'Đảng bộ các cơ quan Đảng tỉnh Hưng Yên', kind: 'agency-body', parent: 'HY' };
  yield act('unit.established', { unit: agencies });
  for (const { code, district } of successors) {
    const own = organisations.filter((organisation) => superiorOf(organisation).code === district);
    const communes = own.filter(({ type }) => type === 'commune').map((organisation) => organisation.code);
    yield act('unit.merged', { units: communes, into: code });
    for (const { code: unit, type } of own) {
      if (type === 'party-agency' || type === 'state-agency')
        yield act('unit.ended', { unit, successor: `${code}.901` });
      else if (type !== 'commune') yield act('unit.moved', { unit, parent: code });
    }
    yield act('unit.ended', { unit: district, successor: 'HY' });
  }
  for (const organisation of organisations)
    if (superiorOf(organisation).code === 'TBK')
      yield act('unit.moved', { unit: organisation.code, parent: agencies.code });
  yield act('unit.ended', { unit: 'TBK', successor: 'HY' });
  yield act('unit.merged', { units: ['TB'], into: 'HY' });
}
