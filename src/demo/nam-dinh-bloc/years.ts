import type { Day } from '#/platform/day.ts';
import type { Career } from '../bloc/careers.ts';
import type { BlocCase } from '../bloc/case.ts';
import { draftDiscipline } from '../bloc/discipline.ts';
import { draftDocument, draftGrassrootsResolutions, draftStudy, draftUsualDocuments } from '../bloc/documents.ts';
import { draftBadges, draftCards, draftLostCards, draftYearlyAward } from '../bloc/honours.ts';
import { draftMeetings } from '../bloc/meetings.ts';
import { draftMemberGrades } from '../bloc/member-grades.ts';
import { draftModelCells } from '../bloc/models.ts';
import { draftOnMembers, draftOnUnits } from '../bloc/oversight.ts';
import { draftPetitions } from '../bloc/petitions.ts';
import { draftCellGrades, draftCollectives, draftUnitGrades } from '../bloc/unit-grades.ts';
import { draftContest } from './contest.ts';
import { bloc, FOUNDED, LAST } from './setting.ts';
import { draftStrengthening, type Strengthened, weakOn } from './strengthening.ts';

/** What seed 001 gives for every year: 93% of the organisations, 97,08% of the members good or above. */
const UNITS = { percent: 93, decimals: 0 };
const MEMBERS = { percent: 97.08, decimals: 2 };

/** Inspected: 768 organisations and 709 members; supervised by theme: 470 and 528 (seed 001), all levels together. */
const oversight: readonly (readonly [from: Day, to: Day, counts: readonly [number, number, number, number]])[] = [
  [FOUNDED, '2020-12-25', [128, 116, 78, 88]],
  ['2021-01-25', '2021-12-24', [262, 243, 160, 181]],
  ['2022-01-25', '2022-12-23', [270, 248, 165, 185]],
  ['2023-01-30', '2023-05-26', [108, 102, 67, 74]],
];

const themes: readonly (readonly [Day, string])[] = [
  ['2020-11-05', 'Tăng cường công tác chính trị, tư tưởng trong tình hình mới'],
  ['2021-03-11', 'Nâng cao năng lực lãnh đạo của tổ chức cơ sở đảng và chất lượng đảng viên'],
  ['2021-10-14', 'Xây dựng văn hóa trong cơ quan, đơn vị, doanh nghiệp'],
];

export function draftYears(the: BlocCase, officers: readonly Career[]): void {
  const cases = draftStrengthening(the);
  const units = new Set<string>();
  const members = new Set<Career>();
  const models = new Set<string>();
  for (const [from, to, [units1, members1, units2, members2]] of oversight) {
    const year = Number(from.slice(0, 4));
    draftDiscipline(the, { from, to, count: year === 2023 ? 5 : 13 });
    draftOnUnits(the, 'inspected', { from, to, count: units1 }, units);
    draftOnUnits(the, 'supervised', { from, to, count: units2 }, units);
    draftOnMembers(the, 'inspected', { from, to, count: members1 }, officers, members);
    draftOnMembers(the, 'supervised', { from, to, count: members2 }, officers, members);
    draftUsualDocuments(the, bloc, from, to);
    draftGrassrootsResolutions(the, from, to, 12);
    draftStudy(the, bloc, year, from, to);
    draftPetitions(the, bloc, from, year === 2023 ? '2023-02-10' : `${year}-09-01`, year === 2023 ? 1 : 4);
    draftLostCards(the, from, to, 6);
    if (year > 2020 && year < 2023) draftModelCells(the, year, 24, models);
    if (year < 2023) draftYearEnd(the, year, cases);
  }
  for (const [on, subject] of themes) draftDocument(the, bloc, on, { type: 'resolution', thematic: true, subject });
  draftContest(the);
  draftMeetings(the, 2022, { exactly: null });
  draftBadges(the, '2020-09-02', LAST);
  draftCards(the, LAST);
}

function draftYearEnd(the: BlocCase, year: number, cases: readonly Strengthened[]): void {
  const graded = draftMemberGrades(the, year, MEMBERS);
  const best = draftUnitGrades(the, year, { share: UNITS, weak: weakOn(cases, `${year}-12-31`) });
  draftCellGrades(the, graded);
  draftCollectives(the, year, best);
  draftYearlyAward(the, bloc, graded, best, 45);
}
