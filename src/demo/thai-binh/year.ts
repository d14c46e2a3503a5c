import { addDays, addMonths, type Day, daysBetween } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { arrive, type Place } from '../roster.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { addDraft, type Case, canLose, decision, hasRoom, ownPaper, someDay } from './case.ts';
import { superiorOf } from './tree.ts';

const ADMISSIONS = 24;
const RECOGNITIONS = 21;
const DEATHS = 7;
const OUT = 6;
const IN = 5;

/** The comings and goings of 2023. */
export function draftYear(the: Case): void {
  for (let i = 0; i < ADMISSIONS; i += 1) draftAdmission(the);
  for (let i = 0; i < RECOGNITIONS; i += 1) draftRecognition(the);
  for (let i = 0; i < DEATHS; i += 1) draftDeath(the);
  for (let i = 0; i < OUT; i += 1) draftOut(the);
  for (let i = 0; i < IN; i += 1) draftIn(the);
}

const isVillage = ({ cell }: Place): boolean => cell.profile === 'village';

function anyPlace({ r, roster }: Case): Place {
  const wantsVillage = chance(r, 0.45);
  return pick(
    r,
    roster.places.filter((place) => hasRoom(place) && isVillage(place) === wantsVillage),
  );
}

/** The ceremony within 30 working days of the decision (24-QĐ/TW, 30/7/2021). */
function draftAdmission(the: Case): void {
  const { r, roster } = the;
  const place = anyPlace(the);
  const decidedOn = someDay(r, 1, 10);
  const admittedOn = addWorkingDays(decidedOn, between(r, 4, 20));
  const person = roster.newcomer(the.nextSerial(), place, { status: 'candidate', on: decidedOn, ages: [19, 35] });
  const paper = decision(the, superiorOf(place.cell), decidedOn);
  addDraft(the, decidedOn, paper, { kind: 'admission.approved', person, cell: place.cell.code });
  addDraft(the, admittedOn, paper, { kind: 'member.admitted', person: person.code, cell: place.cell.code });
  arrive(place);
}

function draftRecognition(the: Case): void {
  const { r, roster } = the;
  const admittedOn = workingDay(addDays('2022-01-05', between(r, 0, daysBetween('2022-01-05', '2022-10-20'))));
  const decidedOn = workingDay(addDays(admittedOn, -between(r, 6, 30)));
  const fate = { status: 'probationary', admittedOn, decidedOn, ages: [19, 36] } as const;
  const { serial, code, place } = roster.take(r, () => true, fate);
  const superior = superiorOf(place.cell);
  const officialOn = addMonths(admittedOn, 12);
  const recognisedOn = workingDay(addDays(officialOn, between(r, 12, 50)));
  addDraft(the, officialOn, decision(the, superior, recognisedOn), { kind: 'member.recognised', person: code });
  const cardOn = workingDay(addDays(recognisedOn, between(r, 16, 50)));
  const card = { scheme: 'card-8', number: roster.cardNumber(serial) };
  addDraft(the, cardOn, decision(the, superior, cardOn), { kind: 'card.issued', person: code, ...card });
}

function draftDeath(the: Case): void {
  const { r, roster } = the;
  const { code, place } = roster.take(r, (one) => isVillage(one) && canLose(one), { ages: [68, 92] });
  const on = someDay(r, 1, 12);
  const paper = ownPaper(the, place.organisation, 'BC', workingDay(addDays(on, between(r, 1, 5))));
  addDraft(the, on, paper, { kind: 'member.died', person: code });
  place.now -= 1;
}

const elsewhere = ['Thành ủy Hà Nội', 'Thành ủy Hải Phòng', 'Tỉnh ủy Nam Định', 'Tỉnh ủy Bắc Ninh'];

function draftOut(the: Case): void {
  const { r, roster } = the;
  const { code, place } = roster.take(r, canLose, { ages: [23, 45] });
  const on = someDay(r, 1, 11);
  const destination = { place: 'province', name: pick(r, elsewhere) };
  const letter = the.paper('Ban Tổ chức Tỉnh ủy Thái Bình', 'GTSHĐ', 'Giấy giới thiệu sinh hoạt đảng', on);
  addDraft(the, on, letter, { kind: 'transfer.issued', person: code, destination });
  place.now -= 1;
  const heardOn = addWorkingDays(on, between(r, 8, 20));
  const paper = { issuer: destination.name, number: `${between(r, 10, 900)}-BC`, issuedOn: heardOn, type: 'Báo cáo' };
  addDraft(the, heardOn, paper, { kind: 'transfer.confirmed', person: code });
}

function draftIn(the: Case): void {
  const { r, roster } = the;
  const place = anyPlace(the);
  const letterOn: Day = someDay(r, 1, 10);
  const mix = { ...roster.mix, dossierLetters: 'HN' };
  const person = roster.newcomer(the.nextSerial(), place, { status: 'official', on: letterOn, ages: [24, 50] }, mix);
  const origin = { place: 'province', name: pick(r, elsewhere) };
  const paper = {
    issuer: origin.name,
    number: `${between(r, 20, 2400)}-GTSHĐ`,
    issuedOn: letterOn,
    type: 'Giấy giới thiệu sinh hoạt đảng',
  };
  const act = { kind: 'transfer.received', person, cell: place.cell.code, status: 'official', origin };
  addDraft(the, addWorkingDays(letterOn, between(r, 3, 20)), paper, act);
  arrive(place);
}
