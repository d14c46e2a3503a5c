import { addDays, type Day } from '#/platform/day.ts';
import { layOut, type Organisation, type Plan } from '../bloc/tree.ts';
import type { ProfileName } from '../profiles.ts';
import { between, pick, type Random, random } from '../random.ts';
import { workingDay } from '../working-days.ts';
import {
  dissolutions,
  institutions,
  newcomers,
  party,
  places,
  privateSchools,
  state,
  stateEnterprises,
  trades,
} from './names.ts';

export const CODE = 'ND-K';
/** The two blocs out of which it came on 1/6/2020. */
export const AGENCIES = 'ND-CQ';
export const ENTERPRISES = 'ND-DN';

/** Organisations that it began with (seed 001: 153 − 7 dissolved + 6 founded = 152). */
export const AT_FIRST = 153;

type Wanted = Pick<Plan, 'place' | 'type' | 'profile' | 'under'> & { cells: number } & Partial<Plan>;

/** The 153 that came to the bloc when it was founded, then the six founded later. */
export function organisations(seed: number): Organisation[] {
  const r = random(seed, 71, 0);
  const all: Organisation[] = [];
  const put = ({ cells, ...wanted }: Wanted) => {
    const count = Math.max(1, cells);
    all.push(
      layOut({
        code: `${CODE}.${String(all.length + 1).padStart(3, '0')}`,
        founded: foundingDay(r),
        isBody: cells > 0,
        upgradedOn: null,
        endedOn: null,
        congresses: [2015, 2020].map((year) => congressDay(r, year)),
        cellCount: count,
        weights: Array.from({ length: count }, () => (cells > 0 ? between(r, 15, 26) : between(r, 12, 23))),
        ...wanted,
      }),
    );
  };
  const agency = (place: string, cells: number, type: string, profile: ProfileName) =>
    put({ place, cells, type, profile, under: AGENCIES });
  for (const [place, cells] of party) agency(place, cells, 'party-agency', 'partyOffice');
  for (const [place, cells] of state) agency(place, cells, 'state-agency', 'stateOffice');
  for (const [place, cells, profile] of institutions) agency(place, cells, 'public-service-unit', profile);
  for (const [place, cells] of privateSchools)
    agency(place, cells, 'non-public-service-unit', cells > 0 ? 'university' : 'school');
  for (const [place, cells] of stateEnterprises) {
    const type = place.startsWith('Ngân hàng') ? 'enterprise-state-50' : 'enterprise-state-100';
    put({ place, cells, type, profile: 'enterprise', under: ENTERPRISES });
  }
  for (const company of companies(r, AT_FIRST - all.length)) put(company);
  for (const [place, type, founded, zone] of newcomers)
    put({
      place,
      type,
      founded,
      cells: 0,
      profile: type.startsWith('enterprise') ? 'enterprise' : 'stateOffice',
      under: CODE,
      weights: [between(r, 9, 14)],
      ...(zone === undefined ? {} : { zone }),
    });
  return all;
}

const sorts = [
  ['Công ty cổ phần', 'enterprise-joint-stock'],
  ['Công ty TNHH', 'enterprise-limited'],
  ['Công ty cổ phần', 'enterprise-joint-stock'],
  ['Doanh nghiệp tư nhân', 'enterprise-private'],
] as const;

/** Companies outside the State's sector, every fifth of them large; the last seven are small, and will be dissolved. */
function companies(r: Random, count: number): Wanted[] {
  return Array.from({ length: count }, (_, i): Wanted => {
    const [form, type] = sorts[i % sorts.length] as (typeof sorts)[number];
    const place = `${form} ${trades[i % trades.length]} ${places[(i * 3) % places.length]}`;
    const endedOn = dissolutions[i - (count - dissolutions.length)] ?? null;
    const cells = endedOn === null && i % 5 === 0 && type !== 'enterprise-private' ? between(r, 3, 5) : 0;
    const company = { place, cells, type, profile: 'enterprise', under: ENTERPRISES } as const;
    return endedOn === null ? company : { ...company, endedOn, weights: [between(r, 6, 8)] };
  });
}

const pad = (value: number): string => String(value).padStart(2, '0');

const foundingDay = (r: Random): Day => `${between(r, 1999, 2017)}-${pad(between(r, 1, 12))}-${pad(between(r, 1, 28))}`;

/** Congresses at the base: in April and May, before the two blocs became one. */
const congressDay = (r: Random, year: number): Day =>
  workingDay(addDays(`${year}-04-13`, pick(r, [0, 7, 10, 14, 24, 31, 38])));
