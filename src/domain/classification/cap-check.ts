import { kindLabels, type UnitKind } from '#/domain/units/api.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import type { Rule } from '#/kernel/rulebook/rulebook.ts';
import { capOf, capRule, capText } from './cap.ts';
import { type Asked, type GradedGroup, memberGroups, unitGroups } from './cap-groups.ts';
import { lastDayOf } from './year.ts';

/** A cap of the rulebook and what finds the groups it holds in. */
export interface CappedKind {
  key: string;
  groups: (facts: FactSource, asked: Asked) => Promise<GradedGroup[]>;
  says: (level: string | null) => Bilingual;
}

export const memberCap: CappedKind = {
  key: 'classification.cap.members',
  groups: memberGroups,
  says: () => ({ vi: 'đảng viên', en: 'members' }),
};

export const unitCap: CappedKind = {
  key: 'classification.cap.units',
  groups: unitGroups,
  says: (level) => {
    if (level === 'grassroots') return { vi: 'tổ chức cơ sở đảng trực thuộc', en: 'grassroots organisations under it' };
    const { vi, en } = kindLabels[level as UnitKind];
    return { vi: `tổ chức đảng trực thuộc (${vi})`, en: `units under it (${en})` };
  },
};

/** Has the groups that the batch grades for the year judged when all of it is written: one question for each year. */
export function checkCap({ body: { forYear } }: Act<{ forYear: number }>, ctx: CheckContext, cap: CappedKind): void {
  const rule = ctx.rule(cap.key, lastDayOf(forYear));
  if (rule === null) return;
  ctx.afterwards(`${cap.key}:${forYear}`, async ({ facts, recordedAt, broken }) => {
    for (const { actId, message } of await passed(facts, cap, { recordedAt, year: forYear }, () => rule))
      broken(rule, actId as string, 'level', message);
  });
}

/** Groups with more excellent than the rule of their year allows, each with its arithmetic. */
export async function passed(
  facts: FactSource,
  cap: CappedKind,
  asked: Asked,
  ruleOf: (year: number) => Rule | null,
): Promise<(GradedGroup & { rule: Rule; message: Bilingual })[]> {
  const found = (await cap.groups(facts, asked)).flatMap((group) => {
    const rule = ruleOf(group.year);
    if (rule === null) return [];
    const value = capRule.parse(rule.value);
    return capOf(value, group).isPassed ? [{ group, rule, value }] : [];
  });
  const labelOf = await unitLabels(
    facts,
    found.map(({ group }) => group.unitId),
  );
  return found
    .map(({ group, rule, value }) => {
      const { code, name } = labelOf(group.unitId, lastDayOf(group.year));
      const [who, how] = [cap.says(group.level), capText(value, group)];
      const message = {
        vi: `${name} (${code}), năm ${group.year}, ${who.vi}: ${how.vi}`,
        en: `${name} (${code}), ${group.year}, ${who.en}: ${how.en}`,
      };
      return { ...group, rule, code, message };
    })
    .sort((a, b) => a.year - b.year || (a.code < b.code ? -1 : 1));
}
