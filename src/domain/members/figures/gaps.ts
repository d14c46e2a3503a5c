import { sql } from 'kysely';
import { cellKinds } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { stock } from './rows.ts';
import { told } from './traits.ts';

// What keeps a form from being complete.

const common = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

/** The columns of a breakdown without which Forms 2, 3 and 4 cannot place somebody. */
const needed = ['sex', 'ethnicity', 'religion', 'work', 'schooling', 'qualification', 'theory', 'era'];
const lacks = sql.join([sql`r.born_on is null`, ...needed.map((column) => sql`${told[column]} is null`)], sql` or `);

const recordsIncomplete = figure({
  ...common,
  name: 'records-incomplete',
  title: { vi: 'Hồ sơ đảng viên còn thiếu thông tin', en: 'Members with gaps in their record' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi mà hồ sơ chưa ghi một trong các mục các biểu thống kê cần: ngày sinh, giới tính, dân tộc, tôn giáo, nghề nghiệp, trình độ giáo dục phổ thông, chuyên môn, lý luận chính trị, ngày vào Đảng.',
    en: 'Members on the day whose record lacks one of the things that the statistical forms ask: birth, sex, ethnicity, religion, occupation, schooling, qualification, political theory, day of admission.',
  },
  instrument: 'Biểu số 2, 3, 4-BTCTW, Hướng dẫn 11-HD/BTCTW, 13/12/2021',
  rows: (facts) =>
    stock(sql`
    select s.person_id as id, s.person_id as subject_id, s.unit_id, s.valid * r.valid as valid, r.act_id
    from ${facts.table('standing', 's')}
    join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid
    where ${lacks}`),
});

const membersOutsideCells = figure({
  ...common,
  name: 'members-outside-cells',
  title: { vi: 'Đảng viên chưa xếp vào chi bộ', en: 'Members who stand in no cell' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi được ghi ở một tổ chức đảng không phải là chi bộ, không kể người đang chuyển sinh hoạt: cộng các chi bộ sẽ thiếu đúng những người này.',
    en: 'Members on the day who are recorded in a unit that is no cell, those in transit left aside: adding up the cells misses just these.',
  },
  rows: (facts) =>
    stock(sql`
    select s.person_id as id, s.person_id as subject_id, s.unit_id, s.valid * k.valid as valid, s.act_id
    from ${facts.table('standing', 's')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = s.unit_id and k.valid && s.valid
    where not s.in_transit and k.kind not in (${sql.join(cellKinds)})`),
});

export const gapFigures: readonly Figure[] = [recordsIncomplete, membersOutsideCells];
