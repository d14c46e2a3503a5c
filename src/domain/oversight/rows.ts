import { type Expression, type RawBuilder, sql } from 'kysely';
import { bodyThatActed, isOfLevel } from '#/domain/units/api.ts';
import type { FlowRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { bodyLabels, type Mode, outcomeLabels, topicLabels } from './contract.ts';

type Considered = Expression<FlowRow & { why: string }>;

/** Which cases are asked for. */
export interface Cases {
  subject: 'unit' | 'person';
  /** An inspection, or a supervision of a mode; null: inspections and thematic supervisions. */
  form: 'inspection' | Mode | null;
  topic?: string | undefined;
  by?: string | undefined;
  /** Of the unit whose body acted. */
  level?: string | undefined;
  /** Only those that found a violation; 'discipline': one that calls for discipline. */
  found?: 'violation' | 'discipline' | undefined;
}

/** Every case is a row of its own (lượt): the act that concluded it. */
export function caseRows(facts: FactSource, asked: Cases): Expression<FlowRow> {
  const conditions = [isOfForm(asked), ...narrower(facts, asked)];
  return sql<FlowRow>`(
    select i.act_id::text as id, i.subject_id, i.unit_id, i.on_day as day, i.act_id
    from ${facts.table('inspection', 'i')}
    where i.subject_kind = ${sql.lit(asked.subject)} and ${sql.join(conditions, sql` and `)}
  )`;
}

/** All that was recorded of such subjects, with why a figure may leave it out. */
export function consideredCases(facts: FactSource, asked: Cases): Considered {
  const { form } = asked;
  const other =
    form === 'inspection'
      ? sql`when i.topic = 'thematic' then 'giám sát chuyên đề, tính riêng'`
      : sql`when i.form = 'inspection' then 'kiểm tra, tính riêng'
            when i.topic = 'thematic' then 'giám sát chuyên đề, tính riêng'`;
  return sql<FlowRow & { why: string }>`(
    select i.act_id::text as id, i.subject_id, i.unit_id, i.on_day as day, i.act_id,
      case when not (${isOfForm(asked)}) then
        case when i.topic = 'regular' then 'giám sát thường xuyên, không tính là cuộc' ${other} end
      ${asked.topic === undefined ? sql`` : sql`when i.topic <> ${asked.topic} then ${labelled(sql`i.topic`, topicLabels)}`}
      ${asked.by === undefined ? sql`` : sql`when ${bodyOf(facts)} <> ${asked.by} then 'chủ thể: ' || ${labelled(bodyOf(facts), bodyLabels)}`}
      ${asked.level === undefined ? sql`` : sql`when not ${isOfLevel(facts, 'i', asked.level)} then 'chủ thể thuộc cấp khác'`}
      else coalesce('kết luận: ' || ${labelled(sql`i.outcome`, outcomeLabels)}, 'chưa ghi kết luận') end as why
    from ${facts.table('inspection', 'i')}
    where i.subject_kind = ${sql.lit(asked.subject)}
  )`;
}

function isOfForm({ form }: Cases): RawBuilder<unknown> {
  if (form === null) return isCase;
  return form === 'inspection' ? sql`i.form = 'inspection'` : sql`i.topic = ${sql.lit(form)}`;
}

/** What counts as a case: a regular supervision does not. No inspection has a topic of that name. */
export const isCase = sql`i.topic <> 'regular'`;

const found = {
  violation: sql`i.outcome in ('violation', 'violation-to-discipline')`,
  discipline: sql`i.outcome = 'violation-to-discipline'`,
};

function narrower(facts: FactSource, asked: Cases): RawBuilder<unknown>[] {
  const { topic, by, level } = asked;
  return [
    ...(topic === undefined ? [] : [sql`i.topic = ${topic}`]),
    ...(by === undefined ? [] : [sql`${bodyOf(facts)} = ${by}`]),
    ...(level === undefined ? [] : [isOfLevel(facts, 'i', level)]),
    ...(asked.found === undefined ? [] : [found[asked.found]]),
  ];
}

const bodyOf = (facts: FactSource) => bodyThatActed(facts, 'i');

const labelled = (column: RawBuilder<unknown>, labels: Record<string, { vi: string }>) =>
  sql`case ${column} ${sql.join(
    Object.entries(labels).map(([code, { vi }]) => sql`when ${sql.lit(code)} then ${sql.lit(vi)}`),
    sql` `,
  )} end`;
