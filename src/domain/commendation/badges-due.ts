import { type RawBuilder, sql } from 'kysely';
import { type AskedDays, type FlowRow, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { badgeYears } from './contract.ts';

// Party age is counted by the month: whoever reaches it within the month of a round is honoured on its day.
const due = sql`date_trunc('month', r.party_age_from + make_interval(years => y.years))::date`;

const spanOf = ({ from, to }: AskedDays) => ({
  low: sql`(date_trunc('month', ${from}::date) - make_interval(years => y.years))::date`,
  high: sql`(date_trunc('month', ${to}::date) + interval '1 month' - make_interval(years => y.years))::date`,
});

// Found by the index of the day it is counted from, badge by badge (the offset keeps that order): otherwise a dozen dates
// are worked out for everybody.
function byTheDay(facts: FactSource, asked: AskedDays | undefined): RawBuilder<unknown> {
  const span = asked === undefined ? null : spanOf(asked);
  const within = span === null ? sql`` : sql`and r.party_age_from >= ${span.low} and r.party_age_from < ${span.high}`;
  return sql`unnest(${[...badgeYears]}::integer[]) y (years)
    cross join lateral (
      select r.* from ${facts.table('personRecord', 'r')} where r.party_age_from is not null ${within} offset 0
    ) r
    join ${facts.table('standing', 's')} on s.person_id = r.person_id and s.valid @> ${due}`;
}

// Of few units: their people, and of each the badge whose days are asked. The days are worked out once a badge.
function byTheUnits(facts: FactSource, asked: AskedDays): RawBuilder<unknown> {
  const { low, high } = spanOf(asked);
  return sql`(select r.*, s.unit_id, s.valid as stood from ${facts.table('standing', 's')}
      join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.party_age_from is not null
      where s.unit_id = any(${asked.units}::uuid[])) r
    join (select y.years, ${low} as low, ${high} as high from unnest(${[...badgeYears]}::integer[]) y (years) offset 0) y
      on r.party_age_from >= y.low and r.party_age_from < y.high and r.stood @> ${due}`;
}

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
  rows: (facts, _args, asked) => {
    const hasFew = asked !== undefined && asked.units !== null;
    return sql<FlowRow>`(
    select r.person_id::text || ':' || y.years as id, r.person_id as subject_id, ${hasFew ? sql`r.unit_id` : sql`s.unit_id`}, ${due} as day, r.act_id
    from ${hasFew ? byTheUnits(facts, asked) : byTheDay(facts, asked)}
    where r.valid @> ${due} and not exists (
      select from ${facts.table('badge', 'b')} where b.person_id = r.person_id and b.years >= y.years)
  )`;
  },
});
