import type { Day } from '#/platform/day.ts';
import type { ProfileName } from '../profiles.ts';
import { between, chance, type Random, random } from '../random.ts';
import type { Cell, Grassroots } from '../roster.ts';
import {
  agencies,
  districtBodies,
  districtOffices,
  enterprises,
  policeBodies,
  soldierBodies,
} from './organisations.ts';
import { districts, equals, oldCommune } from './places.ts';

/** A body between the province and its grassroots organisations. */
export interface Superior {
  code: string;
  name: string;
  kind: 'district' | 'bloc';
  /** "Huyện ủy Nho Quan" */
  committee: string;
  suffix: string;
  congress: Day;
}

export const superiors: readonly Superior[] = [
  ...districts.map(({ code, place, committee, suffix, congress }) => ({
    code,
    name: `Đảng bộ ${place}`,
    kind: 'district' as const,
    committee,
    suffix,
    congress,
  })),
  ...equals.map((body) => ({ ...body, kind: 'bloc' as const })),
];

const byCode = new Map(superiors.map((superior) => [superior.code, superior]));

/** Whose grassroots organisation it is: the code begins with the superior's. */
export function superiorOf({ code }: { code: string }): Superior {
  return byCode.get(code.slice(0, code.indexOf('.'))) as Superior;
}

export const isCommune = ({ type }: Grassroots): boolean =>
  type === 'commune' || type === 'township' || type === 'ward';
export const isArmed = ({ type }: Grassroots): boolean => type === 'army' || type === 'police';

/** All grassroots organisations of the province at the end of 2020, superior by superior. */
export function grassroots(seed: number): Grassroots[] {
  const r = random(seed, 21, 0);
  return superiors.flatMap(({ code, kind }) => (kind === 'district' ? ofDistrict(r, code) : ofEqual(r, code)));
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** Numbers the organisations of one superior as they come. */
function numbering(superior: string): {
  all: Grassroots[];
  add: (make: (code: string) => Omit<Grassroots, 'code'>) => void;
} {
  const all: Grassroots[] = [];
  return {
    all,
    add: (make) => {
      const code = `${superior}.${pad(all.length + 1, 3)}`;
      all.push({ code, ...make(code) });
    },
  };
}

function ofDistrict(r: Random, district: string): Grassroots[] {
  const { all, add } = numbering(district);
  const written = districts.flatMap(({ code, newCommunes }) =>
    newCommunes.flatMap(([, from]) => from.split(',').map((name) => oldCommune(name, code))),
  );
  for (const { place } of written.filter((old) => old.district === district)) add((code) => commune(r, code, place));
  const { place, committee } = districts.find(({ code }) => code === district) as (typeof districts)[number];
  const named = (name: string): string => (name.includes('@') ? name.replace('@', committee) : `${name} ${place}`);
  for (const body of districtBodies) add((code) => plainBody(r, code, body, place));
  for (const [name, type, profile] of districtOffices) add((code) => office(r, code, named(name), type, profile));
  return all;
}

function ofEqual(r: Random, equal: string): Grassroots[] {
  const { all, add } = numbering(equal);
  const bodies = { NBK: agencies, NBKD: enterprises, NBQS: soldierBodies, NBCA: policeBodies }[equal] ?? [];
  for (const body of bodies) {
    if (body.cells.length > 0) add((code) => plainBody(r, code, body, ''));
    else add((code) => office(r, code, body.name, body.type, body.profile));
  }
  return all;
}

function commune(r: Random, code: string, place: string): Omit<Grassroots, 'code'> {
  const type = place.startsWith('phường') ? 'ward' : place.startsWith('thị trấn') ? 'township' : 'commune';
  const founded = '1994-07-01';
  return {
    name: `Đảng bộ ${place}`,
    place,
    kind: 'grassroots-body',
    type,
    founded,
    cells: communeCells(r, code, type),
  };
}

function communeCells(r: Random, code: string, type: string): Cell[] {
  const names: [string, ProfileName][] = Array.from({ length: between(r, 11, 15) }, (_, i) =>
    type === 'commune'
      ? [`thôn ${i + 1}`, 'village']
      : [`tổ dân phố ${i + 1}`, type === 'ward' || chance(r, 0.5) ? 'quarter' : 'village'],
  );
  const seat = { commune: 'xã', township: 'thị trấn', ward: 'phường' }[type] as string;
  names.push([`Cơ quan ${seat}`, 'communeOffice'], ['Trường Trung học cơ sở', 'school']);
  names.push(['Trường Tiểu học', 'school'], ['Trường Mầm non', 'school']);
  if (chance(r, 0.55)) names.push(['Trạm Y tế', 'clinic']);
  // Regular police came to the communes in 2019–2020; a cell of their own where there are three of them.
  if (type !== 'commune' || chance(r, 0.45)) names.push([`Công an ${seat}`, 'police']);
  return names.map(([name, profile], i) => ({
    code: `${code}.${pad(i + 1, 2)}`,
    name: `Chi bộ ${name}`,
    profile,
    founded:
      profile === 'police' ? '2019-12-20' : profile === 'village' ? '1994-07-01' : `${between(r, 1996, 2012)}-09-01`,
  }));
}

/** Without a place of its own the name says it all. */
export interface Body {
  name: string;
  type: string;
  profile: ProfileName;
  /** None: a grassroots cell. */
  cells: readonly string[];
}

function plainBody(
  r: Random,
  code: string,
  { name, type, profile, cells }: Body,
  place: string,
): Omit<Grassroots, 'code'> {
  const seat = place === '' ? name : `${name} ${place}`;
  const founded = foundingDay(r, 1994, 2015);
  return {
    name: `Đảng bộ ${seat}`,
    place: seat,
    kind: 'grassroots-body',
    type,
    founded,
    cells: cells.map((cell, i) => ({
      code: `${code}.${pad(i + 1, 2)}`,
      name: `Chi bộ ${cell}`,
      profile,
      founded: '2015-09-01',
    })),
  };
}

function office(r: Random, code: string, name: string, type: string, profile: ProfileName): Omit<Grassroots, 'code'> {
  const founded = foundingDay(r, 1994, 2016);
  const own = { name: `Chi bộ ${name}`, founded };
  return { ...own, place: name, kind: 'grassroots-cell', type, cells: [{ ...own, code, profile }] };
}

const foundingDay = (r: Random, from: number, to: number): Day =>
  `${between(r, from, to)}-${pad(between(r, 1, 12), 2)}-${pad(between(r, 1, 28), 2)}`;
