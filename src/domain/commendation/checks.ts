import { z } from 'zod';
import { memberClassification, unitClassification } from '#/domain/classification/api.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import type { Day } from '#/platform/day.ts';

type AwardAct = Act<{
  form: string;
  level: string;
  title?: string | undefined;
  forYear?: number | undefined;
  recipient?: string | undefined;
}>;

const formsByLevel = z.record(z.string(), z.array(z.string()));
const titleRule = z.strictObject({ years: z.record(z.string(), z.int().min(1)), levels: z.array(z.string()) });

/** What the rulebook (db/seed/rulebook/commendation.json) asks of an award. */
export async function checkCommendation(
  act: AwardAct,
  ctx: CheckContext,
  { subject }: FactTable,
  subjectId: string,
): Promise<void> {
  checkForm(act, ctx);
  // A department has no grade of its own.
  if (act.body.recipient !== undefined) return;
  await checkTitle(act, ctx, subject === 'unit' ? unitClassification : memberClassification, subjectId);
}

/** Which level may issue which form (29-QĐ/TW, 25/7/2016, 27.2): certificates up to the district, higher ones and flags from the province on. */
function checkForm({ effectiveOn, body }: AwardAct, ctx: CheckContext): void {
  const rule = ctx.rule('commendation.forms', effectiveOn);
  const allowed = rule === null ? undefined : formsByLevel.parse(rule.value)[body.level];
  if (rule === null || allowed === undefined || allowed.includes(body.form)) return;
  ctx.broken(rule, 'form', `The level "${body.level}" commends by ${allowed.join(', ')}, not by ${body.form}.`);
}

/** Exemplary organisations and excellent members are chosen from those classified excellent. A year without a grade in the register is not judged. */
async function checkTitle(act: AwardAct, ctx: CheckContext, grades: FactTable, subjectId: string): Promise<void> {
  const { title } = act.body;
  const rule = ctx.rule('commendation.titles', act.effectiveOn);
  if (rule === null || title === undefined) return;
  const { years, levels } = titleRule.parse(rule.value);
  const span = years[title];
  if (span === undefined) return;
  const known = await ctx.facts(grades, subjectId);
  // Without the year, the latest that was classified by then is meant: grades are decided around the end of their year.
  const decided = known.filter((row) => (row.decided_on as Day) <= act.effectiveOn);
  const last = act.body.forYear ?? Math.max(...decided.map((row) => Number(row.for_year)));
  const others = known
    .filter(({ for_year }) => Number(for_year) <= last && Number(for_year) > last - span)
    .filter(({ level }) => level === null || !levels.includes(level as string))
    .map(({ for_year, level }) => `${for_year}: ${level ?? 'not classified'}`)
    .toSorted();
  if (others.length > 0)
    ctx.broken(rule, 'title', `"${title}" is for those classified excellent in each year; ${others.join(', ')}.`);
}
