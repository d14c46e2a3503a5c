import { sql } from 'kysely';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { due, probations } from './recognitions.ts';
import { flow, stock } from './rows.ts';

// What waits for an act: each leaves its list by the act that settles it.

const common = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

const CHARTER = 'Điều lệ Đảng Cộng sản Việt Nam, 19/1/2011, Điều 5';

const probationsDue = figure({
  ...common,
  time: 'flow',
  name: 'probations-due',
  title: { vi: 'Đảng viên dự bị đến hạn xét công nhận', en: 'Probations that end' },
  definition: {
    vi: 'Đảng viên dự bị đủ 12 tháng kể từ ngày làm lễ kết nạp trong kỳ mà chưa được công nhận chính thức; tính theo ngày đủ 12 tháng, ở chi bộ của đảng viên. Không rõ ngày kết nạp thì không tính.',
    en: 'Members whose twelve months of probation, from the ceremony, end in the period and who have not been recognised; by the day on which they end, in their cell. Where the day of admission is not known nobody counts.',
  },
  instrument: CHARTER,
  rows: (facts, _args, asked) =>
    flow(sql`
    select q.person_id as id, q.person_id as subject_id, q.unit_id, ${due} as day, q.act_id
    from (${probations(facts, asked)}) q where q.valid @> ${due}`),
});

const probationsOverdue = figure({
  ...common,
  time: 'stock',
  name: 'probations-overdue',
  title: { vi: 'Đảng viên dự bị quá 12 tháng chưa được công nhận', en: 'Probations past their twelve months' },
  definition: {
    vi: 'Đảng viên dự bị vào ngày hỏi đã quá ngày đủ 12 tháng kể từ ngày làm lễ kết nạp. Không rõ ngày kết nạp thì không tính.',
    en: 'Members on probation on the day although more than twelve months have passed since the ceremony. Where the day of admission is not known nobody counts.',
  },
  instrument: CHARTER,
  rows: (facts, _args, asked) =>
    stock(sql`
    select q.person_id as id, q.person_id as subject_id, q.unit_id, q.valid * daterange(${due} + 1, null) as valid, q.act_id
    from (${probations(facts, asked)}) q where q.valid && daterange(${due} + 1, null)`),
});

// Thirty working days are six weeks from any day; public holidays are announced year by year and not taken out.
const lateFrom = sql`daterange(lower(t.valid) + 43, null)`;

const transfersNotReceived = figure({
  ...common,
  time: 'stock',
  name: 'transfers-not-received',
  title: { vi: 'Giấy giới thiệu quá hạn chưa tiếp nhận', en: 'Letters of transfer not received in time' },
  definition: {
    vi: 'Đảng viên có giấy giới thiệu sinh hoạt đảng đã quá 30 ngày làm việc (sáu tuần) mà nơi đến chưa tiếp nhận; tính ở nơi chuyển đi và ở nơi chuyển đến, mỗi người một lần.',
    en: 'Members whose letter of transfer was issued more than thirty working days (six weeks) ago and has not been received; they count at the unit they leave and at the one they go to, each once.',
  },
  instrument: '208-QĐ/TW, 26/7/2026; trước đó 20-QĐ/TW, 294-QĐ/TW',
  rows: (facts) =>
    stock(sql`
    select t.person_id as id, t.person_id as subject_id, e.unit_id, t.valid * ${lateFrom} as valid, t.act_id
    from ${facts.table('transit', 't')}, unnest(array[t.from_unit_id, t.to_unit_id]) e (unit_id)
    where e.unit_id is not null and t.valid && ${lateFrom}`),
});

const afterReturn = sql`daterange(t.due_on + 1, null)`;

const staysOverdue = figure({
  ...common,
  time: 'stock',
  name: 'temporary-stays-overdue',
  title: { vi: 'Sinh hoạt tạm thời đã hết hạn', en: 'Temporary stays past their end' },
  definition: {
    vi: 'Đảng viên sinh hoạt tạm thời đã qua thời hạn ghi trên giấy giới thiệu mà chưa ghi việc trở về, gia hạn hoặc chuyển chính thức; tính ở nơi sinh hoạt chính thức và ở nơi đến tạm thời, mỗi người một lần.',
    en: 'Members living with another unit for a time beyond the day their letter names, whose return, extension or permanent transfer is not recorded; they count at both units, each once.',
  },
  rows: (facts) =>
    stock(sql`
    select t.person_id as id, t.person_id as subject_id, e.unit_id, t.valid * ${afterReturn} as valid, t.act_id
    from ${facts.table('temporaryStay', 't')}, unnest(array[t.unit_id, t.host_unit_id]) e (unit_id)
    where e.unit_id is not null and t.due_on is not null and t.valid && ${afterReturn}`),
});

export const deadlineFigures: readonly Figure[] = [
  probationsDue,
  probationsOverdue,
  transfersNotReceived,
  staysOverdue,
];
