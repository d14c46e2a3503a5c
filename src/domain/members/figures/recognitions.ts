import { sql } from 'kysely';
import { type AskedDays, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { consideredFlow, flow, shownDay } from './rows.ts';

/** Those that began early enough and ended late enough to matter. */
const standsThen = (asked: AskedDays | undefined) =>
  asked === undefined ? sql`` : sql`and s.valid && daterange(${asked.from}::date, ${asked.to}::date, '[]')`;

// When probation began: the last ceremony; for one who came on probation, what the record says if it knows the day.
export const probations = (facts: FactSource, asked?: AskedDays) => sql`
  select s.person_id, s.unit_id, s.valid, s.act_id, coalesce(
    (select max(a.on_day) from ${facts.table('memberEvent', 'a')}
     where a.person_id = s.person_id and a.event in ('admitted', 'readmitted') and a.on_day <= lower(s.valid)),
    (select r.admitted_on::date from ${facts.table('personRecord', 'r')}
     where r.person_id = s.person_id and r.valid @> lower(s.valid) and r.admitted_on ~ '^\\d{4}-\\d{2}-\\d{2}$')) as began
  from ${facts.table('standing', 's')} where s.status = 'probationary' ${standsThen(asked)}`;

// 12 months from the ceremony: Party Charter, article 5.
export const due = sql`(q.began + interval '12 months')::date`;

const officialRecognitions = figure({
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'persons',
  name: 'official-recognitions',
  title: { vi: 'Đảng viên dự bị được công nhận chính thức', en: 'Recognitions as official member' },
  definition: {
    vi: 'Số đảng viên dự bị được công nhận chính thức, tính theo ngày quyết định, ở chi bộ của đảng viên; tư cách chính thức có từ ngày chính thức (đủ 12 tháng dự bị). Không so với số kết nạp cùng kỳ.',
    en: 'Probationary members recognised as official, by the day of the decision, in their cell; the standing itself changes on the official date (12 months of probation). Not to be held against the admissions of the same period.',
  },
  rows: (facts) =>
    flow(sql`
    select e.act_id as id, e.person_id as subject_id, e.unit_id, coalesce(e.decided_on, e.on_day) as day, e.act_id
    from ${facts.table('memberEvent', 'e')} where e.event = 'recognised'`),
  // The recognition that followed, if any, gives the id: counted in the period, it is not listed here.
  considered: (facts) =>
    consideredFlow(sql`
    select coalesce(c.act_id, q.act_id) as id, q.person_id as subject_id, q.unit_id, ${due} as day, q.act_id,
           'đủ 12 tháng dự bị ngày ' || ${shownDay(due)} || case
             when c.act_id is null then ', chưa được công nhận chính thức'
             else ', quyết định công nhận ngày ' || ${shownDay(sql`coalesce(c.decided_on, c.on_day)`)} end as why
    from (${probations(facts)}) q
    left join lateral (
      select c.act_id, c.decided_on, c.on_day from ${facts.table('memberEvent', 'c')}
      where c.person_id = q.person_id and c.event = 'recognised' and c.on_day >= q.began
      order by c.on_day limit 1) c on true
    where q.valid @> ${due}
    union all
    select e.act_id, e.person_id, e.unit_id, e.on_day, e.act_id,
           'chính thức từ ngày ' || ${shownDay(sql`e.on_day`)} || ', quyết định ngày ' || ${shownDay(sql`e.decided_on`)}
    from ${facts.table('memberEvent', 'e')} where e.event = 'recognised' and e.decided_on <> e.on_day`),
  tally: true,
});

export const recognitionFigures: readonly Figure[] = [officialRecognitions];
