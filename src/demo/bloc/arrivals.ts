import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { sessionBefore, sessionFrom } from './calendar.ts';
import { type Career, cellOn } from './careers.ts';
import { add, type BlocCase, newCareer } from './case.ts';
import { placeFor } from './places.ts';

/** Decision, ceremony within 30 working days (29-QĐ/TW, 25/7/2016; 24-QĐ/TW, 30/7/2021), a year of probation. */
export function admit(the: BlocCase, on: Day): void {
  const cell = placeFor(the, on);
  const decidedOn = sessionBefore(addDays(on, -between(the.r, 6, 20)));
  const youth = cell.profile === 'university' && chance(the.r, 0.4) ? ([20, 22] as const) : ([22, 38] as const);
  const career = newCareer(the, cell, { status: 'candidate', on: decidedOn, ages: youth });
  career.admittedOn = on;
  const paper = the.papers.ofBloc(the.superiorOn(cell.organisation, decidedOn), 'QĐ', decidedOn);
  const { code } = cell;
  const isKnown = decidedOn >= the.opening;
  if (isKnown) add(the, decidedOn, paper, { kind: 'admission.approved', person: career.record, cell: code });
  add(the, on, paper, { kind: 'member.admitted', person: isKnown ? career.code : career.record, cell: code });
  the.company.enter(career, cell, on);
  career.officialOn = addMonths(on, 12);
}

/** Decided some weeks after month 12, and in force from its end; by the bloc in which the member stands by then. */
export function draftRecognitions(the: BlocCase): void {
  for (const career of the.company.all) {
    const { officialOn, code, serial } = career;
    if (officialOn === null || officialOn <= the.opening) continue;
    const decidedOn = sessionFrom(addDays(officialOn, 10 + (serial % 27)));
    const cell = cellOn(career, decidedOn);
    if (cell === null) throw new Error(`${code} is not there to be recognised`);
    career.recognisedOn = decidedOn;
    const paper = the.papers.ofBloc(the.superiorOn(cell.organisation, decidedOn), 'QĐ', decidedOn);
    add(the, officialOn, paper, { kind: 'member.recognised', person: code });
  }
}

const outside = {
  army: ['Đảng ủy Quân khu 1', 'Đảng ủy Bộ đội Biên phòng', 'Đảng ủy Quân khu 3'],
  central: ['Đảng ủy Khối các cơ quan Trung ương', 'Đảng ủy Khối Doanh nghiệp Trung ương'],
} as const;

/** A place outside the register, as acts name it. */
export function elsewhere({ r, elsewhere: provinces }: BlocCase): { place: string; name: string } {
  if (chance(r, 0.1)) return { place: 'army', name: pick(r, outside.army) };
  if (chance(r, 0.08)) return { place: 'central', name: pick(r, outside.central) };
  return { place: 'province', name: pick(r, provinces) };
}

/** Somebody is called to an agency: from a street of the register, or from outside it. */
export function receive(the: BlocCase, on: Day): void {
  const { r } = the;
  const outsiders = the.outsiders.filter(({ isCalled }) => !isCalled);
  const cell = placeFor(the, on);
  const letterOn = letterDay(the, on);
  if (outsiders.length > 0 && chance(r, 0.55)) {
    const called = pick(r, outsiders);
    called.isCalled = true;
    const { career } = called;
    const issuer = the.streets.office;
    const paper = { issuer, number: `${between(r, 1, 900)}-GTSHĐ`, issuedOn: letterOn, type: letterType };
    add(the, letterOn, paper, { kind: 'transfer.issued', person: career.code, to: cell.code });
    add(the, on, paper, { kind: 'transfer.received', person: career.code, cell: cell.code });
    the.company.enter(career, cell, on);
    return;
  }
  const origin = elsewhere(the);
  const career = newCareer(the, cell, { status: 'official', on: letterOn, ages: [26, 45] });
  const paper = { issuer: origin.name, number: `${between(r, 20, 2400)}-GTSHĐ`, issuedOn: letterOn, type: letterType };
  const act: ActInput = {
    kind: 'transfer.received',
    person: career.record,
    cell: cell.code,
    status: 'official',
    origin,
  };
  add(the, on, paper, act);
  the.company.enter(career, cell, on);
}

const letterType = 'Giấy giới thiệu sinh hoạt đảng';

/** Some days before the receipt: a letter is presented within 30 working days. */
function letterDay({ r, opening }: BlocCase, on: Day): Day {
  const day = workingDay(addDays(on, -between(r, 5, 32)));
  return day < opening ? opening : day > on ? on : day;
}

/** Letter and receipt between two organisations of the bloc: one paper. */
export function moveInside(the: BlocCase, career: Career, on: Day): void {
  const from = career.stays.at(-1)?.cell;
  const receivedOn = addWorkingDays(on, between(the.r, 2, 18));
  const cell = placeFor(the, receivedOn, (to) => to.organisation !== from?.organisation);
  const superior = the.superiorOn((from as typeof cell).organisation, on);
  const paper = the.papers.letter(superior, on);
  add(the, on, paper, { kind: 'transfer.issued', person: career.code, to: cell.code });
  add(the, receivedOn, paper, { kind: 'transfer.received', person: career.code, cell: cell.code });
  the.company.move(career, cell, on, receivedOn);
}
