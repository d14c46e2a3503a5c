import { type Expression, type RawBuilder, sql } from 'kysely';
import { committeeRows } from '#/domain/posts/api.ts';
import type { FlowRow, StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { isCase } from './rows.ts';

// Coverage asks how many of a roster were inspected or supervised at least once in a period. The roster of a period is
// everybody who was on it on at least one of its days, so whoever ended or left in its course stays in the count, and
// nobody can be covered who is not on it. Rows last: the kernel takes those that touch the period.

type Lasting = Expression<StockRow>;
type Considered = Expression<StockRow & { why: string }>;
type Args = Record<string, string>;

const oneDay = sql`daterange(i.on_day, i.on_day + 1)`;

/** Units by the spells of their kind. */
export function unitRoster(facts: FactSource, { kind }: Args): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select k.unit_id::text as id, k.unit_id as subject_id, k.unit_id, k.valid, k.act_id
    from ${facts.table('unitKind', 'k')} where ${kind === undefined ? sql`true` : sql`k.kind = ${kind}`}
  )`;
}

/** Persons by the spells of their posts in committees: at the place of the committee. */
export function committeeRoster(facts: FactSource): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select p.id::text as id, p.subject_id, p.unit_id, p.valid, p.act_id from (${committeeRows(facts)}) p
  )`;
}

// Only while it is on the roster: a unit inspected after its end covers nothing, nor does a member who sits in no committee yet.
function coveredOf(facts: FactSource, roster: RawBuilder<StockRow>, what: RawBuilder<unknown>): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select r.id, r.subject_id, r.unit_id, ${oneDay} as valid, i.act_id
    from ${facts.table('inspection', 'i')} join (${roster}) r on r.subject_id = i.subject_id and r.valid @> i.on_day
    where ${what}
  )`;
}

export const coveredUnits = (facts: FactSource, args: Args): Lasting =>
  coveredOf(facts, unitRoster(facts, args), sql`i.subject_kind = 'unit' and ${isCase}`);

export const coveredCommittee = (facts: FactSource): Lasting =>
  coveredOf(facts, committeeRoster(facts), sql`i.subject_kind = 'person' and ${isCase}`);

interface Reasons {
  none: string;
  entered: string;
  left: string;
}

/**
 * The roster with a reason for each who may turn out not to be covered. A reason that came up on a day is a row of that
 * day; of those that touch the period the kernel takes the latest.
 */
function uncovered(facts: FactSource, roster: RawBuilder<StockRow>, subject: string, why: Reasons): Considered {
  // A change of kind or of post within the roster neither begins nor ends anything.
  const beside = (day: RawBuilder<unknown>) =>
    sql`exists (select from (${roster}) o where o.id = r.id and o.valid @> ${day})`;
  return sql<StockRow & { why: string }>`(
    select r.*, ${sql.lit(why.none)} as why from (${roster}) r
    union all
    select r.id, r.subject_id, r.unit_id, daterange(lower(r.valid), lower(r.valid) + 1), r.act_id, ${sql.lit(why.entered)}
    from (${roster}) r where lower(r.valid) is not null and not ${beside(sql`(lower(r.valid) - 1)`)}
    union all
    select r.id, r.subject_id, r.unit_id, daterange(upper(r.valid) - 1, upper(r.valid)), r.act_id, ${sql.lit(why.left)}
    from (${roster}) r where upper(r.valid) is not null and not ${beside(sql`upper(r.valid)`)}
    union all
    select r.*, 'chỉ được giám sát thường xuyên, không tính là cuộc'
    from (${coveredOf(facts, roster, sql`i.subject_kind = ${sql.lit(subject)} and i.topic = 'regular'`)}) r
  )`;
}

export const uncoveredUnits = (facts: FactSource, args: Args): Considered =>
  uncovered(facts, unitRoster(facts, args), 'unit', {
    none: 'chưa được kiểm tra, giám sát chuyên đề trong kỳ',
    entered: 'thành lập trong kỳ, chưa được kiểm tra, giám sát chuyên đề',
    left: 'kết thúc hoạt động trong kỳ khi chưa được kiểm tra, giám sát chuyên đề',
  });

export const uncoveredCommittee = (facts: FactSource): Considered =>
  uncovered(facts, committeeRoster(facts), 'person', {
    none: 'chưa được kiểm tra, giám sát chuyên đề trong kỳ',
    entered: 'tham gia cấp ủy trong kỳ, chưa được kiểm tra, giám sát chuyên đề',
    left: 'thôi tham gia cấp ủy trong kỳ khi chưa được kiểm tra, giám sát chuyên đề',
  });

/** Persons, each time they were inspected or supervised by theme. */
export function coveredMembers(facts: FactSource): Expression<FlowRow> {
  return memberCases(facts, isCase);
}

/** The register has too many members to list all who were not covered: only those who were supervised regularly. */
export function regularMembers(facts: FactSource): Expression<FlowRow & { why: string }> {
  return sql<FlowRow & { why: string }>`(
    select r.*, 'chỉ được giám sát thường xuyên, không tính là cuộc' as why
    from (${memberCases(facts, sql`i.topic = 'regular'`)}) r
  )`;
}

const memberCases = (facts: FactSource, what: RawBuilder<unknown>) => sql<FlowRow>`(
    select i.subject_id::text as id, i.subject_id, i.unit_id, i.on_day as day, i.act_id
    from ${facts.table('inspection', 'i')} where i.subject_kind = 'person' and ${what}
  )`;
