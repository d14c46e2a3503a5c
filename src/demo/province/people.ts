import { addMonths, type Day } from '#/platform/day.ts';
import { makePerson, type PersonRecord, type PersonSpec } from '../people.ts';
import { type Mix, profiles } from '../profiles.ts';
import { random, weighted } from '../random.ts';
import { day, spread, workingFrom } from './calendar.ts';
import type { FateName, Fates } from './fates.ts';
import { communeName, type Home, OPENING, type ProvinceTree, profileOf } from './tree.ts';

/** By the tree, whose province it is of: made once, and asked for each member. */
const mixes = new WeakMap<ProvinceTree, Mix>();

function mixOf(tree: ProvinceTree): Mix {
  const known = mixes.get(tree);
  if (known !== undefined) return known;
  const mix = makeMix(tree.home);
  mixes.set(tree, mix);
  return mix;
}

const makeMix = ({ name, code }: Home): Mix => ({
  ethnicities: weighted([
    ['kinh', 880],
    ['muong', 72],
    ['tay', 22],
    ['dao', 12],
    ['thai', 8],
    ['nung', 6],
  ]),
  religions: weighted([
    ['none', 955],
    ['catholicism', 30],
    ['buddhism', 14],
    ['protestantism', 1],
  ]),
  province: name.replace(/^(tỉnh|thành phố) /, ''),
  communes: Array.from({ length: 60 }, (_, i) => communeName(i)),
  dossierLetters: code,
});

export const memberCode = (serial: number): string => `P${String(serial).padStart(7, '0')}`;

/** The ceremony of the n-th probationer: in the year before the opening. */
export const ceremonyOf = (n: number, count: number): Day => day(spread(n, count, -360, -5));

const agesOf: Partial<Record<FateName, readonly [number, number]>> = {
  recognised: [19, 37],
  sentAway: [22, 50],
  transferred: [24, 58],
  away: [23, 45],
  updated: [28, 50],
  nameRemoved: [26, 56],
  expelled: [32, 58],
};

/** A member of the opening day, by number and cell alone. */
export function openingMember(
  seed: number,
  tree: ProvinceTree,
  fates: Fates,
  member: number,
  cell: number,
): PersonRecord {
  const met = fates.of(member);
  const spec: PersonSpec = { ...base(tree, member, cell), on: OPENING, status: 'official' };
  if (met === null) return make(seed, spec);
  const isVillage = spec.profile === profiles.village || spec.profile === profiles.quarter;
  if (met.fate === 'died') spec.ages = isVillage ? [66, 94] : [38, 59];
  else if (met.fate === 'exempted') spec.ages = isVillage ? [70, 88] : [26, 44];
  else if (agesOf[met.fate] !== undefined) spec.ages = agesOf[met.fate] as readonly [number, number];
  if (met.fate !== 'recognised') return make(seed, spec);
  const number = spread(met.n, fates.count.recognised, -360, -5);
  return make(seed, {
    ...spec,
    status: 'probationary',
    admittedOn: day(number),
    decidedOn: day(workingFrom(number - 18)),
  });
}

export function newcomer(
  seed: number,
  tree: ProvinceTree,
  serial: number,
  cell: number,
  on: Day,
  status: 'candidate' | 'official',
): PersonRecord {
  return make(seed, { ...base(tree, serial, cell), on, status, ages: status === 'candidate' ? [19, 36] : [23, 52] });
}

function base(
  tree: ProvinceTree,
  serial: number,
  cell: number,
): Pick<PersonSpec, 'code' | 'serial' | 'profile' | 'mix' | 'isBrief'> {
  return { code: memberCode(serial), serial, profile: profiles[profileOf(cell)], mix: mixOf(tree), isBrief: true };
}

const make = (seed: number, spec: PersonSpec): PersonRecord => makePerson(random(seed, 3, spec.serial), spec);

export const officialDay = (ceremony: Day): Day => addMonths(ceremony, 12);
