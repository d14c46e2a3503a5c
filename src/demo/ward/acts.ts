import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, addMonths, type Day } from '#/platform/day.ts';
import type { Draft, DraftPaper, Series } from '../drafts.ts';
import { between, chance, pick, type Random } from '../random.ts';
import { arrive, type Fate, type Place, type Roster } from '../roster.ts';
import { addWorkingDays, isWorkingDay, workingDay } from '../working-days.ts';
import { FOUNDED } from './tree.ts';

/** The last day of the demo's acts. */
const LAST: Day = '2026-10-31';

export interface WardCase {
  r: Random;
  roster: Roster;
  drafts: Draft[];
  nextSerial: () => number;
  paper: (sort: 'QĐ' | 'BC' | 'GTSHĐ', issuedOn: Day) => DraftPaper;
  /** As many as that in a ward of 2,500; in others in proportion, at least one. */
  many: (count: number) => number;
}

export function makeWardCase(r: Random, roster: Roster): WardCase {
  const types = { QĐ: 'Quyết định', BC: 'Báo cáo', GTSHĐ: 'Giấy giới thiệu sinh hoạt đảng' };
  const issuer = 'Đảng ủy phường Sông Mới';
  const series = (sort: keyof typeof types): Series => ({
    issuer,
    suffix: `${sort}/ĐU`,
    type: types[sort],
    from: 0,
    gap: sort === 'QĐ' ? 4 : 1,
    restarts: ['2025-08-01'],
  });
  const all = { QĐ: series('QĐ'), BC: series('BC'), GTSHĐ: series('GTSHĐ') };
  let serial = roster.total;
  return {
    r,
    roster,
    drafts: [],
    nextSerial: () => ++serial,
    paper: (sort, issuedOn) => ({ series: all[sort], issuedOn }),
    many: (count) => Math.max(1, Math.round((count * roster.total) / 2500)),
  };
}

/** Acts after the last day are still to come: they are left out. */
function add({ drafts }: WardCase, on: Day, paper: Draft['paper'], act: ActInput): void {
  if (on <= LAST) drafts.push({ on, paper, act });
}

/** A working day between the founding and so many days after. */
function someDay(r: Random, from = 3, to = 480): Day {
  return workingDay(addDays(FOUNDED, between(r, from, to)));
}

const hasRoom = ({ most, organisation }: Place): boolean => organisation.kind !== 'grassroots-cell' || most < 29;
const canLose = ({ now, size }: Place): boolean => now > 4 && now > size * 0.6;
const isStreet = ({ cell }: Place): boolean => cell.profile === 'quarter';

function anyPlace({ r, roster }: WardCase, suits: (place: Place) => boolean, from?: Place): Place {
  for (let tries = 0; ; tries += 1) {
    const place = pick(r, roster.places);
    // Where all cells of a sort are full, another sort takes them; nobody is sent to where they stand.
    if (hasRoom(place) && place !== from && (tries > 2000 || suits(place))) return place;
  }
}

/** Decisions by the ward's standing committee, the ceremony within 30 working days, the thirteenth month official. */
export function draftAdmissions(the: WardCase): void {
  const { r, roster } = the;
  for (let i = 0; i < the.many(108); i += 1) {
    const place = anyPlace(the, (to) => !isStreet(to) || chance(r, 0.15));
    const decidedOn = someDay(r, 9, 470);
    const admittedOn = addWorkingDays(decidedOn, between(r, 4, 22));
    const person = roster.newcomer(the.nextSerial(), place, { status: 'candidate', on: decidedOn, ages: [19, 38] });
    const paper = the.paper('QĐ', decidedOn);
    const { code } = place.cell;
    add(the, decidedOn, paper, { kind: 'admission.approved', person, cell: code });
    add(the, admittedOn, paper, { kind: 'member.admitted', person: person.code, cell: code });
    recognise(the, person.code, admittedOn);
    arrive(place);
  }
}

function recognise(the: WardCase, person: string, admittedOn: Day): void {
  const officialOn = addMonths(admittedOn, 12);
  const decidedOn = addWorkingDays(officialOn, between(the.r, 6, 29));
  if (decidedOn <= LAST) add(the, officialOn, the.paper('QĐ', decidedOn), { kind: 'member.recognised', person });
}

/** Those who were probationers when the ward was founded. */
export function draftRecognitions(the: WardCase): void {
  const { r, roster } = the;
  for (let i = 0; i < the.many(71); i += 1) {
    const admittedOn = workingDay(addDays(FOUNDED, -between(r, 5, 360)));
    const decidedOn = workingDay(addDays(admittedOn, -between(r, 7, 34)));
    const fate: Fate = { status: 'probationary', admittedOn, decidedOn, ages: [19, 37] };
    recognise(the, roster.take(r, (place) => !isStreet(place) || chance(r, 0.1), fate).code, admittedOn);
  }
}

