import { z } from 'zod';
import { type Form, formLabels, memberDiscipline } from '#/domain/discipline/api.ts';
import { partyAge } from '#/domain/members/api.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import type { Rule } from '#/kernel/rulebook/rulebook.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { addMonths, type Day } from '#/platform/day.ts';
import { badgeTable } from './tables.ts';

type BadgeAct = Act<{
  person: string;
  years: number;
  early?: boolean | undefined;
  posthumous?: boolean | undefined;
}>;

const yearList = z.array(z.int());
/** [from which badge on, how many months early], the greater badges later. */
const months = z.array(z.tuple([z.int(), z.int()]));
const waitingMonths = z.record(z.string(), z.int());
const earlyMonths = z.strictObject({ sick: months, dead: months });

/** What the rulebook (db/seed/rulebook/commendation.json) asks of a badge. */
export async function checkBadge(act: BadgeAct, ctx: CheckContext): Promise<void> {
  await checkYears(act, ctx);
  await checkDiscipline(act, ctx);
}

/** One of the badges of its day, and the party age, less what illness or death forgive. */
async function checkYears(act: BadgeAct, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('badge.years', act.effectiveOn);
  if (rule === null) return;
  const { years, person } = act.body;
  const list = yearList.parse(rule.value);
  if (!list.includes(years))
    ctx.broken(rule, 'years', {
      vi: `Ngày ${spokenDay(act.effectiveOn)} có Huy hiệu ${list.join(', ')} năm tuổi Đảng.`,
      en: `The badges of ${act.effectiveOn} are ${list.join(', ')}.`,
    });
  const age = await partyAge(ctx, person, act.effectiveOn);
  const missing = age === null ? 0 : years * 12 - age;
  if (missing <= 0) return;
  const [excuse, forgiven] = await allowance(act, ctx);
  if (missing <= forgiven) return;
  ctx.broken(excuse ?? rule, 'years', {
    vi: `${years} năm tuổi Đảng là ${years * 12} tháng; đến ngày ấy có ${age}.${excuse === null ? '' : ` Được thiếu nhiều nhất ${forgiven} tháng.`}`,
    en: `${years} years of party age are ${years * 12} months; by then there were ${age}.${excuse === null ? '' : ` At most ${forgiven} may be missing.`}`,
  });
}

/** Whoever was disciplined is not considered for some months, by the form of the measure (29-QĐ/TW, 25/7/2016, 27.3); an annulled one is none. */
async function checkDiscipline(act: BadgeAct, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('badge.discipline-months', act.effectiveOn);
  if (rule === null) return;
  const waiting = waitingMonths.parse(rule.value);
  for (const { form, on_day, ended_as } of await ctx.facts(memberDiscipline, act.body.person)) {
    const wait = waiting[form as string];
    if (wait === undefined || ended_as === 'annulled' || (on_day as Day) > act.effectiveOn) continue;
    const until = addMonths(on_day as Day, wait);
    if (act.effectiveOn < until)
      ctx.broken(rule, 'person', {
        vi: `Bị kỷ luật ${formLabels[form as Form].vi} ngày ${spokenDay(on_day as Day)}: từ ${spokenDay(until)} mới được xét.`,
        en: `Disciplined (${formLabels[form as Form].en}) on ${on_day}, the person may be considered from ${until} on.`,
      });
  }
}

/** How many months may be missing, and the rule that says so; none unless the badge is early or posthumous. */
async function allowance(act: BadgeAct, ctx: CheckContext): Promise<[Rule | null, number]> {
  const rows = await ctx.facts(badgeTable, act.body.person);
  const isPosthumous = rows.some((row) => row.act_id === act.id && row.posthumous === true);
  const rule = ctx.rule('badge.early-months', act.effectiveOn);
  if (rule === null || !(isPosthumous || act.body.early === true)) return [null, 0];
  const { sick, dead } = earlyMonths.parse(rule.value);
  // Somebody gravely ill may have died before the day of the round.
  const steps = [...(act.body.early === true ? sick : []), ...(isPosthumous ? dead : [])];
  return [rule, Math.max(0, ...steps.filter(([from]) => from <= act.body.years).map(([, count]) => count))];
}
