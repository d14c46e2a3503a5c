import { addMonths, type Day } from '#/platform/day.ts';
import { between, pick } from '../random.ts';
import type { Place } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case, isInCommune, isVillage, someDay, superiorAt } from './case.ts';

/** What changes duties and records but nobody's place in the count. */
export function draftDuties(the: Case): void {
  draftExemptions(the);
  draftStays(the);
  draftSuspensions(the);
  draftRecords(the);
}

/** The cell resolves; for good on account of age and health, for a time otherwise. */
function draftExemptions(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 310; i += 1) {
    const isPermanent = i < 236;
    const ages = isPermanent ? ([70, 77] as const) : ([26, 48] as const);
    const { code, place } = the.roster.take(r, (from) => isVillage(from) === isPermanent, { ages });
    const on = someDay(r, 2020, 1, 13);
    const act = isPermanent
      ? { kind: 'member.exempted', person: code, permanent: true }
      : { kind: 'member.exempted', person: code, until: addMonths(on, pick(r, [3, 6, 6, 9])) };
    addDraft(the, on, cellResolution(place, on), act);
    if (isPermanent || i % 3 !== 0 || on > '2020-08') continue;
    const ended = workingDay(addMonths(on, 2));
    addDraft(the, ended, cellResolution(place, ended), { kind: 'member.exemptionEnded', person: code });
  }
}

/** Cells meet once a month and count their resolutions by the year. */
export function cellResolution({ cell, organisation }: Place, on: Day): Record<string, unknown> {
  const issuer = organisation.kind === 'grassroots-cell' ? cell.name : `${cell.name}, ${organisation.name}`;
  return { issuer, number: `${on.slice(5, 7)}-NQ/CB`, issuedOn: on, type: 'Nghị quyết' };
}

/** Away for three to twelve months: counted at home. */
function draftStays(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 124; i += 1) {
    const { code, place } = the.roster.take(r, isInCommune, { ages: [22, 45] });
    const on = someDay(r, 2020, 1, 12);
    const until = addMonths(on, between(r, 3, 12));
    const destination = {
      place: 'province',
      name: pick(r, ['Thành ủy Hà Nội', 'Tỉnh ủy Bắc Ninh', 'Tỉnh ủy Bình Dương']),
    };
    const letter = the.ofSuperior(superiorAt(place), 'GTSHĐ', on);
    addDraft(the, on, letter, { kind: 'member.temporarilyTransferred', person: code, destination, until });
    const back = workingDay(until);
    if (back > '2021-02') continue;
    addDraft(the, back, the.ofGrassroots(place.organisation, 'BC', back), {
      kind: 'member.temporaryReturned',
      person: code,
    });
  }
}

function draftSuspensions(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 9; i += 1) {
    const { code, place } = the.roster.take(r, isInCommune, { ages: [32, 55] });
    const on = someDay(r, 2020, 2, 10);
    const paper = the.ofSuperior(superiorAt(place), 'QĐ', on);
    addDraft(the, on, paper, { kind: 'member.suspended', person: code, until: addMonths(on, 3) });
    if (i > 6) continue;
    const ended = workingDay(addMonths(on, 2));
    addDraft(the, ended, the.ofSuperior(superiorAt(place), 'QĐ', ended), {
      kind: 'member.suspensionEnded',
      person: code,
    });
  }
}

function draftRecords(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 420; i += 1) {
    const { code, place } = the.roster.take(r, (from) => !isVillage(from), { ages: [28, 50] });
    const on = someDay(r, 2020, 3, 13);
    const record = i % 2 === 0 ? { theoryLevel: 'intermediate' } : { qualification: pick(r, ['university', 'master']) };
    addDraft(the, on, the.ofGrassroots(place.organisation, 'BC', on), { kind: 'member.updated', person: code, record });
  }
}
