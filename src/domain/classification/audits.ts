import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Audit, AuditFinding } from '#/kernel/audit.ts';
import type { FlowRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { type CappedKind, memberCap, passed, unitCap } from './cap-check.ts';
import { memberLevels, unitLevels } from './levels.ts';
import { memberRows, unitRows } from './rows.ts';
import { lastDayOf } from './year.ts';

const findingLimit = 100;

/** What was recorded in spite of the cap's warning, or came to pass it by a withdrawal or a move recorded later. */
function capAudit(name: string, cap: CappedKind, title: Audit['title']): Audit {
  return {
    name,
    title,
    run: async (facts, rulebook) => {
      const years = rulebook.all().flatMap(({ key, from }) => (key === cap.key && from !== null ? [from] : []));
      const first = years.toSorted()[0];
      if (first === undefined) return [];
      const ruleOf = (year: number) => rulebook.rule(cap.key, lastDayOf(year));
      const found = await passed(facts, cap, { since: Number(first.slice(0, 4)) }, ruleOf);
      return found
        .slice(0, findingLimit)
        .map(({ unitId, message }): AuditFinding => ({ level: 'note', unitId, message: message.vi }));
    },
  };
}

type Rows = (args: Record<string, string>) => Expression<FlowRow>;

/**
 * By unit and year, what the figure of each level counts and what the figure of all levels counts, by the figures' own
 * rules. They differ where a level stands in no list, or a row meets two places on one day.
 */
async function levelsThatDoNotAddUp(facts: FactSource, rows: Rows, levels: readonly string[], what: string) {
  const all: RawBuilder<unknown>[] = [sql`select unit_id, day, 1 as all_of, 0 as of_levels from ${rows({})} a`];
  for (const level of levels) all.push(sql`select unit_id, day, 0, 1 from ${rows({ level })} b`);
  const { rows: found } = await sql<{ unitId: string; year: number; allOf: number; ofLevels: number }>`
    select unit_id, extract(year from day)::integer as year, sum(all_of)::integer as all_of, sum(of_levels)::integer as of_levels
    from (${sql.join(all, sql` union all `)}) r group by 1, 2 having sum(all_of) <> sum(of_levels)
    order by 2, 1 limit ${findingLimit}`.execute(facts.db);
  return found.map(
    ({ unitId, year, allOf, ofLevels }): AuditFinding => ({
      level: 'fault',
      unitId,
      message: `năm ${year}: ${what} được xếp loại ${allOf}, cộng các mức ${ofLevels}`,
    }),
  );
}

export const classificationAudits: readonly Audit[] = [
  capAudit('classification-cap-members', memberCap, {
    vi: 'Đảng viên xuất sắc trong tỷ lệ khống chế của tổ chức cơ sở',
    en: 'Excellent members within the cap of their grassroots organisation',
  }),
  capAudit('classification-cap-units', unitCap, {
    vi: 'Tổ chức đảng xuất sắc trong tỷ lệ khống chế của cấp trên trực tiếp',
    en: 'Excellent organisations within the cap under their superior',
  }),
  {
    name: 'classification-levels',
    title: { vi: 'Các mức xếp loại cộng lại bằng số được xếp loại', en: 'The levels add up to those classified' },
    run: async (facts) => [
      ...(await levelsThatDoNotAddUp(facts, (args) => unitRows(facts, null, args), unitLevels, 'tổ chức đảng')),
      ...(await levelsThatDoNotAddUp(facts, (args) => memberRows(facts, args), memberLevels, 'đảng viên')),
    ],
  },
];
