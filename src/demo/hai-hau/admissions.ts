import { addDays, addMonths, type Day, daysBetween } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { arrive, type Place } from '../roster.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { addDraft, anyPlace, type Case, canLose, isInCommune, isVillage, sessions, someDay } from './case.ts';

/** What seed 002 publishes of 2020: approvals by decision; recognitions of those admitted in 2019. */
export const APPROVALS = 117;
export const RECOGNITIONS = 263;

/** Approved in December 2020, admitted in January 2021. */
const APPROVED_LATE = 5;
/** Approved in December 2019, admitted in January 2020: admissions of 2020, approvals of 2019. */
const APPROVED_BEFORE = 4;
/** Official from December 2020, decided in January 2021. */
const RECOGNISED_LATE = 7;

export const ADMISSIONS = APPROVALS - APPROVED_LATE + APPROVED_BEFORE;

const youth: readonly [number, number] = [19, 36];

function newMembersPlace(the: Case): Place {
  // Teachers, soldiers and offices have the young people; the villages try.
  const wantsVillage = chance(the.r, 0.5);
  return anyPlace(the, (place) => isVillage(place) === wantsVillage && place.cell.profile !== 'quarter');
}

/** 117 approvals, one decision each; the ceremony within 30 working days (24-QĐ/TW, 30/7/2021, as 29-QĐ/TW before it), holidays counted in or not. */
export function draftApprovals(the: Case): void {
  const { r, roster } = the;
  const days = sessions(2020);
  for (let i = 0; i < APPROVALS; i += 1) {
    const isLate = i < APPROVED_LATE;
    const decidedOn = isLate ? pick(r, days.slice(-2)) : pick(r, days.slice(0, -2));
    const admittedOn = addWorkingDays(decidedOn, isLate ? between(r, 17, 22) : between(r, 4, 22));
    const place = newMembersPlace(the);
    const serial = the.nextSerial();
    const person = roster.newcomer(serial, place, { status: 'candidate', on: decidedOn, ages: youth });
    const paper = the.decision(decidedOn);
    addDraft(the, decidedOn, paper, { kind: 'admission.approved', person, cell: place.cell.code });
    addDraft(the, admittedOn, paper, { kind: 'member.admitted', person: person.code, cell: place.cell.code });
    arrive(place);
  }
  for (let i = 0; i < APPROVED_BEFORE; i += 1) {
    const place = newMembersPlace(the);
    const decidedOn = '2019-12-24';
    const person = roster.newcomer(the.nextSerial(), place, { status: 'candidate', on: decidedOn, ages: youth });
    const admittedOn = addWorkingDays(decidedOn, between(r, 7, 20));
    addDraft(the, admittedOn, the.decision(decidedOn), { kind: 'member.admitted', person, cell: place.cell.code });
    arrive(place);
  }
}

/** A probationer of the opening day, admitted in 2019 on a day between those. */
export function takeProbationer(
  the: Case,
  from: Day,
  to: Day,
  suits?: (place: Place) => boolean,
): { code: string; admittedOn: Day; place: Place } {
  const { r, roster } = the;
  const span = daysBetween(from, to);
  const admittedOn = workingDay(addDays(from, between(r, 0, span)));
  const decidedOn = workingDay(addDays(admittedOn, -between(r, 6, 34)));
  const wantsVillage = chance(r, 0.55);
  const { code, place } = roster.take(r, suits ?? ((place) => isVillage(place) === wantsVillage), {
    status: 'probationary',
    admittedOn,
    decidedOn,
    ages: [19, 38],
  });
  return { code, admittedOn, place };
}

/** 263 decisions of 2020 on people admitted in 2019: in force from the end of month 12, whenever decided. */
export function draftRecognitions(the: Case): void {
  const days = [...sessions(2020), ...sessions(2021).slice(0, 2)];
  for (let i = 0; i < RECOGNITIONS + RECOGNISED_LATE; i += 1) {
    const isLate = i >= RECOGNITIONS;
    const [from, to] = isLate ? ['2019-12-12', '2019-12-27'] : ['2019-01-04', '2019-11-06'];
    const { code, admittedOn } = takeProbationer(the, from, to);
    const officialOn = addMonths(admittedOn, 12);
    // The cell has 30 working days, then the committees: a month and a half at most.
    const after = days.filter((day) => day >= addDays(officialOn, 10) && day <= addDays(officialOn, 52));
    const decidedOn = isLate ? (after.find((day) => day > '2021') as Day) : pick(the.r, after);
    addDraft(the, officialOn, the.decision(decidedOn), { kind: 'member.recognised', person: code });
  }
}

/** Four probationers did not stand the test. */
export function draftRefusals(the: Case, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const { code, place } = takeProbationer(
      the,
      '2019-05-10',
      '2019-11-20',
      (place) => isInCommune(place) && canLose(place),
    );
    const on = someDay(the.r, 2020, 2, 5);
    const act = { kind: 'member.nameRemoved', person: code, reason: 'Không bảo đảm tư cách trong thời gian dự bị' };
    addDraft(the, on, the.decision(on), act);
    place.now -= 1;
  }
}
