import { sql } from 'kysely';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { consideredFlow, eventRows, flow, shownDay } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

const ceremonies = sql`('admitted', 'readmitted')`;

// One decision counts once: a ceremony is a decision of its own only where none was recorded since the last ceremony.
const ownApproval = (facts: FactSource) => sql`
  select from ${facts.table('memberEvent', 'p')}
  where p.person_id = e.person_id and p.event = 'approved' and p.on_day <= e.on_day
    and not exists (select from ${facts.table('memberEvent', 'b')}
      where b.person_id = e.person_id and b.event in ${ceremonies} and b.on_day >= p.on_day and b.on_day < e.on_day)`;

const admissionApprovals = figure({
  ...common,
  name: 'admission-approvals',
  title: { vi: 'Quần chúng được xét duyệt kết nạp', en: 'Approvals of admission' },
  definition: {
    vi: 'Số quần chúng có quyết định kết nạp (kể cả kết nạp lại) trong kỳ, tính theo ngày quyết định, ở chi bộ sẽ kết nạp; chưa cần đã tổ chức lễ. Mỗi quyết định tính một lần.',
    en: 'Persons whose admission or readmission was decided in the period, by the day of the decision, in the cell that will admit them; the ceremony need not have been held. A decision counts once.',
  },
  rows: (facts) =>
    flow(sql`
    select e.act_id as id, e.person_id as subject_id, e.unit_id, coalesce(e.decided_on, e.on_day) as day, e.act_id
    from ${facts.table('memberEvent', 'e')} where e.event = 'approved'
    union all
    select e.act_id, e.person_id, e.unit_id, coalesce(e.decided_on, e.on_day), e.act_id
    from ${facts.table('memberEvent', 'e')}
    where e.event in ${ceremonies} and not exists (${ownApproval(facts)})`),
  considered: (facts) =>
    consideredFlow(sql`
    select e.act_id as id, e.person_id as subject_id, e.unit_id, e.on_day as day, e.act_id,
           'kết nạp trong kỳ, quyết định ngày ' || ${shownDay(sql`e.decided_on`)} as why
    from ${facts.table('memberEvent', 'e')}
    where e.event in ${ceremonies} and e.decided_on is not null and not exists (${ownApproval(facts)})
    union all
    select p.act_id, e.person_id, e.unit_id, e.on_day, p.act_id,
           'kết nạp trong kỳ, quyết định ngày ' || ${shownDay(sql`p.decided_on`)}
    from ${facts.table('memberEvent', 'e')}
    join lateral (
      select a.act_id, coalesce(a.decided_on, a.on_day) as decided_on from ${facts.table('memberEvent', 'a')}
      where a.person_id = e.person_id and a.event = 'approved' and a.on_day <= e.on_day
      order by a.on_day desc limit 1) p on true
    where e.event in ${ceremonies}`),
  tally: true,
});

const admissions = figure({
  ...common,
  name: 'admissions',
  title: { vi: 'Đảng viên mới kết nạp', en: 'Admissions' },
  definition: {
    vi: 'Số đảng viên được kết nạp trong kỳ, tính theo ngày làm lễ kết nạp, ở chi bộ kết nạp; gồm cả kết nạp lại (Biểu 2-BTCTW).',
    en: 'Persons admitted in the period, by the day of the ceremony, in the cell that admitted them; readmissions included (Form 2-BTCTW).',
  },
  rows: (facts) => eventRows(facts, ['admitted', 'readmitted']),
  // The ceremony that followed, if any, gives the id: counted in the period, it is not listed here.
  considered: (facts) =>
    consideredFlow(sql`
    select coalesce(c.act_id, e.act_id) as id, e.person_id as subject_id, e.unit_id,
           coalesce(e.decided_on, e.on_day) as day, e.act_id,
           case when c.act_id is null then 'đã có quyết định kết nạp, chưa làm lễ'
                else 'quyết định trong kỳ, làm lễ kết nạp ngày ' || ${shownDay(sql`c.on_day`)} end as why
    from ${facts.table('memberEvent', 'e')}
    left join lateral (
      select c.act_id, c.on_day from ${facts.table('memberEvent', 'c')}
      where c.person_id = e.person_id and c.event in ${ceremonies} and c.on_day >= e.on_day
      order by c.on_day limit 1) c on true
    where e.event = 'approved'`),
  tally: true,
});

const readmissions = figure({
  ...common,
  name: 'readmissions',
  title: { vi: 'Kết nạp lại', en: 'Readmissions' },
  definition: {
    vi: 'Trong số đảng viên mới kết nạp: người được kết nạp lại, tính theo ngày làm lễ.',
    en: 'Of the admissions, those who had been members before; by the day of the ceremony.',
  },
  rows: (facts) => eventRows(facts, ['readmitted']),
});

export const admissionFigures: readonly Figure[] = [admissionApprovals, admissions, readmissions];
