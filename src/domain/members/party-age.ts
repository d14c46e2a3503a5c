import { type FactRow, parseRange } from '#/kernel/facts/table.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { addMonths, type Day, earliest } from '#/platform/day.ts';
import { memberEventTable, personRecordTable } from './tables.ts';

const leavings = new Set(['name-removed', 'expelled', 'left']);

/** What party age needs of a spell of the record. */
export interface AgeRecord {
  /** Its first day; '': from the beginning. */
  from: Day | '';
  /** The day of the decision, the earliest that it can mean. */
  decidedOn: Day | null;
  admittedOn: string | null;
}

export interface AgeEvent {
  event: string;
  onDay: Day;
}

/** A party age with its arithmetic: from one day to another, less the time outside. */
export interface PartyAge {
  months: number;
  from: Day;
  /** ceremony: only that is known; the decision came two months before it at most. */
  basis: 'decision' | 'ceremony';
  until: Day;
  /** Why it is counted no further. */
  endedBy: 'died' | 'left' | null;
  outside: { from: Day; to: Day; months: number }[];
}

/**
 * Full months of party age on a day, or by the day of death or of leaving before it: from the decision of the first admission, less the
 * time outside the Party, counted by the month (29-QĐ/TW, 25/7/2016, 27.3, as the Central Organisation Department explained it for
 * the 45-year badge). Where dates are rough, the longest that it can be. Null: the register does not tell.
 */
export function partyAgeOf(records: readonly AgeRecord[], events: readonly AgeEvent[], on: Day): PartyAge | null {
  const known = records.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const past = events.filter(({ onDay }) => onDay <= on).toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1));
  const first = decision(known[0]);
  if (first === null) return null;
  const outside: PartyAge['outside'] = [];
  let leftOn: Day | null = null;
  for (const { event, onDay } of past) {
    if (leavings.has(event)) leftOn = onDay;
    // Annulled as wrong: the years count.
    if (event === 'restored') leftOn = null;
    if (event !== 'readmitted') continue;
    // Whoever left before the register opened has years that it does not know.
    if (leftOn === null) return null;
    const back = decision(known.findLast(({ from }) => from <= onDay))?.day ?? onDay;
    outside.push({ from: leftOn, to: back, months: Math.max(0, monthsBetween(leftOn, back)) });
    leftOn = null;
  }
  const died = past.find(({ event }) => event === 'died')?.onDay ?? null;
  const until = leftOn ?? died ?? on;
  const away = outside.reduce((sum, { months }) => sum + months, 0);
  return {
    months: monthsBetween(first.day, until) - away,
    ...{ from: first.day, basis: first.basis, until, outside },
    endedBy: leftOn !== null ? 'left' : died !== null ? 'died' : null,
  };
}

/** The months of it, by the facts of an act that is checked. */
export async function partyAge(ctx: CheckContext, personId: string, on: Day): Promise<number | null> {
  const records = (await ctx.facts(personRecordTable, personId)).map(
    (row: FactRow): AgeRecord => ({
      from: parseRange(row.valid as string).from ?? '',
      decidedOn: row.party_age_from as Day | null,
      admittedOn: row.admitted_on as string | null,
    }),
  );
  const events = (await ctx.facts(memberEventTable, personId)).map(
    ({ event, on_day }): AgeEvent => ({ event: event as string, onDay: on_day as Day }),
  );
  return partyAgeOf(records, events, on)?.months ?? null;
}

/** Where only the ceremony is known, the decision came before it: by two months at most. */
function decision(record: AgeRecord | undefined): { day: Day; basis: PartyAge['basis'] } | null {
  if (record === undefined) return null;
  if (record.decidedOn !== null) return { day: record.decidedOn, basis: 'decision' };
  const { admittedOn } = record;
  return admittedOn === null ? null : { day: addMonths(earliest(admittedOn), -2), basis: 'ceremony' };
}

function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [from, to].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))) as [number, number];
  return b - a;
}
