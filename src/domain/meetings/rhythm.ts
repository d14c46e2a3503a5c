import { sql } from 'kysely';
import { z } from 'zod';
import type { CheckContext, WholeBatch } from '#/kernel/rulebook/check.ts';
import type { Rule } from '#/kernel/rulebook/rulebook.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import type { Day } from '#/platform/day.ts';
import { isOneOf } from './attendance.ts';
import type { CellMeeting } from './contract.ts';

interface Met {
  unitId: string;
  actId: string;
  day: Day;
  sort: 'regular' | 'thematic';
}

/**
 * A cell meets every month, and on a theme every quarter. Looked at when the next regular meeting is recorded, for then
 * the months before it are over.
 */
export async function checkRhythm(
  whole: WholeBatch,
  ruleOn: CheckContext['rule'],
  meetings: readonly CellMeeting[],
): Promise<void> {
  const { facts } = whole;
  const isNew = new Set(meetings.map(({ actId }) => actId));
  const isHere = isOneOf([...new Set(meetings.map(({ unitId }) => unitId))]);
  const { rows } =
    await sql<Met>`select m.unit_id, m.act_id, m.on_day as day, m.sort from ${facts.table('meeting', 'm')}
    where ${isHere(sql`m.unit_id`)} and m.body = 'cell' and m.sort in ('regular', 'thematic')
    order by m.unit_id, m.on_day, m.act_id`.execute(facts.db);
  let before: Met[] = [];
  for (const met of rows) {
    if (before[0]?.unitId !== met.unitId) before = [];
    const previous = before.findLast(({ sort }) => sort === 'regular');
    if (previous !== undefined && met.sort === 'regular' && isNew.has(met.actId)) {
      checkMonths(whole, ruleOn('meeting.regular.months', met.day), met, previous);
      checkThemes(whole, ruleOn('meeting.thematic.months', previous.day), met, { previous, before });
    }
    before.push(met);
  }
}

function checkMonths(whole: WholeBatch, rule: Rule | null, { actId, day }: Met, previous: Met): void {
  if (rule === null) return;
  const missed = monthOf(day) - monthOf(previous.day) - months(rule);
  if (missed <= 0) return;
  const message = {
    vi: `Từ ${spokenDay(previous.day)} đến ${spokenDay(day)} không ghi kỳ sinh hoạt thường kỳ nào: thiếu ${missed} tháng.`,
    en: `No regular meeting is recorded between ${previous.day} and ${day}: ${missed} months without one.`,
  };
  whole.broken(rule, actId, 'effectiveOn', message);
}

/** The first regular meeting of a quarter looks back on the quarter in which the cell met before. */
function checkThemes(
  whole: WholeBatch,
  rule: Rule | null,
  { actId, day }: Met,
  { previous, before }: { previous: Met; before: readonly Met[] },
): void {
  if (rule === null) return;
  const span = months(rule);
  const first = monthOf(previous.day) - (monthOf(previous.day) % span);
  const isWithin = ({ day: met }: Met) => first <= monthOf(met) && monthOf(met) < first + span;
  // Still the same quarter, or the cell began to meet in the course of it.
  if (monthOf(day) < first + span || monthOf((before[0] as Met).day) > first) return;
  if (before.some((met) => met.sort === 'thematic' && isWithin(met))) return;
  const regular = before.filter((met) => met.sort === 'regular' && isWithin(met)).length;
  const [from, to] = [monthText(first), monthText(first + span - 1)];
  const message = {
    vi: `Từ ${from} đến ${to} có ${regular} kỳ sinh hoạt thường kỳ, chưa có kỳ sinh hoạt chuyên đề nào.`,
    en: `From ${from} to ${to} ${regular} regular meetings are recorded and none on a theme.`,
  };
  whole.broken(rule, actId, 'effectiveOn', message);
}

/** Months since the year 0. */
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const monthText = (month: number): string => `${(month % 12) + 1}/${Math.floor(month / 12)}`;

const months = (rule: Rule): number => z.int().positive().parse(rule.value);
