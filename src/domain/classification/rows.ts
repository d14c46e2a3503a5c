import { type Expression, type RawBuilder, sql } from 'kysely';
import type { FlowRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { goodOrAbove, levelLabels, omissionLabels } from './levels.ts';

export type Considered = Expression<FlowRow & { why: string }>;
export type Args = Record<string, string>;

// The last day of the year that is classified: the row's day, whatever the date of the decision.
export const lastDay = (year: RawBuilder<unknown>) => sql`make_date(${year}, 12, 31)`;

/** Rows of a level; `good-or-above` means several. */
export function ofLevel({ level }: Args): RawBuilder<unknown> {
  if (level === undefined) return sql`true`;
  return sql`c.level in (${sql.join(level === 'good-or-above' ? goodOrAbove : [level])})`;
}

export const ofKinds = (kinds: readonly string[] | null) =>
  kinds === null ? sql`true` : sql`k.kind in (${sql.join(kinds)})`;

/** The kinds that an argument asks for; null: all. */
export const kindsOf = ({ kind }: Args): readonly string[] | null => (kind === undefined ? null : [kind]);

// A unit's kind is known on every day of its life, so the join also asks whether it existed on that day.
export function unitRows(facts: FactSource, kinds: readonly string[] | null, args: Args): Expression<FlowRow> {
  return sql<FlowRow>`(
    select c.subject_id::text || ':' || c.for_year as id, c.subject_id, c.subject_id as unit_id,
           ${lastDay(sql`c.for_year`)} as day, c.act_id
    from ${facts.table('classification', 'c')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = c.subject_id and k.valid @> ${lastDay(sql`c.for_year`)}
    where c.subject_kind = 'unit' and c.level is not null and ${ofKinds(kinds)} and ${ofLevel(args)}
  )`;
}

export function memberRows(facts: FactSource, args: Args): Expression<FlowRow> {
  return sql<FlowRow>`(
    select c.subject_id::text || ':' || c.for_year as id, c.subject_id, s.unit_id,
           ${lastDay(sql`c.for_year`)} as day, c.act_id, c.level as part
    from ${facts.table('classification', 'c')}
    join ${facts.table('standing', 's')} on s.person_id = c.subject_id and s.valid @> ${lastDay(sql`c.for_year`)}
    where c.subject_kind = 'person' and c.level is not null and ${ofLevel(args)}
  )`;
}

// A rule knows no asked day, so it speaks of every year that a register can hold. The kernel's condition on the day
// reaches this list first and leaves one year of it.
export const years = ({ span }: FactSource): RawBuilder<unknown> =>
  span === null
    ? sql`generate_series(1930, 2130) as y (year)`
    : sql`generate_series(${yearOf(span.from)}::int, ${yearOf(span.to)}::int) as y (year)`;

const yearOf = (day: string): number => Number(day.slice(0, 4));

export function consideredUnits(facts: FactSource, kinds: readonly string[] | null): Considered {
  return sql<FlowRow & { why: string }>`(
    select k.unit_id::text || ':' || y.year as id, k.unit_id as subject_id, k.unit_id,
           ${lastDay(sql`y.year`)} as day, coalesce(c.act_id, k.act_id) as act_id, ${why} as why, ${note} as note, c.scope
    from ${years(facts)}
    join ${facts.table('unitKind', 'k')} on k.valid @> ${lastDay(sql`y.year`)} and ${ofKinds(kinds)}
    left join ${facts.table('classification', 'c')} on c.subject_id = k.unit_id and c.for_year = y.year
  )`;
}

export function consideredMembers(facts: FactSource): Considered {
  return sql<FlowRow & { why: string }>`(
    select s.person_id::text || ':' || y.year as id, s.person_id as subject_id, s.unit_id,
           ${lastDay(sql`y.year`)} as day, coalesce(c.act_id, s.act_id) as act_id, ${why} as why, ${note} as note, c.scope
    from ${years(facts)}
    join ${facts.table('standing', 's')} on s.valid @> ${lastDay(sql`y.year`)}
    left join ${facts.table('classification', 'c')} on c.subject_id = s.person_id and c.for_year = y.year
  )`;
}

export const cases = (column: RawBuilder<unknown>, texts: Record<string, { vi: string }>, before: string) =>
  sql`case ${column} ${sql.join(
    Object.entries(texts).map(([code, { vi }]) => sql`when ${sql.lit(code)} then ${sql.lit(before + vi)}`),
    sql` `,
  )} end`;

// "other" carries its note ("other: …"), in words that are only for those who may see the row.
export const note = sql`case when c.omitted like 'other: %' then substr(c.omitted, 8) end`;
export const why = sql`case
  when c.act_id is null then 'chưa xếp loại'
  when c.omitted like 'other: %' then ${sql.lit(omissionLabels.other.vi)}
  when c.omitted is not null then ${cases(sql`c.omitted`, omissionLabels, '')}
  else ${cases(sql`c.level`, levelLabels, 'xếp loại: ')} end`;
