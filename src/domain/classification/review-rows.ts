import { type RawBuilder, sql } from 'kysely';
import type { FlowRow } from '#/kernel/figures/figure.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { omissionLabels, suggesterLabels } from './levels.ts';
import { type Args, type Considered, cases, kindsOf, lastDay, ofKinds, years } from './rows.ts';

/** Whose reviews: a unit's count at the unit, a member's where the member stands on 31 December. */
export type Reviewed = 'unit' | 'person';

/** Which reviews a figure counts; `r` is the row. */
export const held = (): RawBuilder<unknown> => sql`r.held_on is not null`;

export function omitted({ reason }: Args): RawBuilder<unknown> {
  if (reason === undefined) return sql`r.omitted is not null`;
  return reason === 'other' ? sql`r.omitted like 'other: %'` : sql`r.omitted = ${reason}`;
}

export const suggested = ({ by }: Args): RawBuilder<unknown> =>
  by === undefined ? sql`r.suggested_by is not null` : sql`r.suggested_by = ${by}`;

/** Those who were there on 31 December of `year`: x is the subject, unit_id its place. */
function thereOn(facts: FactSource, of: Reviewed, year: RawBuilder<unknown>, args: Args): RawBuilder<unknown> {
  if (of === 'person')
    return sql`(select s.person_id as subject_id, s.unit_id, s.act_id, s.valid from ${facts.table('standing', 's')}) x
      on ${isOn(sql`x.valid`, lastDay(year))}`;
  return sql`(select k.unit_id as subject_id, k.unit_id, k.act_id, k.valid from ${facts.table('unitKind', 'k')}
      where ${ofKinds(kindsOf(args))}) x on x.valid @> ${lastDay(year)}`;
}

export function reviewRows(facts: FactSource, of: Reviewed, args: Args, which: RawBuilder<unknown>) {
  return sql<FlowRow>`(
    select r.subject_id::text || ':' || r.for_year as id, r.subject_id, x.unit_id, ${lastDay(sql`r.for_year`)} as day, r.act_id
    from ${facts.table('review', 'r')}
    join ${thereOn(facts, of, sql`r.for_year`, args)} and x.subject_id = r.subject_id
    where r.subject_kind = ${of} and ${which}
  )`;
}

/** What was recorded of a review: `held`, why it was left out, or null where nothing was; and which level suggested it. */
const state = sql`case when r.held_on is not null then 'held' when r.omitted like 'other: %' then 'other' else r.omitted end`;

/** Everybody who had to be reviewed, with the state of it. */
export function dueReviews(facts: FactSource, of: Reviewed, args: Args): RawBuilder<FlowRow> {
  const { state: asked, by } = args;
  const isState =
    asked === undefined
      ? sql`true`
      : asked === 'untold'
        ? sql`d.state is null`
        : asked === 'not-held'
          ? sql`d.state is distinct from 'held'`
          : sql`d.state = ${asked}`;
  return sql<FlowRow>`(
    select d.* from (
      select x.subject_id::text || ':' || y.year as id, x.subject_id, x.unit_id, ${lastDay(sql`y.year`)} as day,
             coalesce(r.act_id, x.act_id) as act_id, ${state} as state, r.suggested_by as by
      from ${years(facts)}
      join ${thereOn(facts, of, sql`y.year`, args)}
      left join ${facts.table('review', 'r')} on r.subject_id = x.subject_id and r.for_year = y.year and r.subject_kind = ${of}
    ) d where ${isState} and ${by === undefined ? sql`true` : by === 'any' ? sql`d.by is not null` : sql`d.by = ${by}`}
  )`;
}

/** Everybody who had to be reviewed, and what is known of it. */
export function consideredReviews(facts: FactSource, of: Reviewed, args: Args): Considered {
  return sql<FlowRow & { why: string }>`(
    select x.subject_id::text || ':' || y.year as id, x.subject_id, x.unit_id, ${lastDay(sql`y.year`)} as day,
           coalesce(r.act_id, x.act_id) as act_id, ${why} as why, ${note} as note, r.scope
    from ${years(facts)}
    join ${thereOn(facts, of, sql`y.year`, args)}
    left join ${facts.table('review', 'r')} on r.subject_id = x.subject_id and r.for_year = y.year
  )`;
}

/** Reviews that somebody suggested: those of another level are what a reader of one level misses. */
export function consideredSuggestions(facts: FactSource, of: Reviewed, args: Args): Considered {
  return sql<FlowRow & { why: string }>`(
    select r.subject_id::text || ':' || r.for_year as id, r.subject_id, x.unit_id, ${lastDay(sql`r.for_year`)} as day, r.act_id,
           ${cases(sql`r.suggested_by`, suggesterLabels, '')} as why
    from ${facts.table('review', 'r')}
    join ${thereOn(facts, of, sql`r.for_year`, args)} and x.subject_id = r.subject_id
    where r.subject_kind = ${of} and r.suggested_by is not null
  )`;
}

const note = sql`case when r.omitted like 'other: %' then substr(r.omitted, 8) end`;
const why = sql`case
  when r.act_id is null then 'chưa ghi việc kiểm điểm'
  when r.held_on is not null then 'đã kiểm điểm'
  when r.omitted like 'other: %' then ${sql.lit(omissionLabels.other.vi)}
  else ${cases(sql`r.omitted`, omissionLabels, '')} end`;
