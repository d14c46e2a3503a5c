import { memberEventTable } from '#/domain/members/api.ts';
import { actingBody, checkBody } from '#/domain/oversight/api.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';

// What the rulebook (db/seed/rulebook/vetting.json) asks; all of it warns.

type Verified = Act<{ person: string; confirmations: readonly { by: string; on: string }[] }>;

/** Verified before the admission is decided on (01-HD/TW, 28/9/2021): a later confirmation is not one of the candidate. */
export async function checkVerified(act: Verified, ctx: CheckContext): Promise<void> {
  const events = await ctx.facts(memberEventTable, act.body.person);
  const admitted = events
    .filter(({ event, on_day }) => /^(re)?admitted$/.test(String(event)) && String(on_day) <= act.effectiveOn)
    .map(({ on_day }) => String(on_day))
    .toSorted()
    .at(-1);
  if (admitted === undefined) return;
  const rule = ctx.rule('background.before-admission', admitted);
  const late = act.body.confirmations.findIndex(({ on }) => on > admitted);
  if (rule?.value !== true || late === -1) return;
  ctx.broken(rule, `confirmations[${late}].on`, {
    vi: `Lý lịch phải được thẩm tra trước khi kết nạp (ngày ${spokenDay(admitted)}).`,
    en: `The background is verified before the admission (${admitted}).`,
  });
}

/** Who concludes (58-QĐ/TW, 8/2/2022): which bodies are competent was not read, so the list is open to change. */
export async function checkConcluded(act: Act<unknown>, ctx: CheckContext): Promise<void> {
  checkBody(act, ctx, 'vetting.acting-bodies', await actingBody(act, ctx));
}
