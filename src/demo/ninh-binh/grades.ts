import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { between, pick, shuffled } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case } from './case.ts';
import { isArmed, superiorOf, superiors } from './tree.ts';
import type { Member } from './year-end.ts';

const YEAR = 2020;

/**
 * Every superior decides of its grassroots organisations in January and February 2021: at most a fifth as many excellent
 * as good ones among those of one superior (21-HD/BTCTW, 18/10/2019). Then the province decides of the superiors.
 */
export function draftUnitGrades(the: Case): void {
  const bySuperior = Map.groupBy(the.organisations, superiorOf);
  for (const [superior, organisations] of bySuperior) {
    const on = workingDay(addDays('2021-01-18', between(the.r, 0, 24)));
    const paper = the.ofSuperior(superior, 'QĐ', on);
    const classify = ({ code }: Grassroots, grade: { level: string } | { omitted: string }) =>
      addDraft(the, on, paper, { kind: 'unit.classified', unit: code, forYear: YEAR, ...grade });
    const own = organisations.filter(isArmed);
    for (const organisation of own) classify(organisation, { omitted: 'own-system' });
    const rest = shuffled(
      the.r,
      organisations.filter((one) => !isArmed(one)),
    );
    const levels = levelsOf(the, rest.length);
    rest.forEach((organisation, i) => {
      classify(organisation, { level: levels[i] as string });
    });
  }
  const on: Day = '2021-02-08';
  const paper = the.ofProvince('QĐ', on);
  superiors.forEach(({ code }, i) => {
    const isOwn = code === 'NBQS' || code === 'NBCA';
    const grade = isOwn ? { omitted: 'own-system' } : { level: i === 6 ? 'excellent' : i === 4 ? 'completed' : 'good' };
    addDraft(the, on, paper, { kind: 'unit.classified', unit: code, forYear: YEAR, ...grade });
  });
}

/** One decision a committee, in the first half of January. */
export function draftMemberGrades(the: Case, members: readonly Member[]): void {
  const byOrganisation = Map.groupBy(members, ({ place }) => place.organisation);
  for (const [organisation, graded] of byOrganisation) {
    const on = workingDay(addDays('2021-01-04', between(the.r, 0, 11)));
    const paper = the.ofGrassroots(organisation, 'QĐ', on);
    const classify = (person: string, grade: { level: string } | { omitted: string }) =>
      addDraft(the, on, paper, { kind: 'member.classified', person, forYear: YEAR, ...grade });
    const voters: string[] = [];
    for (const member of graded) {
      const omitted = omissionOf(member);
      if (omitted === null) voters.push(member.code);
      else classify(member.code, { omitted });
    }
    const levels = levelsOf(the, voters.length);
    voters.forEach((code, i) => {
      classify(code, { level: levels[i] as string });
    });
  }
}

function omissionOf({ place, admittedOn, isExempt, isSuspended }: Member): string | null {
  if (isArmed(place.organisation)) return 'own-system';
  if (isExempt) return 'exempt';
  if (isSuspended) return 'suspended';
  if (admittedOn.length < 10) return null;
  return addMonths(admittedOn, 6) > `${YEAR}-12-31` ? 'admitted-under-6-months' : null;
}

function levelsOf({ r }: Case, count: number): string[] {
  const failed = count > 150 && r() < 0.45 ? 1 : 0;
  const completed = Math.round(count * (0.02 + r() * 0.06));
  const above = count - failed - completed;
  // excellent ≤ good / 5, so at most a sixth of both together; a little less, for those whom a letter takes elsewhere.
  const excellent = Math.floor((above / 6) * pick(r, [0.97, 0.97, 0.94, 0.85]));
  const of = (level: string, times: number): string[] => Array<string>(times).fill(level);
  return shuffled(r, [
    ...of('excellent', excellent),
    ...of('good', above - excellent),
    ...of('completed', completed),
    ...of('not-completed', failed),
  ]);
}