export function draftTransfers(the: WardCase): void {
  const { r, roster } = the;
  const others = ['Tỉnh ủy Thanh Hóa', 'Thành ủy Hà Nội', 'Tỉnh ủy Nghệ An', 'Thành ủy Đà Nẵng', 'Tỉnh ủy Phú Thọ'];
  for (let i = 0; i < the.many(64); i += 1) {
    const { code, place } = roster.take(r, canLose, { ages: [24, 50] });
    const on = someDay(r);
    const destination = {
      place: i % 8 === 0 ? 'army' : 'province',
      name: i % 8 === 0 ? 'Đảng ủy Quân khu 4' : pick(r, others),
    };
    add(the, on, the.paper('GTSHĐ', on), { kind: 'transfer.issued', person: code, destination });
    const heardOn = addWorkingDays(on, between(r, 8, 24));
    const report = { issuer: destination.name, number: `${between(r, 10, 900)}-BC`, issuedOn: heardOn };
    if (i % 9 !== 0) add(the, heardOn, report, { kind: 'transfer.confirmed', person: code });
    place.now -= 1;
  }
  for (let i = 0; i < the.many(70); i += 1) {
    const place = anyPlace(the, () => true);
    const letterOn = someDay(r, 3, 460);
    const person = roster.newcomer(the.nextSerial(), place, { status: 'official', on: letterOn, ages: [24, 62] });
    const origin = { place: 'province', name: pick(r, others) };
    const paper = { issuer: origin.name, number: `${between(r, 20, 1900)}-GTSHĐ`, issuedOn: letterOn };
    const act = { kind: 'transfer.received', person, cell: place.cell.code, status: 'official', origin };
    add(the, addWorkingDays(letterOn, between(r, 2, 22)), paper, act);
    arrive(place);
  }
  for (let i = 0; i < the.many(46); i += 1) draftInside(the);
}

function draftInside(the: WardCase): void {
  const { r, roster } = the;
  const { code, place } = roster.take(r, canLose, { ages: [40, 66] });
  const suits = (other: Place) => other.organisation !== place.organisation && isStreet(other) !== isStreet(place);
  const to = anyPlace(the, suits, place);
  const on = someDay(r, 3, 470);
  const paper = the.paper('GTSHĐ', on);
  const receivedOn = addWorkingDays(on, between(r, 2, 22));
  if (receivedOn > LAST) return;
  add(the, on, paper, { kind: 'transfer.issued', person: code, to: to.cell.code });
  add(the, receivedOn, paper, { kind: 'transfer.received', person: code, cell: to.cell.code });
  place.now -= 1;
  arrive(to);
}

export function draftDepartures(the: WardCase): void {
  const { r, roster } = the;
  for (let i = 0; i < the.many(33); i += 1) {
    const { code, place } = roster.take(r, (from) => isStreet(from) && canLose(from), { ages: [70, 94] });
    const on = addDays(FOUNDED, between(r, 4, 480));
    add(the, on, the.paper('BC', workingDay(addDays(on, 2))), { kind: 'member.died', person: code });
    place.now -= 1;
  }
  const reason = 'Bỏ sinh hoạt đảng ba tháng trong năm không có lý do';
  for (const act of [
    { kind: 'member.nameRemoved', reason },
    { kind: 'member.nameRemoved', reason },
    { kind: 'member.expelled' },
    { kind: 'member.left' },
  ]) {
    const { code, place } = roster.take(r, canLose, { ages: [30, 60] });
    const on = someDay(r, 40, 460);
    add(the, on, the.paper('QĐ', on), { ...act, person: code });
    place.now -= 1;
  }
}

export function draftDuties(the: WardCase): void {
  const { r, roster } = the;
  for (let i = 0; i < the.many(34); i += 1) {
    const isPermanent = i < the.many(22);
    const { code, place } = roster.take(r, (from) => isStreet(from) === isPermanent, {
      ages: isPermanent ? [70, 77] : [26, 44],
    });
    const on = someDay(r);
    const paper = { issuer: place.cell.name, number: `${on.slice(5, 7)}-NQ/CB`, issuedOn: on, type: 'Nghị quyết' };
    const span = isPermanent ? { permanent: true } : { until: addMonths(on, 6) };
    add(the, on, paper, { kind: 'member.exempted', person: code, ...span });
  }
  for (let i = 0; i < the.many(20); i += 1) {
    const { code } = roster.take(r, () => true, { ages: [24, 45] });
    const on = someDay(r, 5, 300);
    const until = addMonths(on, between(r, 3, 11));
    const destination = { place: 'province', name: 'Thành ủy Hà Nội' };
    add(the, on, the.paper('GTSHĐ', on), { kind: 'member.temporarilyTransferred', person: code, destination, until });
    const back = isWorkingDay(until) ? until : workingDay(until);
    add(the, back, the.paper('BC', back), { kind: 'member.temporaryReturned', person: code });
  }
}
