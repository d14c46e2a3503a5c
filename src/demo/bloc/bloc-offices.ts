import type { Day } from '#/platform/day.ts';
import { shuffled } from '../random.ts';
import { bornOn, type Career, isOfficialOn, remains } from './careers.ts';
import type { BlocCase, Superior } from './case.ts';
import { elect, type Holder, type Offices } from './offices.ts';
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
  term: string;
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
  const paper = the.papers.ofProvince('QĐ', from);
  const key = superior.code;
  const held: Holder[] = offices.get(key) ?? [];
  const isCommission = ({ post }: Holder) => post.startsWith('commission-');
  const incumbents = held.map(({ career }) => career).filter((career) => isFit(career) && !pool.includes(career));
  const everybody = shuffled(the.r, pool).concat(incumbents);
  offices.set(
    key,
    held.filter((one) => !isCommission(one)),
  );
  elect(the, offices, key, everybody, committee, { ...term, paper });
  const chosen = offices.get(key) ?? [];
  offices.set(key, held.filter(isCommission));
  const others = everybody.filter((one) => chosen.every(({ career }) => career !== one));
  elect(the, offices, key, others, commission, { ...term, paper });
  offices.set(key, [...chosen, ...(offices.get(key) ?? [])]);
}
