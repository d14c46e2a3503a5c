import { addDays, type Day } from '#/platform/day.ts';
import { shuffled } from '../random.ts';
import { excuse, sendAway } from './absences.ts';
import { admit, moveInside, receive } from './arrivals.ts';
import { dayBetween, workingDayBetween } from './calendar.ts';
import type { BlocCase } from './case.ts';
import { die, moveAway, refuse, retire, strike } from './departures.ts';
import { someMember } from './places.ts';

/** What is to happen between two days. Whoever comes or goes besides makes up the number at the end. */
export interface Span {
  from: Day;
  to: Day;
  admissions: number;
  /** Members on the last day. */
  closing: number;
  deaths: number;
  removed: number;
  refused: number;
  expelled: number;
  left: number;
  /** To other provinces; pensioners come on top. */
  away: number;
  inside: number;
  excused: number;
  sent: number;
}

/** Something about a unit that has its day. */
export interface UnitEvent {
  on: Day;
  run: () => void;
}

/** Drafts a span in the order of days, so that nobody leaves who is not there and no cell empties or bursts. */
export function draftSpan(the: BlocCase, span: Span, events: readonly UnitEvent[]): void {
  const slots = events.filter(({ on }) => span.from <= on && on <= span.to).map((event) => ({ ...event, rank: 0 }));
  const put = (count: number, dayOf: () => Day, run: (on: Day) => void) => {
    for (let i = 0; i < count; i += 1) {
      const on = dayOf();
      slots.push({ on, run: () => run(on), rank: 1 });
    }
  };
  const { r } = the;
  // Nobody goes in the weeks in which the year before is graded, and nobody is on the way when a year ends.
  const start = span.from.slice(5) < '01-25' ? `${span.from.slice(0, 4)}-01-25` : span.from;
  const any = () => workingDayBetween(r, span.from, span.to);
  const later = () => workingDayBetween(r, start, span.to);
  const early = () => workingDayBetween(r, start, addDays(span.to, -45));
  const retirees = the.company.all.filter(({ stays, retiresOn }) => stays.at(-1)?.to === null && retiresOn <= span.to);
  for (const career of retirees) {
    const on = career.retiresOn < start ? later() : career.retiresOn;
    slots.push({ on, run: () => retire(the, career, on), rank: 1 });
  }
  put(span.admissions, any, (on) => admit(the, on));
  put(
    span.deaths,
    () => dayBetween(r, start, span.to),
    (on) => die(the, on),
  );
  put(span.removed, later, (on) => strike(the, on, 'member.nameRemoved'));
  put(span.refused, later, (on) => refuse(the, on));
  put(span.expelled, later, (on) => strike(the, on, 'member.expelled'));
  put(span.left, later, (on) => strike(the, on, 'member.left'));
  const gone = retirees.length + span.deaths + span.removed + span.refused + span.expelled + span.left + span.away;
  const missing = span.closing - the.company.size - span.admissions + gone;
  put(Math.max(0, missing), later, (on) => receive(the, on));
  put(span.away + Math.max(0, -missing), later, (on) => moveAway(the, on));
  put(span.inside, early, (on) => moveInside(the, someMember(the, on), on));
  put(span.excused, early, (on) => excuse(the, on));
  put(span.sent, early, (on) => sendAway(the, on));
  // Those of one day in another order, unit acts first.
  const order = shuffled(r, slots).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.rank - b.rank));
  for (const { run } of order) run();
  if (the.company.size !== span.closing)
    throw new Error(`${the.company.size} members on ${span.to}, not ${span.closing}`);
}
