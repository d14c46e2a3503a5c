import type { Day } from '#/platform/day.ts';
import { type Career, cellOn } from '../bloc/careers.ts';
import type { BlocCase } from '../bloc/case.ts';
import { draftDiscipline } from '../bloc/discipline.ts';
import { draftDocument, draftGrassrootsResolutions, draftStudy, draftUsualDocuments } from '../bloc/documents.ts';
import { draftAward, draftBadges, draftCards, draftLostCards, draftYearlyAward } from '../bloc/honours.ts';
import { draftMeetings } from '../bloc/meetings.ts';
import { draftMemberGrades, type Graded, type Share } from '../bloc/member-grades.ts';
import { draftModelCells } from '../bloc/models.ts';
import { draftOnMembers, draftOnUnits } from '../bloc/oversight.ts';
import { draftPetitions } from '../bloc/petitions.ts';
import type { Organisation } from '../bloc/tree.ts';
import { draftCellGrades, draftCollectives, draftUnitGrades } from '../bloc/unit-grades.ts';
import { shuffled } from '../random.ts';
import { bloc } from './setting.ts';

const FIRST = 2010;
const LAST = 2021;

/** Organisations that fell short of good, 2010–2021. */
const short = [5, 4, 5, 3, 4, 6, 4, 3, 5, 4, 3, 3];

/** Years of which every member's grade is in the register. */
const memberShares: Readonly<Record<number, Share>> = {
  2019: { percent: 95.8, decimals: 1 },
  2020: { percent: 96.4, decimals: 1 },
  2021: { percent: 96.9, decimals: 1 },
};

/** The conference of 25/11/2021: 8 collectives and 14 members were commended (seed 004). */
const CONFERENCE: Day = '2021-11-25';

export function draftYears(the: BlocCase, officers: readonly Career[]): void {
  const units = new Set<string>();
  const members = new Set<Career>();
  const models = new Set<string>();
  for (let year = FIRST; year <= LAST; year += 1) {
    const span = { from: `${year}-01-25`, to: `${year}-12-20` };
    draftDiscipline(the, { ...span, count: 4 + (year % 4) });
    draftOnUnits(the, 'inspected', { ...span, count: 31 + (year % 7) }, units);
    draftOnUnits(the, 'supervised', { ...span, count: 18 + (year % 5) }, units);
    draftOnMembers(the, 'inspected', { ...span, count: 24 + (year % 6) }, officers, members);
    draftOnMembers(the, 'supervised', { ...span, count: 16 + (year % 5) }, officers, members);
    draftUsualDocuments(the, bloc, span.from, span.to);
    draftGrassrootsResolutions(the, span.from, span.to, 4 + (year % 3));
    draftStudy(the, bloc, year, span.from, span.to);
    draftPetitions(the, bloc, span.from, `${year}-08-01`, 1 + (year % 3));
    draftLostCards(the, span.from, span.to, 3 + (year % 3));
    if (year >= 2018) draftModelCells(the, year, 12, models);
    draftYearEnd(the, year);
  }
  draftThemes(the);
  draftMeetings(the, 2020, { exactly: [80, 100] });
  draftBadges(the, '2010-02-01', '2021-12-31');
  draftCards(the, '2021-12-31');
}

/** Grades of the year, decided in January and February of the next, and the certificates that follow from them. */
function draftYearEnd(the: BlocCase, year: number): void {
  const share = memberShares[year];
  const graded = share === undefined ? null : draftMemberGrades(the, year, share);
  const best = draftUnitGrades(the, year, { share: { short: short[year - FIRST] as number } });
  if (graded === null) return;
  if (year >= 2020) draftCellGrades(the, graded);
  draftCollectives(the, year, best);
  if (year < LAST) draftYearlyAward(the, bloc, graded, best, 30);
  if (year === LAST - 1) draftConference(the, graded, best);
}

function draftConference(the: BlocCase, { excellent }: Graded, best: readonly Organisation[]): void {
  const there = excellent.filter((career) => cellOn(career, CONFERENCE) !== null);
  const members = shuffled(the.r, there).slice(0, 14);
  const occasion = 'tong-ket-tccsd-dang-vien-2010-2020';
  draftAward(the, { superior: bloc, on: CONFERENCE, occasion, units: shuffled(the.r, best).slice(0, 8), members });
}

/** What made the resolution of 2008 a matter of the bloc's own (seed 004: "các nghị quyết chuyên đề"). */
function draftThemes(the: BlocCase): void {
  for (const [on, subject] of [
    ['2011-03-17', 'Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng'],
    ['2013-09-19', 'Nâng cao chất lượng sinh hoạt chi bộ'],
    ['2016-04-14', 'Xây dựng đội ngũ cấp ủy viên cơ sở'],
    ['2018-10-18', 'Công tác phát triển đảng viên'],
    ['2021-03-18', 'Nâng cao chất lượng tổ chức cơ sở đảng và đội ngũ đảng viên giai đoạn 2021-2025'],
  ] as const)
    draftDocument(the, bloc, on, { type: 'resolution', thematic: true, subject });
}
