import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type FlowRow, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { badgeYears } from './contract.ts';

type Args = Record<string, string>;

const asked = ({ years, early, posthumous }: Args): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...(years === undefined ? [] : [sql`b.years = ${Number(years)}`]),
      ...(early === undefined ? [] : [sql`b.early`]),
      ...(posthumous === undefined ? [] : [sql`b.posthumous`]),
    ],
    sql` and `,
  );

// One badge of each kind a person: what makes it distinct, also where it was due and not awarded.
const columns = sql`b.person_id::text || ':' || b.years as id, b.person_id as subject_id, b.unit_id, b.on_day as day, b.act_id`;

function badgeRows(facts: FactSource, args: Args): RawBuilder<FlowRow> {
  return sql<FlowRow>`(select ${columns} from ${facts.table('badge', 'b')} where ${asked(args)})`;
}

/**
 * Other badges of the period, and members who reached a badge's years in it and do not have that badge. Those are found by the decision of
 * admission alone: whoever was outside for a time reaches them later.
 */
function notAwarded(facts: FactSource, args: Args): RawBuilder<FlowRow & { why: string }> {
  const { years, early, posthumous } = args;
  const wanted = years === undefined ? [...badgeYears] : [Number(years)];
  const others = sql`select ${columns},
      case when ${years === undefined ? sql`false` : sql`b.years <> ${Number(years)}`} then 'Huy hiệu ' || b.years || ' năm'
        when ${early === undefined ? sql`false` : sql`not b.early`} then 'không phải tặng sớm'
        else 'không phải truy tặng' end as why
    from ${facts.table('badge', 'b')} where not (${asked(args)})`;
  if (early !== undefined || posthumous !== undefined) return sql<FlowRow & { why: string }>`(${others})`;
  const due = sql`(r.party_age_from + make_interval(years => y.years))::date`;
  return sql<FlowRow & { why: string }>`(
    ${others}
    union all
    select r.person_id::text || ':' || y.years, r.person_id, s.unit_id, ${due}, s.act_id,
      'đủ ' || y.years || ' năm tuổi đảng ngày ' || to_char(${due}, 'DD/MM/YYYY') || ', chưa được tặng Huy hiệu'
    from ${facts.table('personRecord', 'r')}
    join unnest(${wanted}::integer[]) y (years) on r.party_age_from is not null
    join ${facts.table('standing', 's')} on s.person_id = r.person_id and s.valid @> ${due}
    where r.valid @> ${due} and not exists (
      select from ${facts.table('badge', 'b')} where b.person_id = r.person_id and b.years = y.years)
  )`;
}

export const badges = figure({
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  name: 'badges',
  title: { vi: 'Huy hiệu Đảng được tặng', en: 'Party badges awarded' },
  definition: {
    vi: 'Số Huy hiệu Đảng được tặng, truy tặng trong kỳ, tính theo ngày của đợt trao tặng, ở chi bộ nơi đảng viên sinh hoạt ngày đó (truy tặng: chi bộ cuối cùng). Lọc theo years (số năm), early=yes (tặng sớm), posthumous=yes (truy tặng). Danh sách chưa tính nêu cả đảng viên đủ tuổi đảng trong kỳ mà chưa được tặng. Mục II Biểu 7.',
    en: 'Party badges of the period, by the day of the round, in the cell where the member stands on that day (posthumously: the last one). By years, early=yes, posthumous=yes. Those not counted include members who reached the years in the period and have not been awarded the badge. Form 7, part II.',
  },
  instrument: '11-HD/BTCTW, 13/12/2021',
  measure: 'persons',
  args: z.strictObject({
    years: z.enum(badgeYears.map(String) as [string, ...string[]]).optional(),
    early: z.literal('yes').optional(),
    posthumous: z.literal('yes').optional(),
  }),
  partition: [{ arg: 'years' }],
  rows: badgeRows,
  breakdown: {
    rows: (facts) => sql<FlowRow>`(select ${columns}, b.years from ${facts.table('badge', 'b')})`,
    args: { years: { column: 'years', is: (asked, told) => Number(asked) === told } },
    together: [],
  },
  considered: notAwarded,
});
