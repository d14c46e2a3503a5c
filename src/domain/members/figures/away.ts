import { sql } from 'kysely';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { overlaps, sharedDays, standingRows, stock } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

const membersInTransit = figure({
  ...common,
  name: 'members-in-transit',
  title: { vi: 'Đảng viên đang chuyển sinh hoạt trong đảng bộ', en: 'Members in transit' },
  definition: {
    vi: 'Đảng viên đã có giấy giới thiệu sinh hoạt đảng mà nơi đến chưa tiếp nhận vào ngày hỏi; tính ở cấp ủy cấp trên chung gần nhất của nơi đi và nơi đến, trong tổng số đảng viên.',
    en: 'Members with a letter of transfer that has not been received on the day; they stand in the nearest common superior of both ends, within the number of members.',
  },
  rows: (facts) => standingRows(facts).where('s.inTransit', '=', true),
});

// The line "đang chuyển" belongs to the superior that the sending unit had when the letter was issued (the unit may end
// while the letter waits); a unit without one keeps the line itself.
const membersInTransitOut = figure({
  ...common,
  name: 'members-in-transit-out',
  title: { vi: 'Đảng viên đang chuyển ra ngoài đảng bộ', en: 'Members in transit to elsewhere' },
  definition: {
    vi: 'Đảng viên đã có giấy giới thiệu chuyển ra ngoài đảng bộ (tỉnh khác, quân đội, công an, ngoài nước…) mà nơi đến chưa báo đã tiếp nhận; tính ở cấp trên trực tiếp của nơi đi, không nằm trong tổng số đảng viên.',
    en: 'Persons with a letter to a place outside this tenant that has not reported their receipt; they count at the direct superior of the sending unit and are not among its members.',
  },
  rows: (facts) =>
    stock(sql`
    select t.person_id as id, t.person_id as subject_id, coalesce(p.parent_id, t.from_unit_id) as unit_id, t.valid, t.act_id
    from ${facts.table('transit', 't')}
    left join ${facts.table('unitParent', 'p')} on p.unit_id = t.from_unit_id and p.valid @> lower(t.valid)
    where t.to_unit_id is null`),
});

const temporaryAway = figure({
  ...common,
  name: 'temporary-away',
  title: { vi: 'Đảng viên sinh hoạt tạm thời nơi khác', en: 'Members away for a time' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi đang chuyển sinh hoạt tạm thời đến nơi khác; tính ở nơi sinh hoạt chính thức.',
    en: 'Members on the day who live with another unit for a time; counted where they stand permanently.',
  },
  rows: (facts) =>
    standingRows(facts)
      .clearSelect()
      .innerJoin(facts.table('temporaryStay', 't'), 't.personId', 's.personId')
      .where(overlaps('s.valid', 't.valid'))
      .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 't.actId'])
      .select(sharedDays('s.valid', 't.valid').as('valid')),
});

const temporaryGuests = figure({
  ...common,
  name: 'temporary-guests',
  title: { vi: 'Đảng viên nơi khác đến sinh hoạt tạm thời', en: 'Guests for a time' },
  definition: {
    vi: 'Đảng viên nơi khác đang sinh hoạt tạm thời ở đây vào ngày hỏi; không nằm trong tổng số đảng viên của nơi đến.',
    en: 'Members of other units who live with this one for a time on the day; not among its members.',
  },
  rows: (facts) =>
    facts.db
      .selectFrom(facts.table('temporaryStay', 't'))
      .where('t.hostUnitId', 'is not', null)
      .select(['t.personId as id', 't.personId as subjectId', 't.hostUnitId as unitId', 't.valid', 't.actId']),
});

export const awayFigures: readonly Figure[] = [membersInTransit, membersInTransitOut, temporaryAway, temporaryGuests];
