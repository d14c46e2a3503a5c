import { type Expression, type RawBuilder, sql } from 'kysely';
import { committeeRows } from '#/domain/posts/api.ts';
import { bodyThatActed, isOfLevel, levelKinds } from '#/domain/units/api.ts';
import type { FlowRow, StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { contentLabels, finalForms, formLabels } from './contract.ts';

type Subject = 'unit' | 'person';
type Args = Record<string, string>;
type Flow = RawBuilder<FlowRow>;
type Considered<Row> = Expression<Row & { why: string }>;

// A reprimand, warning or removal lapses by itself after the time of the rule in force on its day (30-QĐ/TW, 26/7/2016,
// Đ.40: one year). Where no rule is known it holds until an act ends it.
const lapses = sql`coalesce(d.ends_on, case when d.form not in (${sql.join(finalForms)})
    then (d.on_day + make_interval(months => (u.value #>> '{}')::integer))::date end)`;

const withLapse = (facts: FactSource) => sql`${facts.table('discipline', 'd')}
    left join ${facts.table('rule', 'u')} on u.key = 'discipline.lapse-months' and u.valid @> d.on_day`;

const inForce = sql`daterange(d.on_day, ${lapses})`;

// The superior's other form takes the place of a decision: the case was counted with the first.
const replaces = (facts: FactSource) => sql`exists (
    select from ${facts.table('discipline', 'p')}
    where p.subject_id = d.subject_id and p.ended_as = 'replaced' and p.ends_on = d.on_day and p.act_id <> d.act_id
  )`;

/** What each argument asks of a decision, and why one that does not answer it is not counted. */
function questions(facts: FactSource, { form, content, by, level, committee }: Args): Asks {
  return [
    ...(form === undefined ? [] : [{ is: sql`d.form = ${form}`, why: sql`'hình thức: ' || ${form_}` }]),
    ...(content === undefined ? [] : [{ is: sql`${content} = any(d.content)`, why: sql`'nội dung: ' || ${content_}` }]),
    ...(by === undefined
      ? []
      : [{ is: sql`${bodyThatActed(facts, 'd')} = ${by}`, why: sql`'quyết định của chủ thể khác'` }]),
    ...(level === undefined ? [] : [{ is: isOfLevel(facts, 'd', level), why: sql`'quyết định của cấp khác'` }]),
    ...(committee === undefined
      ? []
      : [{ is: satInCommittee(facts, committee), why: sql`'không phải cấp ủy viên được hỏi'` }]),
  ];
}

type Asks = { is: RawBuilder<unknown>; why: RawBuilder<unknown> }[];

const isAsked = (facts: FactSource, args: Args) =>
  sql.join([sql`true`, ...questions(facts, args).map(({ is }) => is)], sql` and `);

/** A seat in a committee (of a level) on the day, or given up that day by the decision itself. */
const satInCommittee = (facts: FactSource, level: string) => sql`exists (
    select from (${committeeRows(facts)}) p
    join ${facts.table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid && p.valid
    where p.id = d.subject_id and p.valid && daterange(d.on_day - 1, d.on_day + 1)
      ${level === 'any' ? sql`` : sql`and k.kind in (${sql.join([...levelKinds[level as keyof typeof levelKinds]])})`})`;

const columns = sql`d.act_id::text as id, d.subject_id, d.unit_id, d.on_day as day, d.act_id`;

/** Decisions, each a row. */
export function decisionRows(facts: FactSource, subject: Subject, args: Args): Flow {
  return sql<FlowRow>`(
    select ${columns} from ${facts.table('discipline', 'd')}
    where d.subject_kind = ${sql.lit(subject)} and ${isAsked(facts, args)} and not ${replaces(facts)}
  )`;
}

/** Each content of each decision, a row: what reports take as the whole when they part violations by content. */
export function contentRows(facts: FactSource, subject: Subject, args: Args): Flow {
  const { content } = args;
  return sql<FlowRow>`(
    select d.act_id || ':' || x.code as id, d.subject_id, d.unit_id, d.on_day as day, d.act_id
    from ${facts.table('discipline', 'd')}, unnest(d.content) x (code)
    where d.subject_kind = ${sql.lit(subject)} and ${isAsked(facts, args)} and not ${replaces(facts)}
      and ${content === undefined ? sql`true` : sql`x.code = ${content}`}
  )`;
}

export function consideredMembers(facts: FactSource, args: Args): Considered<FlowRow> {
  return sql<FlowRow & { why: string }>`(
    ${otherDecisions(facts, 'person', args)}
    union all
    select e.act_id::text, e.person_id, e.unit_id, e.on_day, e.act_id,
      case e.event when 'name-removed' then 'xóa tên, không phải hình thức kỷ luật' else 'khai trừ chưa ghi quyết định kỷ luật' end
    from ${facts.table('memberEvent', 'e')}
    where e.event = 'name-removed' or (e.event = 'expelled' and not ${isDecided(facts, 'expulsion', sql`e.person_id`, sql`e.on_day`)})
  )`;
}

export function consideredUnits(facts: FactSource, args: Args): Considered<FlowRow> {
  return sql<FlowRow & { why: string }>`(
    ${otherDecisions(facts, 'unit', args)}
    union all
    select e.act_id::text, e.unit_id, e.parent_before, e.on_day, e.act_id,
      case e.event when 'dissolved' then 'giải thể, không phải hình thức kỷ luật' else 'giải tán chưa ghi quyết định kỷ luật' end
    from ${facts.table('unitEvent', 'e')}
    where e.event = 'dissolved' or (e.event = 'disbanded' and not ${isDecided(facts, 'dissolution', sql`e.unit_id`, sql`e.on_day`)})
  )`;
}

/** The decision and what it brings about may be recorded with days of their own, some weeks apart. */
export const isDecided = (
  facts: FactSource,
  form: string,
  subjectId: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
) => sql`exists (
    select from ${facts.table('discipline', 'd')}
    where d.subject_id = ${subjectId} and d.form = ${sql.lit(form)} and d.on_day between ${day} - 92 and ${day} + 92
  )`;

const otherDecisions = (facts: FactSource, subject: Subject, args: Args) => sql`
  select ${columns}, case
      when ${replaces(facts)} then 'thay một quyết định trước, không tính thêm'
      ${sql.join([sql``, ...questions(facts, args).map(({ is, why }) => sql`when not (${is}) then ${why}`)], sql` `)}
      else '' end as why
  from ${facts.table('discipline', 'd')} where d.subject_kind = ${sql.lit(subject)}`;

const cases = (column: RawBuilder<unknown>, labels: Record<string, { vi: string }>) =>
  sql`case ${column} ${sql.join(
    Object.entries(labels).map(([code, { vi }]) => sql`when ${sql.lit(code)} then ${sql.lit(vi)}`),
    sql` `,
  )} end`;
const form_ = cases(sql`d.form`, formLabels);
const content_ = sql`(select string_agg(${cases(sql`x.code`, contentLabels)}, '; ' order by x.code) from unnest(d.content) x (code))`;

/** Measures that ceased to hold, on the first day without them, by an act or by the rule; at the subject's place on that day. */
export function endedMembers(facts: FactSource, args: Args): Flow {
  return sql<FlowRow>`(
    select d.act_id::text as id, d.subject_id, s.unit_id, ${lapses} as day, d.act_id from ${withLapse(facts)}
    join ${facts.table('standing', 's')} on s.person_id = d.subject_id and s.valid @> ${lapses}
    where d.subject_kind = 'person' and ${isEnded(args)}
  )`;
}

export function endedUnits(facts: FactSource, args: Args): Flow {
  return sql<FlowRow>`(
    select d.act_id::text as id, d.subject_id, d.subject_id as unit_id, ${lapses} as day, d.act_id from ${withLapse(facts)}
    where d.subject_kind = 'unit' and ${isEnded(args)}
  )`;
}

const isForm = ({ form }: Args) => (form === undefined ? sql`true` : sql`d.form = ${form}`);

const isEnded = ({
  as,
  form,
}: Args) => sql`${lapses} is not null and ${isForm({ ...(form === undefined ? {} : { form }) })}
    and ${as === undefined ? sql`true` : sql`coalesce(d.ended_as, 'lapsed') = ${as}`}`;

/** Members while a measure is in force, where they stand. Somebody expelled is no member; one who came back is under none. */
export function membersUnder(facts: FactSource, args: Args): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select d.subject_id::text as id, d.subject_id, s.unit_id, ${inForce} * s.valid as valid, d.act_id from ${withLapse(facts)}
    join ${facts.table('standing', 's')} on s.person_id = d.subject_id and s.valid && ${inForce}
    where d.subject_kind = 'person' and d.form <> 'expulsion' and ${isForm(args)}
  )`;
}

/** Suspension protects an inquiry; it is no discipline. */
export function suspendedMembers(facts: FactSource): Considered<StockRow> {
  return sql<StockRow & { why: string }>`(
    select u.person_id::text as id, u.person_id as subject_id, u.unit_id, u.valid, u.act_id,
      'đình chỉ sinh hoạt đảng, không phải hình thức kỷ luật' as why
    from ${facts.table('suspension', 'u')}
  )`;
}

export function unitsUnder(facts: FactSource, args: Args): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select d.subject_id::text as id, d.subject_id, d.subject_id as unit_id, ${inForce} as valid, d.act_id from ${withLapse(facts)}
    where d.subject_kind = 'unit' and d.form <> 'dissolution' and ${isForm(args)}
  )`;
}
