import type { ActInput } from '#/kernel/journal/act.ts';
import { linesOf, numberPapers, withIds } from './drafts.ts';
import { ADMISSIONS, draftAdmissions, draftRecognitions } from './ninh-binh/admissions.ts';
import { draftBadges } from './ninh-binh/badges.ts';
import { type Case, makeCase } from './ninh-binh/case.ts';
import { draftCommendations } from './ninh-binh/commendations.ts';
import { DEPARTURES, draftDepartures, RETURNS } from './ninh-binh/departures.ts';
import { draftDuties } from './ninh-binh/duties.ts';
import { draftMemberGrades, draftUnitGrades } from './ninh-binh/grades.ts';
import { draftMeetings } from './ninh-binh/meetings.ts';
import { draftOversight } from './ninh-binh/oversight.ts';
import { draftPosts } from './ninh-binh/posts.ts';
import { reform } from './ninh-binh/reform-2025.ts';
import { makeRoster, OPENING } from './ninh-binh/roster.ts';
import { structure } from './ninh-binh/structure.ts';
import { draftTargets } from './ninh-binh/targets.ts';
import { COMERS, draftTransfers, LEAVERS } from './ninh-binh/transfers.ts';
import { grassroots } from './ninh-binh/tree.ts';
import { draftWork } from './ninh-binh/work.ts';
import { atYearEnd } from './ninh-binh/year-end.ts';
import { random } from './random.ts';
import type { Roster } from './roster.ts';

/** Members of the old province on 31 December 2020: not published, of the order that 1,701 admissions fit. */
const MEMBERS = 60_418;

/**
 * Ninh Bình in 2020: the journal behind the figures of seed 000. The province itself (NB) comes with Hải Hậu's journal,
 * to whose register this one belongs.
 */
export function* ninhBinh({ seed = 2020 }: { seed?: number } = {}): Generator<ActInput> {
  yield* withIds(lines(seed), 'ninh-binh', String(seed));
}

function* lines(seed: number): Generator<ActInput> {
  const opening = MEMBERS - (ADMISSIONS + COMERS + RETURNS) + (DEPARTURES + LEAVERS);
  const organisations = grassroots(seed);
  const roster = makeRoster(seed, organisations, opening);
  yield* structure(random(seed, 25, 0), organisations);
  const the = draftYear(seed, makeCase(random(seed, 26, 0), roster, organisations));
  yield* openingBalance(roster);
  yield* linesOf(the.drafts);
  yield* reform(organisations);
}

function draftYear(seed: number, the: Case): Case {
  draftTargets(the);
  draftAdmissions(the);
  draftRecognitions(the);
  draftDepartures(the);
  draftTransfers(the);
  draftDuties(the);
  draftPosts(the);
  draftCommendations(the);
  draftOversight(the);
  draftWork(the);
  draftMeetings(the);
  draftUnitGrades(the);
  const members = atYearEnd(the);
  draftBadges(the, members);
  draftMemberGrades(the, members);
  numberPapers(random(seed, 27, 0), the.drafts);
  return the;
}

function* openingBalance(roster: Roster): Generator<ActInput> {
  const paper = {
    issuer: 'Ban Tổ chức Tỉnh ủy Ninh Bình',
    number: '01-BC/BTCTU',
    issuedOn: OPENING,
    type: 'Danh sách đảng viên',
  };
  for (const { cell, first, size } of roster.places)
    for (let serial = first; serial < first + size; serial += 1) {
      const person = roster.member(serial);
      const status = person.officialOn === undefined ? 'probationary' : 'official';
      const line = { kind: 'member.registered', effectiveOn: OPENING, paper, person, cell: cell.code, status };
      yield roster.isExempt(serial, person) ? { ...line, exempt: { permanent: true } } : line;
    }
}
