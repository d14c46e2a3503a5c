import { addDays, type Day } from '#/platform/day.ts';
import { between, pick } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { workingDayBetween } from './calendar.ts';
import { add, type BlocCase, type Superior } from './case.ts';

const sorts = ['petition', 'petition', 'denunciation', 'complaint'];
const topics = ['member', 'organisation', 'cadre-work', 'other'];
const outcomes = ['unfounded', 'partly-founded', 'forwarded', 'filed', 'founded'];

/** Letters to the bloc's committee, settled within 90 working days (22-QĐ/TW, 28/7/2021, as 30-QĐ/TW before it). */
export function draftPetitions(the: BlocCase, superior: Superior, from: Day, to: Day, count: number): void {
  const { r } = the;
  const days = Array.from({ length: count }, () => workingDayBetween(r, from, to)).sort();
  for (const [i, on] of days.entries()) {
    const code = `${String(i + 1).padStart(2, '0')}/${on.slice(0, 4)}`;
    const petition = { unit: superior.code, code };
    const act = { kind: 'petition.received', ...petition, sort: pick(r, sorts), about: pick(r, topics) };
    add(the, on, null, act);
    const settledOn = workingDay(addDays(on, between(r, 25, 100)));
    const paper = the.papers.ofCommission(superior, 'TB', settledOn);
    add(the, settledOn, paper, { kind: 'petition.settled', ...petition, outcome: pick(r, outcomes) });
  }
}
