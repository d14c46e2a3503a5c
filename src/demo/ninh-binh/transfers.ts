import type { Day } from '#/platform/day.ts';
import type { DraftPaper } from '../drafts.ts';
import { between, chance, pick, type Random } from '../random.ts';
import { arrive, type Place } from '../roster.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { takeProbationer } from './admissions.ts';
import {
  addDraft,
  anyPlace,
  type Case,
  canLose,
  isCivil,
  isInCommune,
  isVillage,
  someDay,
  superiorAt,
} from './case.ts';

type Outside = 'province' | 'army' | 'police' | 'central';

const OUT: Record<Outside, number> = { province: 402, army: 46, police: 38, central: 29 };
const IN: Record<Outside, number> = { province: 371, army: 158, police: 44, central: 33 };
/** Between two districts or blocs of the province, between two organisations of one, inside one. */
const INSIDE = { across: 288, within: 430, oneBody: 296 };

const total = (counts: Record<Outside, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Members who left the province by letter in 2020, and who came by receipt. */
export const LEAVERS = total(OUT);
export const COMERS = total(IN);

const names: Record<Outside, readonly string[]> = {
  province: [
    'Thành ủy Hà Nội',
    'Tỉnh ủy Thanh Hóa',
    'Tỉnh ủy Hà Nam',
    'Tỉnh ủy Hòa Bình',
    'Tỉnh ủy Bắc Ninh',
    'Thành ủy Hải Phòng',
    'Thành ủy Thành phố Hồ Chí Minh',
    'Tỉnh ủy Bình Dương',
    'Tỉnh ủy Đồng Nai',
    'Tỉnh ủy Đắk Lắk',
  ],
  army: ['Đảng ủy Quân đoàn 1', 'Đảng ủy Quân khu 3', 'Đảng ủy Quân chủng Phòng không - Không quân'],
  police: ['Đảng ủy Công an Trung ương'],
  central: ['Đảng ủy Khối các cơ quan Trung ương', 'Đảng ủy Khối Doanh nghiệp Trung ương'],
};

const working = (place: Place): boolean => canLose(place) && isCivil(place);

export function draftTransfers(the: Case): void {
  draftOut(the);
  draftIn(the);
  for (let i = 0; i < INSIDE.across; i += 1) draftLetter(the, i, true);
  for (let i = 0; i < INSIDE.within; i += 1) draftLetter(the, i, false);
  for (let i = 0; i < INSIDE.oneBody; i += 1) draftInOneBody(the);
}

/** Out of the register: the letter, and what the other side reports within weeks, but not always. */
function draftOut(the: Case): void {
  const { r } = the;
  for (const place of Object.keys(OUT) as Outside[])
    for (let i = 0; i < OUT[place]; i += 1) {
      const isProbationer = place === 'province' && i < 14;
      const left = isProbationer
        ? takeProbationer(the, '2019-06-01', '2019-11-20', working)
        : the.roster.take(r, working, { ages: [22, 46] });
      const on = someDay(r, 2020, 1, isProbationer ? 5 : 13);
      const destination = { place, name: pick(r, names[place]) };
      addDraft(the, on, the.ofProvince('GTSHĐ', on), { kind: 'transfer.issued', person: left.code, destination });
      left.place.now -= 1;
      if (on > '2020-12' || chance(r, 0.1)) continue;
      const heardOn = addWorkingDays(on, between(r, 8, 24));
      const paper = {
        issuer: destination.name,
        number: `${between(r, 10, 900)}-BC`,
        issuedOn: heardOn,
        type: 'Báo cáo',
      };
      addDraft(the, heardOn, paper, { kind: 'transfer.confirmed', person: left.code });
    }
}

/** Into it: demobilised soldiers, students and workers who come home, cadres who are posted here. */
function draftIn(the: Case): void {
  const { r, roster } = the;
  for (const place of Object.keys(IN) as Outside[])
    for (let i = 0; i < IN[place]; i += 1) {
      const home = anyPlace(the, homeOf(r, place));
      const letterOn = someDay(r, 2020, 1, 12);
      const on = receiptOf(r, letterOn);
      const letters = { province: 'TW', army: 'QĐ', police: 'CA', central: 'TW' }[place];
      const mix = { ...roster.mixOf(home), dossierLetters: letters };
      const ages = place === 'army' ? ([22, 26] as const) : ([24, 52] as const);
      const person = roster.newcomer(the.nextSerial(), home, { status: 'official', on: letterOn, ages }, mix);
      const origin = { place, name: pick(r, names[place]) };
      const paper = {
        issuer: origin.name,
        number: `${between(r, 20, 2400)}-GTSHĐ`,
        issuedOn: letterOn,
        type: 'Giấy giới thiệu sinh hoạt đảng',
      };
      addDraft(the, on, paper, { kind: 'transfer.received', person, cell: home.cell.code, status: 'official', origin });
      arrive(home);
    }
}

function homeOf(r: Random, from: Outside): (place: Place) => boolean {
  if (from === 'police') return ({ cell }) => cell.profile === 'police';
  if (from === 'army' && chance(r, 0.1)) return ({ cell }) => cell.profile === 'army';
  const toVillage = from === 'army' || chance(r, 0.6);
  return (place) => isCivil(place) && isVillage(place) === toVillage;
}

const receiptOf = (r: Random, letterOn: Day): Day => addWorkingDays(letterOn, between(r, 3, 22));

/** Letter and receipt are one paper. Some are on their way when the year ends, a few come back. */
function draftLetter(the: Case, i: number, isAcross: boolean): void {
  const { r } = the;
  const { code, place } = the.roster.take(r, working, { ages: [25, 56] });
  const from = superiorAt(place);
  const to = anyPlace(
    the,
    (other) =>
      isCivil(other) &&
      (superiorAt(other) !== from) === isAcross &&
      other.organisation !== place.organisation &&
      (isAcross || isVillage(other) === isVillage(place)),
  );
  const on = i < 9 ? workingDay(`2020-12-${18 + (i % 5)}`) : someDay(r, 2020, 1, 11);
  const paper: DraftPaper = isAcross ? the.ofProvince('GTSHĐ', on) : the.ofSuperior(from, 'GTSHĐ', on);
  addDraft(the, on, paper, { kind: 'transfer.issued', person: code, to: to.cell.code });
  if (i % 97 === 96) {
    const back = addWorkingDays(on, between(r, 10, 25));
    const cancelled = isAcross ? the.ofProvince('GTSHĐ', back) : the.ofSuperior(from, 'GTSHĐ', back);
    addDraft(the, back, cancelled, { kind: 'transfer.cancelled', person: code });
    return;
  }
  const receivedOn = i < 9 ? addWorkingDays(on, between(r, 14, 22)) : receiptOf(r, on);
  addDraft(the, receivedOn, paper, { kind: 'transfer.received', person: code, cell: to.cell.code });
  place.now -= 1;
  arrive(to);
}

function draftInOneBody(the: Case): void {
  const { code, place } = the.roster.take(the.r, (from) => isInCommune(from) && canLose(from) && isCivil(from), {
    ages: [24, 68],
  });
  const own = the.roster.places.filter(
    (other) => other.organisation === place.organisation && other !== place && isCivil(other),
  );
  const to = pick(the.r, own);
  const on = someDay(the.r, 2020, 1, 13);
  const paper = the.ofGrassroots(place.organisation, 'GTSHĐ', on);
  addDraft(the, on, paper, { kind: 'member.transferred', person: code, to: to.cell.code });
  place.now -= 1;
  arrive(to);
}
