import { sql } from 'kysely';
import { type AskedDays, type FlowRow, figure } from '#/kernel/figures/figure.ts';
import { badgeYears } from './contract.ts';

// Party age is counted by the month: whoever reaches it within the month of a round is honoured on its day.
const due = sql`date_trunc('month', r.party_age_from + make_interval(years => y.years))::date`;

// Found by the index of the day it is counted from, badge by badge (the offset keeps that order): otherwise a dozen dates
// are worked out for everybody.
const within = (asked: AskedDays | undefined) =>
  asked === undefined
    ? sql``
    : sql`and r.party_age_from >= (date_trunc('month', ${asked.from}::date) - make_interval(years => y.years))::date
        and r.party_age_from < (date_trunc('month', ${asked.to}::date) + interval '1 month' - make_interval(years => y.years))::date`;

export const badgesDue = figure({
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  name: 'badges-due',
  title: { vi: 'Đảng viên đủ tuổi đảng để xét tặng Huy hiệu Đảng', en: 'Members who reach the years of a Party badge' },
  definition: {
    vi: 'Đảng viên trong danh sách đủ 30, 40, 45, 50 … năm tuổi đảng trong kỳ (tính theo tháng, ghi vào ngày đầu tháng) mà chưa được tặng Huy hiệu của mốc ấy; ở chi bộ đang sinh hoạt. Chưa trừ thời gian ở ngoài Đảng của người kết nạp lại; chưa xét kỷ luật; hồ sơ không ghi ngày vào Đảng thì không tính.',
    en: 'Members who reach 30, 40, 45, 50 … years in the Party in the period (by the month, on its first day) and have not been awarded that badge; in their cell. Time outside the Party is not taken off yet, nor is discipline looked at; where the record does not tell the day of admission nobody counts.',
  },
  instrument: '208-QĐ/TW, 26/7/2026; trước đó 24-QĐ/TW, 30/7/2021',
  measure: 'persons',
  rows: (facts, _args, asked) => sql<FlowRow>`(
    select r.person_id::text || ':' || y.years as id, r.person_id as subject_id, s.unit_id, ${due} as day, r.act_id
    from unnest(${[...badgeYears]}::integer[]) y (years)
    cross join lateral (
      select r.* from ${facts.table('personRecord', 'r')} where r.party_age_from is not null ${within(asked)} offset 0
    ) r
    join ${facts.table('standing', 's')} on s.person_id = r.person_id and s.valid @> ${due}
    where r.valid @> ${due} and not exists (
      select from ${facts.table('badge', 'b')} where b.person_id = r.person_id and b.years >= y.years)
  )`,
});
