import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { organisationTypesOn } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { consideredFlow, consideredStock, flow, stock } from './rows.ts';
import { daysOfAge, hasTraits, ofType, untold, yearsOn, yearsOnOneDay } from './trait-conditions.ts';
import { type Args, told, toldArgs, toldTogether, traitArgs } from './traits.ts';

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
  select s.person_id as id, s.person_id as subject_id, s.unit_id, s.act_id, s.valid * r.valid * t.valid ${args.exempt === undefined ? sql`` : sql`* x.valid`} as valid, ${select}
  from ${facts.table('standing', 's')}
  join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid
  ${ofType(facts, sql`s.unit_id`, args)}
  ${args.exempt === undefined ? sql`` : sql`join ${facts.table('exemption', 'x')} on x.person_id = s.person_id and x.valid && s.valid`}
  where ${args.status === undefined ? sql`true` : sql`s.status = ${sql.lit(args.status)}`}`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

const DATED = ['age', 'exempt', 'unitType'];

/** Of the wanted columns those that the record tells, and then others that do not depend on a day. */
function undated(columns: ReadonlySet<string>, more: Record<string, RawBuilder<unknown>>) {
  const all: Record<string, RawBuilder<unknown>> = { ...told, ...more };
  return sql.join(
    [...columns].flatMap((column) => (all[column] === undefined ? [] : [sql`, ${all[column]} as ${sql.ref(column)}`])),
    sql``,
  );
}

const onAny = (valid: RawBuilder<unknown>, days: readonly RawBuilder<unknown>[]) =>
  sql`(${sql.join(
    days.map((day) => isOn(valid, day)),
    sql` or `,
  )})`;

/** Members on some days: whether on each (on0, on1 …), their record, and what depends on the day (age0, age1 …). */
function standingOn(
  facts: FactSource,
  columns: ReadonlySet<string>,
  days: readonly RawBuilder<unknown>[],
  isMost = false,
) {
  // The planner would look half a million records up one by one in an index of ranges: 5.1 s of work for
  // Form 4, and 1.3 s with a hash.
  const whose = isMost ? sql`nullif(r.person_id, ${NOBODY}::uuid)` : sql`r.person_id`;
  const hasRecord = [...columns].some((column) => column in told || column === 'age');
  const each = days.map((day, i) => {
    const stands = isOn(sql`s.valid`, day);
    const ofDay: Record<string, RawBuilder<unknown>> = {
      age: yearsOnOneDay(day),
      exempt: sql`s.person_id in (select x.person_id from ${facts.table('exemption', 'x')} where x.valid @> ${day})`,
      unitType: sql`${sql.raw(`t${i}`)}.type`,
    };
    const dated = DATED.filter((column) => columns.has(column));
    return {
      isThere: hasRecord ? sql`(${stands} and ${isOn(sql`r.valid`, day)})` : stands,
      columns: sql.join(
        [sql``, ...dated.map((column) => sql`${ofDay[column]} as ${sql.ref(`${column}${i}`)}`)],
        sql`, `,
      ),
      types: sql`left join ${organisationTypesOn(facts, day)} ${sql.raw(`t${i}`)} on ${sql.raw(`t${i}`)}.unit_id = s.unit_id`,
    };
  });
  return sql`
    select s.person_id as id, s.person_id as subject_id, s.unit_id, s.act_id, s.valid ${undated(columns, { status: sql`s.status` })},
      ${sql.join(each.map(({ isThere, columns: more }, i) => sql`${isThere} as ${sql.raw(`on${i}`)} ${more}`))}
    from ${facts.table('standing', 's')}
    ${hasRecord ? sql`join ${facts.table('personRecord', 'r')} on ${whose} = s.person_id and ${onAny(sql`r.valid`, days)}` : sql``}
    ${
      columns.has('unitType')
        ? sql.join(
            each.map(({ types }) => types),
            sql` `,
          )
        : sql``
    }
    where ${onAny(sql`s.valid`, days)}`;
}

const ceremoniesWith = (facts: FactSource, columns: ReadonlySet<string>) => sql`
  select e.act_id as id, e.person_id as subject_id, e.unit_id, e.on_day as day, e.act_id
    ${undated(columns, { age: yearsOn(sql`e.on_day`), unitType: sql`t.type` })}
  from ${facts.table('memberEvent', 'e')}
  join ${facts.table('personRecord', 'r')} on r.person_id = e.person_id and r.valid @> e.on_day
  ${columns.has('unitType') ? sql`left join lateral ${organisationTypesOn(facts, sql`e.on_day`, sql`e.unit_id`)} t on true` : sql``}
  where e.event in ('admitted', 'readmitted')`;

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
  args: traitArgs.extend({
    status: z.enum(['official', 'probationary']).optional(),
    exempt: z.literal('yes').optional(),
  }),
  breakdown: {
    rows: (facts, columns, days, isMost) => stock(standingOn(facts, columns, days, isMost)),
    dated: DATED,
    args: {
      ...toldArgs,
      status: { column: 'status', is: (asked, told) => told === asked },
      exempt: { column: 'exempt', is: (_, told) => told === true },
    },
    together: toldTogether,
  },
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
  breakdown: { rows: (facts, columns) => flow(ceremoniesWith(facts, columns)), args: toldArgs, together: toldTogether },
  rows: (facts, args) => flow(ceremonies(facts, args, sql`${hasTraits(args)} and ${daysOfAge(args)} @> e.on_day`)),
  considered: (facts, args) =>
    consideredFlow(ceremonies(facts, args, sql`${untold(args)} is not null`, sql`, ${untold(args)} as why`)),
});

const averageAge = {
  type: 'average',
  measure: 'years',
  column: 'age',
  decimals: 1,
  instrument: 'Biểu số 2, 3-BTCTW, Hướng dẫn 11-HD/BTCTW, 13/12/2021',
} as const;

const membersAverageAge = figure({
  ...averageAge,
  time: 'stock',
  figure: membersBy.name,
  name: 'members-average-age',
  title: { vi: 'Tuổi đời bình quân của đảng viên', en: 'Average age of members' },
  definition: {
    vi: 'Tổng số tuổi tròn vào ngày hỏi của đảng viên trong danh sách, chia cho số người đó; chỉ gồm người mà hồ sơ ghi ngày sinh (chỉ biết năm hay tháng thì tính từ ngày đầu của năm, tháng đó).',
    en: 'The full years of age of the members on the day, added up and divided by their number; of those whose record tells the birth (where only the year or month is known, its first day counts).',
  },
});

const admissionsAverageAge = figure({
  ...averageAge,
  time: 'flow',
  figure: admissionsBy.name,
  name: 'admissions-average-age',
  title: { vi: 'Tuổi đời bình quân của đảng viên mới kết nạp', en: 'Average age at admission' },
  definition: {
    vi: 'Tổng số tuổi tròn vào ngày làm lễ kết nạp, chia cho số người; chỉ gồm người mà hồ sơ ghi ngày sinh.',
    en: 'The full years of age on the day of the ceremony, added up and divided by the number of those admitted whose record tells the birth.',
  },
});

export const traitFigures: readonly Figure[] = [membersBy, admissionsBy, membersAverageAge, admissionsAverageAge];
