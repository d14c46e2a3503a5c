import type { ActInput } from '#/kernel/journal/act.ts';
import { linesOf, numberPapers, withIds } from './drafts.ts';
import { ADMISSIONS, draftApprovals, draftRecognitions } from './hai-hau/admissions.ts';
import { type Case, makeCase } from './hai-hau/case.ts';
import { DEPARTURES, draftDepartures, RETURNS } from './hai-hau/departures.ts';
import { draftDuties } from './hai-hau/duties.ts';
import { graded } from './hai-hau/graded.ts';
import { draftMemberGrades, draftUnitGrades } from './hai-hau/grades.ts';
import { neighbourMembers } from './hai-hau/neighbour.ts';
import { reform } from './hai-hau/reform-2025.ts';
import { makeRoster, OPENING } from './hai-hau/roster.ts';
import { draftMerger, structure } from './hai-hau/structure.ts';
import { COMERS, draftTransfers, LEAVERS } from './hai-hau/transfers.ts';
import { grassroots, MERGED_COMMUNE } from './hai-hau/tree.ts';
import { random } from './random.ts';
import type { Roster } from './roster.ts';

/** Members on 31 December 2020 (published as "hơn 14.700"). */
const MEMBERS = 14_712;

export interface HaiHauOptions {
  seed?: number;
  /** The end of the districts on 1/7/2025, and what came after them. */
  withReform?: boolean;
}

/** Hải Hậu 2020: the journal behind the figures of seed 002. */
export function* haiHau({ seed = 2020, withReform = true }: HaiHauOptions = {}): Generator<ActInput> {
  yield* withIds(lines(seed, withReform), 'hai-hau', String(seed));
}

function* lines(seed: number, withReform: boolean): Generator<ActInput> {
  const organisations = grassroots(seed);
  // So many on the opening day that the year's comings and goings end at the published count.
  const opening = MEMBERS - (ADMISSIONS + COMERS + RETURNS) + (DEPARTURES + LEAVERS);
  const roster = makeRoster(seed, organisations, opening);
  const the = draftYear(seed, roster);
  yield* structure(random(seed, 5, 0), organisations);
  const list = {
    issuer: 'Ban Tổ chức Huyện ủy Hải Hậu',
    number: '01-BC/BTCHU',
    issuedOn: OPENING,
    type: 'Danh sách đảng viên',
  };
  yield* openingBalance(roster, list);
  yield* neighbourMembers(seed, { ...list, issuer: 'Ban Tổ chức Huyện ủy Giao Thủy' });
  yield* linesOf(the.drafts);
  if (withReform) yield* reform(organisations);
}

function draftYear(seed: number, roster: Roster): Case {
  const organisations = grassroots(seed);
  const the = makeCase(random(seed, 6, 0), roster, organisations, roster.total + 1);
  draftMerger(the);
  draftApprovals(the);
  draftRecognitions(the);
  draftDepartures(the);
  draftTransfers(the);
  draftDuties(the);
  draftUnitGrades(
    the,
    organisations.filter(({ place }) => !place.endsWith(MERGED_COMMUNE)),
  );
  draftMemberGrades(the, graded(the));
  numberPapers(random(seed, 7, 0), the.drafts);
  return the;
}

function* openingBalance(roster: Roster, paper: Record<string, unknown>): Generator<ActInput> {
  for (const { cell, first, size } of roster.places)
    for (let serial = first; serial < first + size; serial += 1) {
      const person = roster.member(serial);
      const status = person.officialOn === undefined ? 'probationary' : 'official';
      const line = { kind: 'member.registered', effectiveOn: OPENING, paper, person, cell: cell.code, status };
      yield roster.isExempt(serial, person) ? { ...line, exempt: { permanent: true } } : line;
    }
}
