import type { Day } from '#/platform/day.ts';
import { shuffled } from '../random.ts';
import { bornOn, type Career, isOfficialOn, remains } from './careers.ts';
import type { BlocCase, Superior } from './case.ts';
import { elect, type Holder, type Offices, type Unit } from './offices.ts';
import { rollOn } from './roll.ts';

/** The committee of the bloc and its commission of inspection: 25 and 5, out of all organisations. */
const committee = [
  'secretary',
  'standing-deputy-secretary',
  'deputy-secretary',
  ...Array<string>(4).fill('standing-committee-member'),
  ...Array<string>(18).fill('committee-member'),
];
const commission = ['commission-head', 'commission-deputy-head', ...Array<string>(3).fill('commission-member')];

export interface BlocTerm {
  term?: string;
  from: Day;
  until: Day;
  how: 'elected' | 'designated';
}

/** Chosen among those who are in office at the base. */
export function electBloc(the: BlocCase, offices: Offices, superior: Superior, term: BlocTerm): void {
  const { from, until } = term;
  const isFit = (career: Career) =>
    isOfficialOn(career, from) && remains(career, from, until) && bornOn(career) < `${Number(from.slice(0, 4)) - 36}`;
  const pool = [...rollOn(the, from).values()].flatMap((members) => shuffled(the.r, members.filter(isFit)).slice(0, 1));
  const unit: Unit = {
    code: superior.code,
    isWithin: () => true,
    paperOn: (day) => the.papers.ofProvince('QĐ', day),
  };
  const held = offices.get(unit.code) ?? [];
  const isCommission = ({ post }: Holder) => post.startsWith('commission-');
  const incumbents = held.map(({ career }) => career).filter((career) => isFit(career) && !pool.includes(career));
  const everybody = shuffled(the.r, pool).concat(incumbents);
  // The two bodies one after the other: nobody sits in both.
  const electBody = (before: Holder[], candidates: readonly Career[], posts: readonly string[]): Holder[] => {
    offices.set(unit.code, before);
    elect(the, offices, unit, candidates, posts, term);
    return offices.get(unit.code) ?? [];
  };
  const members = electBody(
    held.filter((one) => !isCommission(one)),
    everybody,
    committee,
  );
  const others = everybody.filter((one) => members.every(({ career }) => career !== one));
  offices.set(unit.code, [...members, ...electBody(held.filter(isCommission), others, commission)]);
}
