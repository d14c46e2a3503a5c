import { sql } from 'kysely';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { consideredStock, overlaps, sharedDays, shownDay, standingRows } from './rows.ts';

const stock = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

// Why somebody whom one looks for in the list is not in it. A departure is shown to the end of its year.
const notMembers = (facts: FactSource) =>
  consideredStock(sql`
  select t.person_id as id, t.person_id as subject_id, t.host_unit_id as unit_id, t.valid, t.act_id,
         'sinh hoạt tạm thời ở đây, tính ở nơi chuyển đi' as why
  from ${facts.table('temporaryStay', 't')} where t.host_unit_id is not null
  union all
  select t.person_id, t.person_id, t.from_unit_id, t.valid, t.act_id,
         concat_ws(' ', 'đã cấp giấy giới thiệu sinh hoạt đảng đi', coalesce(t.place, 'nơi khác') || ', đang chuyển')
  from ${facts.table('transit', 't')} where t.to_unit_id is null
  union all
  select e.person_id, e.person_id, e.from_unit_id,
         daterange(e.on_day, make_date(extract(year from e.on_day)::int + 1, 1, 1)), e.act_id,
         case e.event when 'died' then 'từ trần' when 'expelled' then 'bị khai trừ' when 'name-removed' then 'bị xóa tên'
           when 'left' then 'xin ra khỏi Đảng' else 'chuyển sinh hoạt chính thức đi' end
         || ' ngày ' || ${shownDay(sql`e.on_day`)}
  from ${facts.table('memberEvent', 'e')}
  where e.from_unit_id is not null
    and (e.event in ('died', 'expelled', 'name-removed', 'left', 'transferred')
      or e.event = 'letter-issued' and e.to_unit_id is not null)`);

const members = figure({
  ...stock,
  name: 'members',
  title: { vi: 'Đảng viên trong danh sách', en: 'Members' },
  definition: {
    vi: 'Đảng viên chính thức và dự bị trong danh sách vào ngày hỏi, tính ở chi bộ đang sinh hoạt chính thức; kể cả người được miễn, bị đình chỉ sinh hoạt, sinh hoạt tạm thời nơi khác. Từ khi có giấy giới thiệu đến khi nơi đến tiếp nhận thì tính ở cấp ủy cấp trên chung gần nhất (đang chuyển).',
    en: 'Official and probationary members on the day, where they stand permanently; the exempt, the suspended and those away for a time included. Between letter and receipt a member counts at the nearest common superior (in transit).',
  },
  rows: standingRows,
  considered: notMembers,
  tally: true,
});

const withStatus = (status: 'official' | 'probationary') => (facts: FactSource) =>
  standingRows(facts).where('s.status', '=', status);

const officialMembers = figure({
  ...stock,
  name: 'official-members',
  title: { vi: 'Đảng viên chính thức', en: 'Official members' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi đã được công nhận chính thức (từ ngày chính thức, dù quyết định ký sau).',
    en: 'Members on the day who are official: from the official date, even if the decision was taken later.',
  },
  rows: withStatus('official'),
  tally: true,
});

const probationaryMembers = figure({
  ...stock,
  name: 'probationary-members',
  title: { vi: 'Đảng viên dự bị', en: 'Probationary members' },
  definition: {
    vi: 'Đảng viên dự bị trong danh sách vào ngày hỏi: từ ngày làm lễ kết nạp đến trước ngày chính thức.',
    en: 'Probationary members on the day: from the ceremony of admission to the eve of the official date.',
  },
  rows: withStatus('probationary'),
  tally: true,
});

const exemptMembers = figure({
  ...stock,
  name: 'exempt-members',
  title: { vi: 'Đảng viên được miễn công tác và sinh hoạt đảng', en: 'Exempt members' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi đang được miễn hoặc tạm miễn công tác và sinh hoạt đảng; vẫn tính trong tổng số đảng viên.',
    en: 'Members on the day who are exempt from work and meetings, for good or for a time; they remain members.',
  },
  rows: (facts) =>
    standingRows(facts)
      .clearSelect()
      .innerJoin(facts.table('exemption', 'x'), 'x.personId', 's.personId')
      .where(overlaps('s.valid', 'x.valid'))
      .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 'x.actId'])
      .select(sharedDays('s.valid', 'x.valid').as('valid')),
  tally: true,
});

const suspendedMembers = figure({
  ...stock,
  name: 'suspended-members',
  title: { vi: 'Đảng viên bị đình chỉ sinh hoạt đảng', en: 'Suspended members' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi đang bị đình chỉ sinh hoạt đảng; vẫn tính trong tổng số đảng viên.',
    en: 'Members on the day who are suspended from meetings; they remain members.',
  },
  rows: (facts) =>
    standingRows(facts)
      .clearSelect()
      .innerJoin(facts.table('suspension', 'x'), 'x.personId', 's.personId')
      .where(overlaps('s.valid', 'x.valid'))
      .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 'x.actId'])
      .select(sharedDays('s.valid', 'x.valid').as('valid')),
});

export const stockFigures: readonly Figure[] = [
  members,
  officialMembers,
  probationaryMembers,
  exemptMembers,
  suspendedMembers,
];
