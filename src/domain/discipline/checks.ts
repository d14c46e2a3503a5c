import { z } from 'zod';
import { standingTable } from '#/domain/members/api.ts';
import { actingBody, checkBody } from '#/domain/oversight/api.ts';
import { postTable } from '#/domain/posts/api.ts';
import { type FactRow, parseRange } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { addMonths, type Day, latest, type PartialDay } from '#/platform/day.ts';
import { formLabels } from './contract.ts';
import type { Disciplined } from './fold.ts';

// Forms and time bars: 69-QĐ/TW (6/7/2022), 212-QĐ/TW (17/8/2026); who decides: 296-QĐ/TW (30/5/2025), 21-QĐ/TW
// (11/4/2026). All dated in db/seed/rulebook/discipline.json.

interface Measure extends Disciplined {
  violatedOn?: PartialDay | undefined;
}

export async function checkUnitDiscipline(act: Act<Measure & { unit: string }>, ctx: CheckContext): Promise<void> {
  checkTimeBar(act, ctx, 'discipline.time-bar.unit');
  const rule = ctx.rule('discipline.unit.direct-superior', act.effectiveOn);
  const { unit, form } = act.body;
  if (rule === null || form === 'dissolution') return;
  checkBody(act, ctx, rule.key, await actingBody(act, ctx));
  const superior = await ctx.parentOf(unit, act.effectiveOn);
  if (superior === null || act.actor.unit === null || superior === act.actor.unit) return;
  ctx.broken(rule, 'actor.unit', {
    vi: `Kỷ luật ${formLabels[form].vi} tổ chức đảng do cấp trên trực tiếp quyết định.`,
    en: `A ${formLabels[form].en} of a unit is decided by its direct superior.`,
  });
}

export async function checkMemberDiscipline(act: Act<Measure & { person: string }>, ctx: CheckContext): Promise<void> {
  checkTimeBar(act, ctx, 'discipline.time-bar.member');
  await checkWhoDecides(act, ctx);
  const spells = await ctx.facts(standingTable, act.body.person);
  checkStatus(act, ctx, lastOf(spells, act.effectiveOn));
  if (act.body.form === 'removal-from-post') await checkPost(act, ctx);
}

/** The committee of a cell decides nothing; the cell itself reprimands and warns its members, and proposes the rest. */
async function checkWhoDecides(act: Act<Measure>, ctx: CheckContext): Promise<void> {
  const body = await actingBody(act, ctx);
  checkBody(act, ctx, 'discipline.acting-bodies', body);
  const rule = ctx.rule('discipline.cell-forms', act.effectiveOn);
  if (rule === null || body !== 'cell' || z.array(z.string()).parse(rule.value).includes(act.body.form)) return;
  ctx.broken(rule, 'actor.body', {
    vi: `Chi bộ không quyết định ${formLabels[act.body.form].vi}, chỉ đề nghị cấp có thẩm quyền quyết định.`,
    en: `A cell does not decide on a ${formLabels[act.body.form].en}: it proposes it.`,
  });
}

interface Spell {
  to: Day | null;
  status: unknown;
}

/** The standing on the day; for whoever leaves that day or has left, the last one. */
function lastOf(rows: readonly FactRow[], day: Day): Spell | null {
  const spells = rows.map(({ valid, status }) => ({ ...parseRange(String(valid)), status }));
  const before = spells.filter(({ from }) => from !== null && from <= day);
  return before.toSorted((a, b) => (String(a.from) < String(b.from) ? -1 : 1)).at(-1) ?? null;
}

function checkStatus(act: Act<Measure>, ctx: CheckContext, spell: Spell | null): void {
  if (spell === null) return;
  const { form } = act.body;
  const forms = ctx.rule('discipline.forms.probationary', act.effectiveOn);
  if (forms !== null && spell.status === 'probationary' && !z.array(z.string()).parse(forms.value).includes(form))
    ctx.broken(forms, 'form', {
      vi: `Đảng viên dự bị không bị kỷ luật ${formLabels[form].vi}.`,
      en: `A probationary member cannot meet with ${formLabels[form].en}.`,
    });
  const deceased = ctx.rule('discipline.deceased', act.effectiveOn);
  if (deceased !== null && spell.to !== null && spell.to < act.effectiveOn)
    ctx.broken(deceased, 'person', {
      vi: 'Đảng viên đã từ trần: chỉ xem xét kỷ luật khi vi phạm đặc biệt nghiêm trọng.',
      en: 'The member has died: only a particularly serious violation is disciplined then.',
    });
}

/** Whoever is removed holds a post, or ceases to hold it on that very day. */
async function checkPost(act: Act<Measure & { person: string }>, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('discipline.removal.needs-post', act.effectiveOn);
  if (rule === null) return;
  const held = (await ctx.facts(postTable, act.body.person)).map(({ valid }) => parseRange(String(valid)));
  const day = act.effectiveOn;
  if (held.some(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))) return;
  ctx.broken(rule, 'form', {
    vi: `Sổ không ghi chức vụ nào mà đảng viên giữ ngày ${spokenDay(day)} để cách chức.`,
    en: `The register knows no post that the member held on ${day}.`,
  });
}

/** After so many years from the end of the violation a form is barred; one that the rule does not name never is. */
function checkTimeBar(act: Act<Measure>, ctx: CheckContext, key: string): void {
  const rule = ctx.rule(key, act.effectiveOn);
  const { form, violatedOn } = act.body;
  // Not barred, and no day to count from, where the violation lies ahead.
  if (rule === null || violatedOn === undefined || latest(violatedOn) >= act.effectiveOn) return;
  const years = z.record(z.string(), z.number()).parse(rule.value)[form];
  // Known to the month or year only, it is barred if it is barred whatever the day was.
  if (years === undefined || act.effectiveOn <= addMonths(latest(violatedOn), 12 * years)) return;
  ctx.broken(rule, 'violatedOn', {
    vi: `Vi phạm ${spokenDay(violatedOn)} đã quá ${years} năm: hết thời hiệu kỷ luật ${formLabels[form].vi}.`,
    en: `A ${formLabels[form].en} is barred ${years} years after the violation (${violatedOn}).`,
  });
}
