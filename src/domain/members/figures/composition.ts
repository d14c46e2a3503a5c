import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { ethnicMinorities } from '#/domain/catalogues/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { ageBands, birthday, bornForBand } from './age.ts';
import { consideredStock, stock } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

// The record holds for spells of its own: a member counts on the days that standing and record share.
const whoseRecord = (facts: FactSource, says: RawBuilder<unknown>) =>
  stock(sql`
  select s.person_id as id, s.person_id as subject_id, s.unit_id, s.valid * r.valid as valid, s.act_id
  from ${facts.table('standing', 's')}
  join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid
  where ${says}`);

const unknown = (facts: FactSource, isUnknown: RawBuilder<unknown>, why: string) =>
  consideredStock(sql`
  select s.person_id as id, s.person_id as subject_id, s.unit_id, s.valid * r.valid as valid, s.act_id, ${sql.lit(why)} as why
  from ${facts.table('standing', 's')}
  join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid
  where ${isUnknown}`);

const femaleMembers = figure({
  ...common,
  name: 'female-members',
  title: { vi: 'Đảng viên nữ', en: 'Female members' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi là nữ theo hồ sơ.',
    en: 'Members on the day who are women by their record.',
  },
  rows: (facts) => whoseRecord(facts, sql`r.sex = 'female'`),
  considered: (facts) => unknown(facts, sql`r.sex is null`, 'hồ sơ chưa ghi giới tính'),
  tally: true,
});

const ethnicMinorityMembers = figure({
  ...common,
  name: 'ethnic-minority-members',
  title: { vi: 'Đảng viên là người dân tộc thiểu số', en: 'Members of ethnic minorities' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi thuộc dân tộc khác dân tộc Kinh theo hồ sơ.',
    en: 'Members on the day whose record names a people other than the Kinh.',
  },
  rows: (facts) => whoseRecord(facts, sql`r.ethnicity in (${sql.join(ethnicMinorities)})`),
  considered: (facts) => unknown(facts, sql`r.ethnicity is null`, 'hồ sơ chưa ghi dân tộc'),
  tally: true,
});

const religiousMembers = figure({
  ...common,
  name: 'religious-members',
  title: { vi: 'Đảng viên theo tôn giáo', en: 'Members with a religion' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi có tôn giáo theo hồ sơ.',
    en: 'Members on the day whose record names a religion.',
  },
  rows: (facts) => whoseRecord(facts, sql`r.religion <> 'none'`),
  considered: (facts) => unknown(facts, sql`r.religion is null`, 'hồ sơ chưa ghi tôn giáo'),
  tally: true,
});

const membersByAge = figure({
  ...common,
  name: 'members-by-age',
  title: { vi: 'Đảng viên theo tuổi đời', en: 'Members by age' },
  definition: {
    vi: 'Đảng viên trong danh sách vào ngày hỏi, theo tuổi tròn vào ngày đó (band: 18-30 … over-60). Người chỉ biết năm hay tháng sinh thì tính từ ngày đầu của năm, tháng đó.',
    en: 'Members on the day by age in full years on that day (band: 18-30 … over-60). Where only the year or month of birth is known, its first day counts.',
  },
  args: z.strictObject({ band: z.enum(Object.keys(ageBands)) }),
  rows: (facts, { band }) => {
    const [least, below] = ageBands[band as string] as [number | null, number | null];
    return stock(sql`
      select a.id, a.subject_id, a.unit_id, a.valid * a.age as valid, a.act_id
      from (select s.person_id as id, s.person_id as subject_id, s.unit_id, s.valid * r.valid as valid, s.act_id,
                   daterange(${birthday(least)}, ${birthday(below)}) as age
            from ${facts.table('standing', 's')}
            join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid
            where r.born_on is not null and ${bornForBand(facts, [least, below])}) a
      where a.valid && a.age`);
  },
  considered: (facts) => unknown(facts, sql`r.born_on is null`, 'hồ sơ chưa ghi ngày sinh'),
});

export const compositionFigures: readonly Figure[] = [
  femaleMembers,
  ethnicMinorityMembers,
  religiousMembers,
  membersByAge,
];
