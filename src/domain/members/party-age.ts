import type { FactRow } from '#/kernel/facts/table.ts';
import { parseRange } from '#/kernel/facts/table.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { addMonths, type Day, earliest } from '#/platform/day.ts';
import { memberEventTable, personRecordTable } from './tables.ts';

const leavings = new Set(['name-removed', 'expelled', 'left']);

/**
 * Full months of party age on a day, or by the day of death before it: from the decision of the first admission, less the
 * time outside the Party, counted by the month (29-QĐ/TW, 25/7/2016, 27.3, as the Central Organisation Department explained it for
 * the 45-year badge). Where dates are rough, the longest that it can be. Null: the register does not tell.
 */
export async function partyAge(ctx: CheckContext, personId: string, on: Day): Promise<number | null> {
  const records = (await ctx.facts(personRecordTable, personId)).toSorted((a, b) => (begin(a) < begin(b) ? -1 : 1));
  const events = (await ctx.facts(memberEventTable, personId))
    .filter((event) => day(event) <= on)
    .toSorted((a, b) => (day(a) < day(b) ? -1 : 1));
  const known = records.filter((record) => begin(record) <= on);
  const first = decision(known[0]);
  if (first === null) return null;
  let months = monthsBetween(first, end(events, on));
  let leftOn: Day | null = null;
  for (const { event, on_day } of events) {
    if (leavings.has(event as string)) leftOn = on_day as Day;
    // Annulled as wrong: the years count.
    if (event === 'restored') leftOn = null;
    if (event !== 'readmitted') continue;
    // Whoever left before the register opened has years that it does not know.
    if (leftOn === null) return null;
    const back = decision(known.findLast((record) => begin(record) <= (on_day as Day))) ?? (on_day as Day);
    months -= Math.max(0, monthsBetween(leftOn, back));
    leftOn = null;
  }
  return months;
}

function end(events: readonly FactRow[], on: Day): Day {
  const died = events.find(({ event }) => event === 'died');
  return died === undefined ? on : day(died);
}

const day = ({ on_day }: FactRow): Day => on_day as Day;
const begin = ({ valid }: FactRow): Day => parseRange(valid as string).from ?? '';

/** Where only the ceremony is known, the decision came before it: by two months at most. */
function decision(record: FactRow | undefined): Day | null {
  if (record === undefined) return null;
  if (record.party_age_from !== null) return record.party_age_from as Day;
  const ceremony = record.admitted_on as string | null;
  return ceremony === null ? null : addMonths(earliest(ceremony), -2);
}

function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [from, to].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))) as [number, number];
  return b - a;
}
