import { addDays, addMonths, type Day, daysBetween } from '#/platform/day.ts';
import type { ProfileName } from '../profiles.ts';
import { between, chance, draw, pick, weighted } from '../random.ts';
import { arrive, type Place } from '../roster.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { addDraft, anyPlace, type Case, canLose, isVillage, sessions, someDay, superiorAt } from './case.ts';

/** "Trên 1.700", 106.3% of 1,600. */
export const ADMISSIONS = 1_701;
/** Approved in December 2020, admitted in January 2021. */
const APPROVED_LATE = 66;
/** Approved in December 2019, admitted in January 2020: admissions of 2020, approvals of 2019. */
const APPROVED_BEFORE = 58;
/** Admitted in 2019: recognised in 2020, or by a decision of January 2021. */
export const RECOGNITIONS = { inYear: 1_586, late: 61 };

const youth: readonly [number, number] = [19, 36];

/** Where new members come from: the villages try, schools and the armed forces have the young people. */
const sources = weighted<readonly ProfileName[]>([
  [['village'], 42],
  [['school', 'clinic'], 18],
  [['communeOffice', 'stateOffice', 'partyOffice'], 13],
  [['enterprise'], 11],
  [['quarter'], 7],
  [['army', 'police'], 7],
  [['university'], 2],
]);

function newMembersPlace(the: Case): Place {
  const wanted = draw(the.r, sources);
  return anyPlace(the, ({ cell }) => wanted.includes(cell.profile));
}

/** One decision each; the ceremony within 30 working days (29-QĐ/TW, 25/7/2016). */
export function draftAdmissions(the: Case): void {
  for (let i = 0; i < ADMISSIONS - APPROVED_BEFORE + APPROVED_LATE; i += 1) draftApproval(the, i < APPROVED_LATE);
  for (let i = 0; i < APPROVED_BEFORE; i += 1) {
    const place = newMembersPlace(the);
    const decidedOn = sessions(superiorAt(place), 2019).at(-1) as Day;
    const person = the.roster.newcomer(the.nextSerial(), place, { status: 'candidate', on: decidedOn, ages: youth });
    const admittedOn = addWorkingDays(maxDay(decidedOn, '2019-12-27'), between(the.r, 4, 19));
    const paper = the.ofSuperior(superiorAt(place), 'QĐ', decidedOn);
    addDraft(the, admittedOn, paper, { kind: 'member.admitted', person, cell: place.cell.code });
    arrive(place);
  }
}

const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);

function draftApproval(the: Case, isLate: boolean): void {
  const { r, roster } = the;
  const place = newMembersPlace(the);
  const superior = superiorAt(place);
  const days = sessions(superior, 2020);
  const decidedOn = isLate ? (days.at(-1) as Day) : pick(r, days.slice(0, -2));
  const admittedOn = isLate
    ? addWorkingDays('2020-12-31', between(r, 2, 14))
    : addWorkingDays(decidedOn, between(r, 4, 20));
  const person = roster.newcomer(the.nextSerial(), place, { status: 'candidate', on: decidedOn, ages: youth });
  const paper = the.ofSuperior(superior, 'QĐ', decidedOn);
  addDraft(the, decidedOn, paper, { kind: 'admission.approved', person, cell: place.cell.code });
  addDraft(the, admittedOn, paper, { kind: 'member.admitted', person: person.code, cell: place.cell.code });
  arrive(place);
}

/** A probationer of the opening day, admitted in 2019 on a day between those. */
export function takeProbationer(the: Case, from: Day, to: Day, suits: (place: Place) => boolean = () => true) {
  const { r, roster } = the;
  const admittedOn = workingDay(addDays(from, between(r, 0, daysBetween(from, to))));
  const decidedOn = workingDay(addDays(admittedOn, -between(r, 6, 34)));
  const wantsVillage = chance(r, 0.5);
  const fate = { status: 'probationary', admittedOn, decidedOn, ages: [19, 38] } as const;
  const { serial, code, place } = roster.take(r, (one) => isVillage(one) === wantsVillage && suits(one), fate);
  return { serial, code, admittedOn, place };
}

/** In force from the end of month 12, whenever decided; the card comes within two months of the decision. */
export function draftRecognitions(the: Case): void {
  for (let i = 0; i < RECOGNITIONS.inYear + RECOGNITIONS.late; i += 1) {
    const isLate = i >= RECOGNITIONS.inYear;
    const [from, to] = isLate ? ['2019-12-09', '2019-12-27'] : ['2019-01-04', '2019-11-04'];
    const { serial, code, admittedOn, place } = takeProbationer(the, from, to);
    const officialOn = addMonths(admittedOn, 12);
    const superior = superiorAt(place);
    const days = [...sessions(superior, 2020), ...sessions(superior, 2021).slice(0, 3)];
    // The cell has 30 working days, then the committees: two months at most.
    const after = days.filter((day) => day >= addDays(officialOn, 9) && day <= addDays(officialOn, 58));
    const decidedOn = pick(
      the.r,
      after.filter((day) => day > '2021' === isLate),
    );
    addDraft(the, officialOn, the.ofSuperior(superior, 'QĐ', decidedOn), { kind: 'member.recognised', person: code });
    draftCard(the, serial, place, decidedOn);
  }
}

const CARDS_TO = '2021-02';

function draftCard(the: Case, serial: number, place: Place, decidedOn: Day): void {
  const on = workingDay(addDays(decidedOn, between(the.r, 16, 55)));
  if (on >= CARDS_TO) return;
  const number = the.roster.cardNumber(serial);
  const person = the.roster.code(serial);
  addDraft(the, on, the.ofSuperior(superiorAt(place), 'QĐ', on), {
    kind: 'card.issued',
    person,
    scheme: 'card-8',
    number,
  });
}

/** Some probationers did not stand the test. */
export function draftRefusals(the: Case, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const { code, place } = takeProbationer(the, '2019-05-10', '2019-11-20', canLose);
    const on = someDay(the.r, 2020, 2, 5);
    const act = { kind: 'member.nameRemoved', person: code, reason: 'Không bảo đảm tư cách trong thời gian dự bị' };
    addDraft(the, on, the.ofSuperior(superiorAt(place), 'QĐ', on), act);
    place.now -= 1;
  }
}
