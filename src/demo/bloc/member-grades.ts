import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { between, pick, type Random, shuffled } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { lastDayOf } from './calendar.ts';
import type { Career } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { rollOn } from './roll.ts';
import type { Organisation } from './tree.ts';

/** A share to be met exactly as it is published, so many per cent at so many decimals; or how many fall short of it. */
export type Share = { percent: number; decimals: number } | { short: number };

/** How many of so many fall short. */
export function falling(count: number, share: Share): number {
  if ('short' in share) return share.short;
  const { percent, decimals } = share;
  const short = Math.round(count * (1 - percent / 100));
  const scale = 10 ** decimals;
  // Half up, in whole numbers.
  const shown = Math.floor((2 * 100 * scale * (count - short) + count) / (2 * count));
  if (shown !== Math.round(percent * scale)) throw new Error(`no share of ${count} is ${percent}%`);
  return short;
}

/** Decisions of a year: the day and the paper of each committee, and who was found what. */
export interface Graded {
  year: number;
  decidedOn: Map<Organisation, Day>;
  excellent: Career[];
}

/**
 * Committees grade the members of 31 December in the first half of January. Not those in their first half-year, not the
 * excused (Form 6F). In every organisation at most a fifth as many excellent as good (21-HD/BTCTW, 18/10/2019).
 */
export function draftMemberGrades(the: BlocCase, year: number, share: Share): Graded {
  const last = lastDayOf(year);
  const roll = rollOn(the, last);
  const voters = [...roll.values()].flat().filter((one) => omissionOf(one, last) === null);
  // Whoever was disciplined in the year is not good; the others who fall short come from everywhere.
  const blamed = voters.filter(({ blamedIn }) => blamedIn === year);
  const rest = shuffled(
    the.r,
    voters.filter((one) => !blamed.includes(one)),
  );
  const short = new Set([...blamed, ...rest].slice(0, falling(voters.length, share)));
  const graded: Graded = { year, decidedOn: new Map(), excellent: [] };
  for (const [organisation, members] of roll) {
    const on = workingDay(addDays(`${year + 1}-01-04`, between(the.r, 0, 10)));
    graded.decidedOn.set(organisation, on);
    const paper = the.papers.ofGrassroots(organisation, 'QĐ', on);
    const good = members.filter((one) => omissionOf(one, last) === null && !short.has(one));
    const best = new Set(shuffled(the.r, good).slice(0, excellentAmong(the.r, good.length)));
    graded.excellent.push(...best);
    for (const career of members) {
      const omitted = omissionOf(career, last);
      const level = best.has(career) ? 'excellent' : short.has(career) ? lowLevel(the.r, career, year) : 'good';
      const grade = omitted === null ? { level } : { omitted };
      add(the, on, paper, { kind: 'member.classified', person: career.code, forYear: year, ...grade });
    }
  }
  return graded;
}

/** Of so many good or excellent: e ≤ (all − e) / 5, so a sixth of both at most. */
const excellentAmong = (r: Random, above: number): number => Math.floor((above / 6) * pick(r, [1, 1, 1, 0.9, 0.8]));

const lowLevel = (r: Random, { blamedIn }: Career, year: number): string =>
  r() < (blamedIn === year ? 0.5 : 0.02) ? 'not-completed' : 'completed';

function omissionOf({ admittedOn, absences }: Career, last: Day): string | null {
  if (absences.some(({ from, to, isExcused }) => isExcused && from <= last && last < to)) return 'exempt';
  return admittedOn !== null && addMonths(admittedOn, 6) > last ? 'admitted-under-6-months' : null;
}
