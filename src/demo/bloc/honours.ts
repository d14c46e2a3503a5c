import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { oldCardNumber } from '../numbers.ts';
import { shuffled } from '../random.ts';
import { roundFrom, workingDayBefore } from './calendar.ts';
import { type Career, cellOn, isOfficialOn, remains } from './careers.ts';
import { add, type BlocCase, type Superior } from './case.ts';
import type { Graded } from './member-grades.ts';
import type { Organisation } from './tree.ts';

/** A certificate for each, by one decision of the bloc's standing committee. */
export interface Award {
  superior: Superior;
  on: Day;
  title?: string;
  forYear?: number;
  occasion?: string;
  units: readonly Organisation[];
  members: readonly Career[];
}

export function draftAward(the: BlocCase, { superior, on, units, members, ...award }: Award): void {
  const { series, issuedOn } = the.papers.ofBloc(superior, 'QĐ', workingDayBefore(addDays(on, -6)));
  const paper = { series, issuedOn };
  const issuer = `Ban Thường vụ ${superior.committee}`;
  const { title, forYear, occasion } = award;
  const common = {
    form: 'certificate',
    ...(forYear === undefined ? {} : { forYear }),
    issuer,
    level: 'district',
    ...(occasion === undefined ? {} : { occasion }),
  };
  const titled = (name: string) => (title === undefined ? {} : { title: name });
  for (const { code } of units)
    add(the, on, paper, { kind: 'unit.commended', unit: code, ...titled('exemplary'), ...common });
  for (const { code } of members)
    add(the, on, paper, { kind: 'member.commended', person: code, ...titled('excellent'), ...common });
}

/** In March, of the best of the year before the very best. */
export function draftYearlyAward(
  the: BlocCase,
  superior: Superior,
  graded: Graded,
  best: readonly Organisation[],
  count: number,
): void {
  const on = workingDayBefore(`${graded.year + 1}-03-22`);
  const there = graded.excellent.filter((career) => cellOn(career, on) !== null);
  const members = shuffled(the.r, there).slice(0, count);
  const units = best.slice(0, Math.ceil(count / 3));
  draftAward(the, { superior, on, title: 'of the year', forYear: graded.year, units, members });
}

const BADGES = [30, 40, 45, 50];

/** Party badges, at the round after the years are full (29-QĐ/TW, 25/7/2016, article 27); not in a year of discipline. */
export function draftBadges(the: BlocCase, from: Day, to: Day): void {
  for (const career of the.company.all) {
    const since = career.record.admissionDecidedOn ?? career.record.admittedOn;
    if (since?.length !== 10 || career.blamedIn !== null) continue;
    for (const years of BADGES) {
      const on = roundFrom(addMonths(since, years * 12));
      if (on < from || to < on || cellOn(career, on) === null || !isOfficialOn(career, on)) continue;
      // 45 years came with 29-QĐ/TW.
      if (years === 45 && on < '2016-07-25') continue;
      const paper = the.papers.ofProvince('QĐ', workingDayBefore(addDays(on, -18)));
      const number = String(30_000_000 + career.serial * 131 + years);
      add(the, on, paper, { kind: 'badge.awarded', person: career.code, years, number });
    }
  }
}

/** The card comes with the round after the decision that makes somebody an official member. */
export function draftCards(the: BlocCase, to: Day): void {
  for (const { code, serial, recognisedOn, ...career } of the.company.all) {
    if (recognisedOn === null) continue;
    const on = roundFrom(addDays(recognisedOn, 30));
    if (to < on || cellOn({ code, serial, recognisedOn, ...career }, on) === null) continue;
    const paper = the.papers.ofProvince('QĐ', workingDayBefore(addDays(on, -14)));
    const number = oldCardNumber(the.numbersFrom + serial);
    add(the, on, paper, { kind: 'card.issued', person: code, number, scheme: 'card-8' });
  }
}

/** Of some thousand cards, a few are lost or spoilt every year. */
export function draftLostCards(the: BlocCase, from: Day, to: Day, count: number): void {
  const on = workingDayBefore(addDays(from, 300) < to ? addDays(from, 300) : to);
  const holders = the.company.all.filter(
    (one) => one.officialOn !== null && one.officialOn < addMonths(from, -12) && remains(one, from, on),
  );
  for (const [i, { code }] of shuffled(the.r, holders).slice(0, count).entries()) {
    const paper = the.papers.ofProvince('QĐ', on);
    add(the, on, paper, { kind: i % 2 === 0 ? 'card.reissued' : 'card.exchanged', person: code });
  }
}
