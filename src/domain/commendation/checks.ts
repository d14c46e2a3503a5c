import { z } from 'zod';
import {
  type Level as Grade,
  levelLabels as gradeLabels,
  memberClassification,
  unitClassification,
} from '#/domain/classification/api.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import type { Day } from '#/platform/day.ts';
import { type Form, formLabels, type Level, levelLabels, titleLabels } from './contract.ts';

type AwardAct = Act<{
  form: string;
  level: string;
  title?: string | undefined;
  forYear?: number | undefined;
  recipient?: string | undefined;
}>;

const open = { vi: 'không xếp loại', en: 'not classified' };

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
  const [forms, form] = [allowed.map((one) => formLabels[one as Form]), formLabels[body.form as Form]];
  const level = levelLabels[body.level as Level];
  ctx.broken(rule, 'form', {
    vi: `Cấp khen thưởng (${level.vi}) có các hình thức: ${forms.map(({ vi }) => vi.toLowerCase()).join(', ')}; không có ${form.vi.toLowerCase()}.`,
    en: `At this level (${level.en}) one commends by ${forms.map(({ en }) => en.toLowerCase()).join(', ')}, not by ${form.en.toLowerCase()}.`,
  });
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
    .toSorted((a, b) => Number(a.for_year) - Number(b.for_year));
  if (others.length === 0) return;
  const asGraded = (language: 'vi' | 'en') =>
    others
      .map(
        ({ for_year, level }) =>
          `${for_year}: ${level === null ? open[language] : gradeLabels[level as Grade][language]}`,
      )
      .join('; ');
  const { vi, en } = titleLabels[title as keyof typeof titleLabels] ?? { vi: title, en: title };
  ctx.broken(rule, 'title', {
    vi: `"${vi}" dành cho tổ chức, đảng viên được xếp loại xuất sắc từng năm; ${asGraded('vi')}.`,
    en: `"${en}" is for those classified excellent in each year; ${asGraded('en')}.`,
  });
}
