import { z } from 'zod';
import { standingTable } from '#/domain/members/api.ts';
import { parseRange } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { schemeOf } from './schemes.ts';

type CardAct = Act<{ person: string; number?: string | undefined; scheme?: string | undefined }>;

/** The schemes of the day, each with its number of digits. */
const schemes = z.record(z.string(), z.int());

/** A card of the day has the number of the day: 8 digits since 2003 (29-CT/TW, 17/10/2003), 12 since 2025 (51-CT/TW, 8/8/2025). */
export function checkCard(act: CardAct, ctx: CheckContext): void {
  const rule = ctx.rule('card.schemes', act.effectiveOn);
  const { number } = act.body;
  const scheme = act.body.scheme ?? (number === undefined ? null : schemeOf(number));
  if (rule === null || scheme === null) return;
  const known = schemes.parse(rule.value);
  const digits = known[scheme];
  if (digits === undefined)
    ctx.broken(rule, 'scheme', {
      vi: `Ngày ${spokenDay(act.effectiveOn)} dùng thẻ ${Object.values(known).join(' hoặc ')} số.`,
      en: `The cards of ${act.effectiveOn} are ${Object.keys(known).join(' or ')}, not ${scheme}.`,
    });
  else if (number !== undefined && (number.length !== digits || !/^\d+$/.test(number)))
    ctx.broken(rule, 'number', {
      vi: `Số thẻ loại này có ${digits} chữ số.`,
      en: `A number of ${scheme} has ${digits} digits.`,
    });
}

/** A card is for members who were recognised as official. */
export async function checkOfficial(act: CardAct, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('card.official-only', act.effectiveOn);
  if (rule === null || rule.value !== true) return;
  const spells = await ctx.facts(standingTable, act.body.person);
  const now = spells.find(({ valid }) => {
    const { from, to } = parseRange(valid as string);
    return (from ?? '') <= act.effectiveOn && (to === null || act.effectiveOn < to);
  });
  if (now?.status === 'probationary')
    ctx.broken(rule, 'person', {
      vi: `Ngày ${spokenDay(act.effectiveOn)} còn là đảng viên dự bị: thẻ chỉ phát cho đảng viên chính thức.`,
      en: `The person is on probation on ${act.effectiveOn}: a card is issued to official members.`,
    });
}
