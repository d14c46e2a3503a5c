import { z } from 'zod';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { addMonths, type Day, earliest, isPartialDay } from '#/platform/day.ts';
import type { Course } from './contract.ts';
import { certificateTable } from './tables.ts';

/** After this day nobody's record changes: the one in force is the last. */
const LAST: Day = '9998-12-31';

/**
 * The certificate of the awareness course holds for so many months, up to the admission. Judged when both are known: the
 * person is in the register only from the admission on, so the certificate comes to it later or in the same batch.
 */
export async function checkValidity(act: Act<{ person: string; course: Course }>, ctx: CheckContext): Promise<void> {
  const { person, course } = act.body;
  if (course !== 'awareness') return;
  const known = await ctx.record(person, LAST);
  const decided = known?.admissionDecidedOn ?? known?.admittedOn;
  if (!isPartialDay(decided)) return;
  // Where only the year or month is known, a rule is broken only if it is broken whatever the day was.
  const admittedOn = earliest(decided);
  const rule = ctx.rule('certificate.awareness.months', admittedOn);
  if (rule === null || admittedOn <= act.effectiveOn) return;
  const months = z.number().parse(rule.value);
  const isInForce = (from: Day) => from <= admittedOn && admittedOn <= addMonths(from, months);
  const all = await ctx.facts(certificateTable, person);
  if (all.some((other) => other.course === 'awareness' && isInForce(String(other.on_day)))) return;
  ctx.broken(rule, 'effectiveOn', {
    vi: `Giấy chứng nhận cấp ngày ${spokenDay(act.effectiveOn)} có giá trị ${months} tháng; quyết định kết nạp ${spokenDay(decided)}.`,
    en: `Granted on ${act.effectiveOn}, the certificate held for ${months} months; the admission was decided on ${decided}.`,
  });
}
