import { addMonths, type Day } from '#/platform/day.ts';
import { between, pick } from '../random.ts';
import type { Place } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, anyPlace, type Case, committeeOf, isInCommune, isVillage, someDay } from './case.ts';

/** What changes duties and records but nobody's place in the count. */
export function draftDuties(the: Case): void {
  draftExemptions(the);
  draftStays(the);
  draftSuspensions(the);
  draftRecords(the);
}

/** The cell resolves; for good on account of age and health, for a time otherwise. Some ask to come back. */
function draftExemptions(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 74; i += 1) {
    const isPermanent = i < 52;
    const { code, place } = the.roster.take(the.r, (from) => isVillage(from) === isPermanent, {
      ages: isPermanent ? [70, 77] : [26, 48],
    });
    const on = someDay(r, 2020, 1, 13);
    const act = isPermanent
      ? { kind: 'member.exempted', person: code, permanent: true }
      : { kind: 'member.exempted', person: code, until: addMonths(on, pick(r, [3, 6, 6, 9])) };
    addDraft(the, on, cellResolution(the, place, on), act);
    if (isPermanent || !(i % 3 === 0) || on > '2020-08') continue;
    const ended = workingDay(addMonths(on, 3));
    addDraft(the, ended, cellResolution(the, place, ended), { kind: 'member.exemptionEnded', person: code });
  }
}

/** Cells meet once a month and count their resolutions by the year. */
function cellResolution(the: Case, { cell, organisation }: Place, on: Day): Record<string, unknown> {
  const isOwn = organisation.kind === 'grassroots-cell';
  const issuer = isOwn ? cell.name : `${cell.name}, ${committeeOf(the.organisations, organisation, on).name}`;
  return { issuer, number: `${on.slice(5, 7)}-NQ/CB`, issuedOn: on, type: 'Nghị quyết' };
}

/** Away for three to twelve months: counted at home. And guests, counted at theirs. */
function draftStays(the: Case): void {
  const { r, roster } = the;
  for (let i = 0; i < 30; i += 1) {
    const { code, place } = the.roster.take(the.r, isInCommune, { ages: [22, 45] });
    const on = someDay(r, 2020, 1, 12);
    const until = addMonths(on, between(r, 3, 11));
    const destination = {
      place: 'province',
      name: pick(r, ['Thành ủy Hà Nội', 'Tỉnh ủy Bắc Ninh', 'Tỉnh ủy Bình Dương', 'Thành ủy Hải Phòng']),
    };
    const paper = the.grassrootsPaper(place.organisation, 'GTSHĐ', on);
    addDraft(the, on, paper, { kind: 'member.temporarilyTransferred', person: code, destination, until });
    const back = workingDay(until);
    if (back < '2021-02')
      addDraft(the, back, the.grassrootsPaper(place.organisation, 'BC', back), {
        kind: 'member.temporaryReturned',
        person: code,
      });
  }
  for (let i = 0; i < 8; i += 1) {
    const place = anyPlace(the, (to) => to.cell.profile === 'enterprise' || isVillage(to));
    const on = someDay(r, 2020, 2, 11);
    const person = roster.newcomer(
      the.nextSerial(),
      place,
      { status: 'official', on, ages: [24, 40] },
      { ...roster.mix, dossierLetters: 'TB' },
    );
    const origin = { place: 'province', name: 'Tỉnh ủy Thái Bình' };
    const paper = {
      issuer: 'Đảng ủy nơi chuyển đi, tỉnh Thái Bình',
      number: `${between(r, 2, 60)}-GTSHĐ`,
      issuedOn: on,
    };
    addDraft(the, on, paper, { kind: 'member.temporarilyReceived', person, host: place.cell.code, origin });
  }
}

function draftSuspensions(the: Case): void {
  for (const [on, until] of [
    ['2020-06-15', '2020-09-15'],
    ['2020-11-16', '2021-02-16'],
  ] as const) {
    const { code } = the.roster.take(the.r, isInCommune, { ages: [34, 55] });
    addDraft(the, on, the.decision(on), { kind: 'member.suspended', person: code, until });
    if (until > '2021') continue;
    addDraft(the, until, the.decision(until), { kind: 'member.suspensionEnded', person: code });
  }
}

/** New certificates from the yearly supplement sheets, and slips of the pen put right. */
function draftRecords(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 46; i += 1) {
    const isTheory = i % 2 === 0;
    const { code, place } = the.roster.take(the.r, (from) => !isVillage(from), { ages: [30, 50] });
    const on = someDay(r, 2020, 6, 13);
    const record = isTheory ? { theoryLevel: 'intermediate' } : { qualification: 'university' };
    addDraft(the, on, the.grassrootsPaper(place.organisation, 'BC', on), {
      kind: 'member.updated',
      person: code,
      record,
    });
  }
  for (let i = 0; i < 6; i += 1) {
    const { code, place } = the.roster.take(the.r, isVillage, { ages: [40, 60] });
    const on = someDay(r, 2020, 3, 9);
    const record = i % 2 === 0 ? { generalEducation: 'upper-secondary' } : { religion: 'none' };
    addDraft(the, on, the.grassrootsPaper(place.organisation, 'BC', on), {
      kind: 'member.corrected',
      person: code,
      record,
    });
  }
}
