import type { Day } from '#/platform/day.ts';
import { between, chance, pick, type Random } from '../random.ts';
import { arrive, type Place } from '../roster.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { takeProbationer } from './admissions.ts';
import { addDraft, anyPlace, type Case, canLose, isInCommune, isVillage, someDay } from './case.ts';
import { neighbourCells, neighbourMember } from './neighbour.ts';

type Outside = 'province' | 'army' | 'police' | 'central';

const OUT: Record<Outside, number> = { province: 61, army: 9, police: 5, central: 3 };
const IN: Record<Outside, number> = { province: 52, army: 38, police: 6, central: 2 };
/** To and from the other district of the province that this register holds a corner of. */
const TO_NEIGHBOUR = 16;
const FROM_NEIGHBOUR = 14;
const INSIDE = 92;
const IN_ONE_BODY = 58;

const total = (counts: Record<Outside, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Members who left Hải Hậu by letter in 2020, and who came by receipt. */
export const LEAVERS = total(OUT) + TO_NEIGHBOUR;
export const COMERS = total(IN) + FROM_NEIGHBOUR;

const names: Record<Outside, readonly string[]> = {
  province: [
    'Thành ủy Hà Nội',
    'Thành ủy Hải Phòng',
    'Tỉnh ủy Quảng Ninh',
    'Tỉnh ủy Thái Bình',
    'Tỉnh ủy Ninh Bình',
    'Tỉnh ủy Bắc Ninh',
    'Thành ủy Thành phố Hồ Chí Minh',
    'Tỉnh ủy Bình Dương',
    'Tỉnh ủy Đồng Nai',
    'Tỉnh ủy Lâm Đồng',
  ],
  army: ['Đảng ủy Quân khu 3', 'Đảng ủy Quân chủng Hải quân', 'Đảng ủy Bộ đội Biên phòng', 'Đảng ủy Quân đoàn 1'],
  police: ['Đảng ủy Công an Trung ương'],
  central: ['Đảng ủy Khối các cơ quan Trung ương', 'Đảng ủy Khối Doanh nghiệp Trung ương'],
};

const working = (place: Place): boolean => canLose(place) && place.cell.profile !== 'army';
const receiptOf = (r: Random, letterOn: Day): Day => addWorkingDays(letterOn, between(r, 3, 22));

export function draftTransfers(the: Case): void {
  draftOut(the);
  draftIn(the);
  draftNeighbour(the);
  for (let i = 0; i < INSIDE; i += 1) draftInside(the, i);
  for (let i = 0; i < IN_ONE_BODY; i += 1) draftInOneBody(the);
}

/** Out of the register: the letter is all that this side sees. */
function draftOut(the: Case): void {
  for (const place of Object.keys(OUT) as Outside[])
    for (let i = 0; i < OUT[place]; i += 1) {
      const isProbationer = place === 'province' && i < 2;
      const left = isProbationer
        ? takeProbationer(the, '2019-06-01', '2019-11-20', working)
        : the.roster.take(the.r, working, { ages: [22, 46] });
      const on = someDay(the.r, 2020, 1, isProbationer ? 5 : 13);
      const destination = { place, name: pick(the.r, names[place]) };
      addDraft(the, on, the.letter(on), { kind: 'transfer.issued', person: left.code, destination });
      left.place.now -= 1;
      draftConfirmation(the, left.code, on, destination.name);
    }
}

/** The other side reports within weeks, but not always; of December's letters nothing has been heard yet. */
function draftConfirmation(the: Case, person: string, sentOn: Day, issuer: string): void {
  const { r } = the;
  if (sentOn > '2020-12' || chance(r, 0.1)) return;
  const on = addWorkingDays(sentOn, between(r, 8, 24));
  const paper = { issuer, number: `${between(r, 10, 900)}-BC`, issuedOn: on, type: 'Báo cáo' };
  addDraft(the, on, paper, { kind: 'transfer.confirmed', person });
}

/** Into it: demobilised soldiers, students and workers who come home, cadres who are posted here. */
function draftIn(the: Case): void {
  const { r, roster } = the;
  for (const place of Object.keys(IN) as Outside[])
    for (let i = 0; i < IN[place]; i += 1) {
      const home = anyPlace(the, place === 'army' || chance(r, 0.6) ? isVillage : (to) => !isVillage(to));
      const letterOn = someDay(r, 2020, 1, 12);
      const on = receiptOf(r, letterOn);
      const mix = { ...roster.mix, dossierLetters: place === 'army' ? 'QĐ' : place === 'police' ? 'CA' : 'TW' };
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

/** To and from the other district: both sides are here; the last letters are on their way when the year ends. */
function draftNeighbour(the: Case): void {
  const { r } = the;
  for (let i = 0; i < TO_NEIGHBOUR; i += 1) {
    const { code, place } = the.roster.take(the.r, working, { ages: [26, 50] });
    const on = i < 2 ? '2020-12-21' : someDay(r, 2020, 1, 11);
    const to = pick(r, neighbourCells);
    draftLetter(the, code, to.code, on, the.letter(on));
    place.now -= 1;
  }
  for (let i = 0; i < FROM_NEIGHBOUR + 1; i += 1) {
    // The one too many arrives in January and is not here yet on 31 December.
    const on = i === FROM_NEIGHBOUR ? '2020-12-24' : someDay(r, 2020, 1, 11);
    const place = anyPlace(the, isInCommune);
    const issuer = 'Ban Tổ chức Huyện ủy Giao Thủy';
    const paper = { issuer, number: `${40 + i * 11}-GTSHĐ`, issuedOn: on, type: 'Giấy giới thiệu sinh hoạt đảng' };
    draftLetter(the, neighbourMember(i), place.cell.code, on, paper);
    arrive(place);
  }
}

/** Letter and receipt are one paper. */
function draftLetter(the: Case, person: string, cell: string, on: Day, paper: Parameters<typeof addDraft>[2]): void {
  addDraft(the, on, paper, { kind: 'transfer.issued', person, to: cell });
  const receivedOn = on > '2020-12-10' ? addWorkingDays(on, between(the.r, 14, 22)) : receiptOf(the.r, on);
  addDraft(the, receivedOn, paper, { kind: 'transfer.received', person, cell });
}

/** Between two grassroots organisations of the district: neither comes nor goes for it. Five are in transit over the year's end. */
function draftInside(the: Case, i: number): void {
  const { r } = the;
  const { code, place } = the.roster.take(the.r, working, { ages: [25, 56] });
  const to = anyPlace(
    the,
    (other) => other.organisation !== place.organisation && isVillage(other) === isVillage(place),
  );
  const on = i < 5 ? workingDay(`2020-12-${18 + i}`) : someDay(r, 2020, 1, 11);
  const paper = the.letter(on);
  if (i >= 90) {
    addDraft(the, on, paper, { kind: 'transfer.issued', person: code, to: to.cell.code });
    const back = addWorkingDays(on, between(r, 10, 25));
    addDraft(the, back, the.letter(back), { kind: 'transfer.cancelled', person: code });
    return;
  }
  draftLetter(the, code, to.cell.code, on, paper);
  place.now -= 1;
  arrive(to);
}

function draftInOneBody(the: Case): void {
  const { code, place } = the.roster.take(the.r, (from) => isInCommune(from) && canLose(from), { ages: [24, 68] });
  const to = anyPlace(the, (other) => other.organisation === place.organisation && other !== place);
  const on = someDay(the.r, 2020, 1, 13);
  addDraft(the, on, the.grassrootsPaper(place.organisation, 'GTSHĐ', on), {
    kind: 'member.transferred',
    person: code,
    to: to.cell.code,
  });
  place.now -= 1;
  arrive(to);
}
