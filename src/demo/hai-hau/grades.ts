import { addDays, addMonths } from '#/platform/day.ts';
import { pick, shuffled } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case } from './case.ts';

/** Seed 002: 14 excellent, 69 good, 7 completed; the army's and the police's body have systems of their own. */
export const UNIT_LEVELS = { excellent: 14, good: 69, completed: 7 };

/** The district decides of its organisations in January and February 2021. */
export function draftUnitGrades(the: Case, organisations: readonly Grassroots[]): void {
  const own = organisations.filter(({ type }) => type === 'army' || type === 'police');
  const rest = shuffled(
    the.r,
    organisations.filter((organisation) => !own.includes(organisation)),
  );
  const days = { excellent: '2021-01-28', good: '2021-02-05', completed: '2021-02-05' };
  let at = 0;
  for (const level of ['excellent', 'good', 'completed'] as const) {
    const paper = the.decision(days[level]);
    for (const { code } of rest.slice(at, at + UNIT_LEVELS[level]))
      addDraft(the, days[level], paper, { kind: 'unit.classified', unit: code, forYear: 2020, level });
    at += UNIT_LEVELS[level];
  }
  const paper = the.decision(days.good);
  for (const { code } of own)
    addDraft(the, days.good, paper, { kind: 'unit.classified', unit: code, forYear: 2020, omitted: 'own-system' });
}

/** A member of 31 December 2020, as the grading sees one. */
export interface Graded {
  code: string;
  organisation: Grassroots;
  admittedOn: string;
  isExempt: boolean;
  isSuspended: boolean;
}

/** One decision a committee, in the first half of January. */
export function draftMemberGrades(the: Case, members: Iterable<Graded>): void {
  const byOrganisation = Map.groupBy(members, ({ organisation }) => organisation);
  for (const [organisation, graded] of byOrganisation) {
    const on = workingDay(addDays('2021-01-04', Math.floor(the.r() * 12)));
    const paper = the.grassrootsPaper(organisation, 'QĐ', on);
    const classify = (person: string, grade: { level: string } | { omitted: string }) =>
      addDraft(the, on, paper, { kind: 'member.classified', person, forYear: 2020, ...grade });
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

function omissionOf({ organisation, admittedOn, isExempt, isSuspended }: Graded): string | null {
  if (organisation.type === 'army' || organisation.type === 'police') return 'own-system';
  if (isExempt) return 'exempt';
  if (isSuspended) return 'suspended';
  return addMonths(admittedOn, 6) > '2020-12-31' ? 'admitted-under-6-months' : null;
}

/** In every grassroots organisation at most a fifth as many excellent as good ones (21-HD/BTCTW, 18/10/2019). */
function levelsOf({ r }: Case, count: number): string[] {
  const failed = count > 120 && r() < 0.4 ? 1 : 0;
  const completed = Math.round(count * (0.02 + r() * 0.06));
  const above = count - failed - completed;
  // excellent ≤ good / 5, so at most a sixth of both together; a little less, for those whom a letter takes elsewhere.
  const excellent = Math.floor((above / 6) * pick(r, [0.97, 0.97, 0.94, 0.85]));
  const of = (level: string, times: number): string[] => Array<string>(times).fill(level);
  const good = above - excellent;
  return shuffled(r, [
    ...of('excellent', excellent),
    ...of('good', good),
    ...of('completed', completed),
    ...of('not-completed', failed),
  ]);
}
