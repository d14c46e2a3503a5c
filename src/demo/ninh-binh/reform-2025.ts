import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { Grassroots } from '../roster.ts';
import { districts, oldCommune, placeName } from './places.ts';
import { isCommune, superiorOf } from './tree.ts';

const DAY: Day = '2025-07-01';

/** The province's blocs gave way to bodies of agencies; what they hold goes on under those. */
export const agencyBodies = [
  { code: 'NB.CQD', name: 'Đảng bộ các cơ quan Đảng tỉnh Ninh Bình' },
  { code: 'NB.UBT', name: 'Đảng bộ Ủy ban nhân dân tỉnh Ninh Bình' },
] as const;

/**
 * Districts end on 1/7/2025 (Regulation 294-QĐ/TW, 26/5/2025), the communes of 2020 become new ones (Resolution
 * 1674/NQ-UBTVQH15, 16/6/2025). Agencies of a district end, their members go to the new communes there.
 */
export function* reform(organisations: readonly Grassroots[]): Generator<ActInput> {
  const paper = { issuer: 'Tỉnh ủy Ninh Bình', number: '04-QĐ/TU', issuedOn: '2025-06-30', type: 'Quyết định' };
  const act = (kind: string, body: Record<string, unknown>): ActInput => ({ kind, effectiveOn: DAY, paper, ...body });
  const communes = newCommunes();
  for (const { code, name, type } of communes)
    yield act('unit.established', { unit: { code, name: `Đảng bộ ${name}`, kind: 'commune', type, parent: 'NB' } });
  for (const commune of communes)
    for (const { code, name, type } of cellsOf(commune))
      yield act('unit.established', { unit: { code, name, kind: 'grassroots-cell', type, parent: commune.code } });
  for (const body of agencyBodies)
    yield act('unit.established', { unit: { ...body, kind: 'agency-body', parent: 'NB' } });
  for (const unit of ['NBQS', 'NBCA']) yield act('unit.retyped', { unit, unitKind: 'agency-body' });
  for (const { code: district } of districts) yield* endDistrict(act, district, organisations, communes);
  yield* endCommunes(act, organisations, communes);
  for (const { code, type } of organisations) {
    if (!/^NBKD?\./.test(code)) continue;
    yield act('unit.moved', {
      unit: code,
      parent: type === 'party-agency' ? agencyBodies[0].code : agencyBodies[1].code,
    });
  }
  for (const unit of ['NBK', 'NBKD']) yield act('unit.ended', { unit, successor: 'NB' });
}

interface NewCommune {
  code: string;
  /** "xã Nho Quan" */
  name: string;
  type: 'commune' | 'ward';
  district: string;
  from: string;
}

type MakeAct = (kind: string, body: Record<string, unknown>) => ActInput;

function newCommunes(): NewCommune[] {
  return districts.flatMap(({ code: district, newCommunes }) =>
    newCommunes.map(([written, from], i) => {
      const name = placeName(written);
      const type = name.startsWith('phường') ? ('ward' as const) : ('commune' as const);
      return { code: `NB.${district}${String(i + 1).padStart(2, '0')}`, name, type, district, from };
    }),
  );
}

/** Cells of the commune's own, for those who came from the district. */
function cellsOf({ code, name }: NewCommune): { code: string; name: string; type: string }[] {
  return [
    { code: `${code}.901`, name: `Chi bộ các cơ quan Đảng ${name}`, type: 'party-agency' },
    { code: `${code}.902`, name: `Chi bộ Ủy ban nhân dân ${name}`, type: 'state-agency' },
    { code: `${code}.903`, name: `Chi bộ Quân sự ${name}`, type: 'army' },
    { code: `${code}.904`, name: `Chi bộ Công an ${name}`, type: 'police' },
  ];
}

const cellNumber: Record<string, string> = { 'party-agency': '901', 'state-agency': '902', army: '903', police: '904' };

/** Spreads what ends over the communes of the district, one after the other; what stays goes to its seat. */
function* endDistrict(
  act: MakeAct,
  district: string,
  organisations: readonly Grassroots[],
  communes: readonly NewCommune[],
): Generator<ActInput> {
  // Hoa Lư's southern half went to a ward of the city, so that one ward is left to it: it takes all.
  const here = communes.filter((commune) => commune.district === district);
  const seat = here[0] as NewCommune;
  let at = 0;
  const next = (): NewCommune => here[at++ % here.length] as NewCommune;
  for (const organisation of organisations.filter((one) => superiorOf(one).code === district && !isCommune(one))) {
    const { code, type, kind, cells } = organisation;
    const number = cellNumber[type];
    if (number === undefined) {
      yield act('unit.moved', { unit: code, parent: seat.code });
      continue;
    }
    if (kind === 'grassroots-body')
      for (const cell of cells) yield act('unit.ended', { unit: cell.code, successor: `${next().code}.${number}` });
    const successor = kind === 'grassroots-body' ? seat.code : `${next().code}.${number}`;
    yield act('unit.ended', { unit: code, successor });
  }
  yield act('unit.ended', { unit: district, successor: 'NB' });
}

function* endCommunes(
  act: MakeAct,
  organisations: readonly Grassroots[],
  communes: readonly NewCommune[],
): Generator<ActInput> {
  const old = organisations.filter(isCommune);
  for (const { code, district, from } of communes) {
    const units = from.split(',').map((written) => {
      const wanted = oldCommune(written, district);
      const found = old.find((one) => one.place === wanted.place && superiorOf(one).code === wanted.district);
      if (found === undefined) throw new Error(`no commune ${written}`);
      return found.code;
    });
    yield act('unit.merged', { units, into: code });
  }
}
