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

/** How many of so many fall short; null where no number of them makes the share. */
export function falling(count: number, share: Share): number | null {
  if ('short' in share) return share.short;
  const { percent, decimals } = share;
  const short = Math.round(count * (1 - percent / 100));
  const scale = 10 ** decimals;
  // Half up, in whole numbers.
  const shown = Math.floor((2 * 100 * scale * (count - short) + count) / (2 * count));
  return shown === Math.round(percent * scale) ? short : null;
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
  const everybody = [...roll.values()].flat().filter((one) => omissionOf(one, last) === null);
  const blamed = everybody.filter(({ blamedIn }) => blamedIn === year);
  const rest = shuffled(
    the.r,
    everybody.filter((one) => !blamed.includes(one)),
  );
  // A few study abroad and will be graded when they are back; as many as leave a number of which the share can be.
  const isFit = (left: number) => falling(everybody.length - left, share) !== null;
  const away = new Set(rest.splice(0, [2, 3, 4, 5, 6, 7, 8].find(isFit) ?? 0));
  const count = falling(everybody.length - away.size, share);
  if (count === null) throw new Error(`no share of about ${everybody.length} fits ${year}`);
  // Whoever was disciplined in the year is not good; the others who fall short come from everywhere.
  const short = new Set([...blamed, ...rest].slice(0, count));
  const graded: Graded = { year, decidedOn: new Map(), excellent: [] };
  for (const [organisation, members] of roll) {
    const on = workingDay(addDays(`${year + 1}-01-04`, between(the.r, 0, 10)));
    graded.decidedOn.set(organisation, on);
    const paper = the.papers.ofGrassroots(organisation, 'QĐ', on);
    const voters = members.filter((one) => omissionOf(one, last) === null && !away.has(one));
    const good = voters.filter((one) => !short.has(one));
    const best = new Set(shuffled(the.r, good).slice(0, excellentAmong(the.r, good.length)));
    graded.excellent.push(...best);
    for (const career of members) {
      const level = best.has(career) ? 'excellent' : short.has(career) ? lowLevel(the.r, career, year) : 'good';
      const reason = omissionOf(career, last);
      const omission = reason === null ? { omitted: 'other', note: LATER } : { omitted: reason };
      const grade = voters.includes(career) ? { level } : omission;
      add(the, on, paper, { kind: 'member.classified', person: career.code, forYear: year, ...grade });
    }
  }
  return graded;
}

const LATER = 'đang học tập ở nước ngoài, chưa kiểm điểm';

/** Of so many good or excellent: e ≤ (all − e) / 5, so a sixth of both at most. */
const excellentAmong = (r: Random, above: number): number => Math.floor((above / 6) * pick(r, [1, 1, 1, 0.9, 0.8]));

const lowLevel = (r: Random, { blamedIn }: Career, year: number): string =>
  r() < (blamedIn === year ? 0.5 : 0.02) ? 'not-completed' : 'completed';

function omissionOf({ admittedOn, absences }: Career, last: Day): string | null {
  if (absences.some(({ from, to, isExcused }) => isExcused && from <= last && last < to)) return 'exempt';
  return admittedOn !== null && addMonths(admittedOn, 6) > last ? 'admitted-under-6-months' : null;
}
