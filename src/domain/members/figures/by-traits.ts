import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { consideredFlow, consideredStock, flow, stock } from './rows.ts';
import { daysOfAge, hasTraits, ofType, traitArgs, untold } from './traits.ts';

type Args = Record<string, string>;

const common = {
  type: 'count',
  of: 'person',
  place: 'subject',
  measure: 'persons',
  instrument: 'Biểu số 2, 3, 4, 5-BTCTW, Hướng dẫn 11-HD/BTCTW, 13/12/2021',
} as const satisfies Partial<CountFigure>;

const traitsText = {
  vi: 'có đủ các đặc điểm nêu ra theo hồ sơ (giới tính, dân tộc, tôn giáo, tuổi tròn vào ngày đó, nghề nghiệp, học vấn, chuyên môn, lý luận chính trị, loại hình tổ chức cơ sở đảng…). Người mà hồ sơ chưa ghi thì không tính, có danh sách riêng',
  en: 'who by their record have every trait asked for (sex, ethnicity, religion, age in full years, occupation, schooling, qualification, political theory, type of the grassroots organisation …). Those whose record does not say are not counted and listed apart',
};

// Standing, record, age and type each hold for spells of their own: a member counts on the days that all share.
const standing = (facts: FactSource, args: Args, select: RawBuilder<unknown>) => sql`
  select s.person_id as id, s.person_id as subject_id, s.unit_id, s.act_id, s.valid * r.valid * t.valid as valid, ${select}
  from ${facts.table('standing', 's')}
  join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid
  ${ofType(facts, sql`s.unit_id`, args)}
  where ${args.status === undefined ? sql`true` : sql`s.status = ${sql.lit(args.status)}`}`;

const membersBy = figure({
  ...common,
  time: 'stock',
  counts: 'distinct',
  name: 'members-by',
  title: { vi: 'Đảng viên theo cơ cấu', en: 'Members by composition' },
  definition: {
    vi: `Đảng viên trong danh sách vào ngày hỏi ${traitsText.vi}.`,
    en: `Members on the day ${traitsText.en}.`,
  },
  args: traitArgs.extend({ status: z.enum(['official', 'probationary']).optional() }),
  rows: (facts, args) =>
    stock(sql`select m.id, m.subject_id, m.unit_id, m.valid * m.age as valid, m.act_id
      from (${standing(facts, args, sql`${daysOfAge(args)} as age, ${hasTraits(args)} as holds`)}) m
      where m.holds and not isempty(m.valid * m.age)`),
  considered: (facts, args) =>
    consideredStock(sql`select m.id, m.subject_id, m.unit_id, m.valid, m.act_id, m.why
      from (${standing(facts, args, sql`${untold(args)} as why`)}) m
      where m.why is not null and not isempty(m.valid)`),
});

const ceremonies = (
  facts: FactSource,
  args: Args,
  condition: RawBuilder<unknown>,
  more: RawBuilder<unknown> = sql``,
) => sql`
  select e.act_id as id, e.person_id as subject_id, e.unit_id, e.on_day as day, e.act_id ${more}
  from ${facts.table('memberEvent', 'e')}
  join ${facts.table('personRecord', 'r')} on r.person_id = e.person_id and r.valid @> e.on_day
  ${ofType(facts, sql`e.unit_id`, args)} and t.valid @> e.on_day
  where e.event in ('admitted', 'readmitted') and ${condition}`;

const admissionsBy = figure({
  ...common,
  time: 'flow',
  counts: 'occurrences',
  name: 'admissions-by',
  title: { vi: 'Đảng viên mới kết nạp theo cơ cấu', en: 'Admissions by composition' },
  definition: {
    vi: `Đảng viên mới kết nạp trong kỳ, theo ngày làm lễ, ${traitsText.vi}; hồ sơ lấy vào ngày kết nạp.`,
    en: `Persons admitted in the period, by the day of the ceremony, ${traitsText.en}; the record is that of the day of admission.`,
  },
  args: traitArgs,
  rows: (facts, args) => flow(ceremonies(facts, args, sql`${hasTraits(args)} and ${daysOfAge(args)} @> e.on_day`)),
  considered: (facts, args) =>
    consideredFlow(ceremonies(facts, args, sql`${untold(args)} is not null`, sql`, ${untold(args)} as why`)),
});

export const traitFigures: readonly Figure[] = [membersBy, admissionsBy];
