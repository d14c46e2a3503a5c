import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { catalogues, ethnicMinorities } from '#/domain/catalogues/api.ts';
import { askableTypes, typesAsked } from '#/domain/units/api.ts';
import type { Breakdown, Told } from '#/kernel/figures/breakdown-rows.ts';
import { ageBands } from './age.ts';
import { eraOf, eras } from './eras.ts';

export type Args = Record<string, string>;

/** What one may ask of the record (alias r) of the people behind a figure; several at once narrow it down. */
export interface Trait {
  /** What tells it; several arguments may ask about one column. */
  column: string;
  /** Why somebody cannot be told: shown in the list of those not counted. */
  unknown: string;
  /** What the column may tell for the asked value to hold; null: nothing. */
  of: (asked: string) => readonly Told[];
}

/** Asks for those of whom the record does not tell it: the row of a form that completes its sum. */
export const UNTOLD = 'untold';

const codes = (name: keyof typeof catalogues): string[] => catalogues[name].entries.map(({ code }) => code);
const choice = (values: readonly string[]) =>
  z.enum([...new Set([...values, UNTOLD])] as [string, ...string[]]).optional();
const yes = z.literal('yes').optional();

/** What reports add up: "cao đẳng, đại học trở lên", "cán bộ, công chức, viên chức", "học sinh, sinh viên". */
const groups: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  qualification: {
    'college-or-above': ['college', 'university', 'master', 'doctor'],
    'university-or-above': ['university', 'master', 'doctor'],
    postgraduate: ['master', 'doctor'],
  },
  occupation: {
    officials: ['state-cadre', 'party-cadre', 'commune-cadre', 'public-employee'],
    students: ['student', 'pupil'],
    ...partsOf('occupation'),
  },
};

/** Rows of a form that have parts count them: "enterprise" is all who work in one, "enterprise.untold" those it is not told of as what. */
function partsOf(name: keyof typeof catalogues): Record<string, string[]> {
  const { entries } = catalogues[name];
  const wholes = new Set(entries.flatMap(({ within }) => (within === undefined ? [] : [within])));
  return Object.fromEntries(
    [...wholes].flatMap((whole) => [
      [whole, [whole, ...entries.filter(({ within }) => within === whole).map(({ code }) => code)]],
      [`${whole}.${UNTOLD}`, [whole]],
    ]),
  );
}

const choiceAnd = (name: keyof typeof catalogues) => choice([...codes(name), ...Object.keys(groups[name] ?? {})]);
const works = ['working', 'retired'] as const;

/** The arguments that every such figure takes. */
export const traitArgs = z.strictObject({
  sex: choice(codes('sex')),
  ethnicity: choice(codes('ethnicity')),
  minority: yes,
  foreignOrigin: yes,
  religion: choice(codes('religion')),
  religious: yes,
  age: choice(Object.keys(ageBands)),
  occupation: choiceAnd('occupation'),
  work: choice(works),
  retired: yes,
  schooling: choice(codes('generalEducation')),
  qualification: choiceAnd('qualification'),
  title: choice(codes('academicTitle')),
  theory: choice(codes('theoryLevel')),
  era: choice(eras),
  youthUnion: yes,
  privateOwner: yes,
  foreignSpouse: yes,
  familyPlanningViolation: yes,
  unitType: z.enum(askableTypes).optional(),
});

const coded = (column: string, unknown: string): Trait => ({
  column,
  unknown,
  of: (asked) => (asked === UNTOLD ? [null] : (groups[column]?.[asked] ?? [asked])),
});
const flag = (column: string, unknown: string): Trait => ({ column, unknown, of: () => [true] });
const some = (column: string, unknown: string, values: readonly string[]): Trait => ({
  column,
  unknown,
  of: () => values,
});

/** By argument; age and the type of the organisation depend on the day and are asked apart. */
export const traits: Readonly<Record<string, Trait>> = {
  sex: coded('sex', 'hồ sơ chưa ghi giới tính'),
  ethnicity: coded('ethnicity', 'hồ sơ chưa ghi dân tộc'),
  minority: some('ethnicity', 'hồ sơ chưa ghi dân tộc', ethnicMinorities),
  foreignOrigin: flag('foreignOrigin', 'hồ sơ chưa ghi có gốc nước ngoài hay không'),
  religion: coded('religion', 'hồ sơ chưa ghi tôn giáo'),
  religious: some(
    'religion',
    'hồ sơ chưa ghi tôn giáo',
    codes('religion').filter((code) => code !== 'none'),
  ),
  occupation: coded('occupation', 'hồ sơ chưa ghi nghề nghiệp'),
  work: coded('work', 'hồ sơ chưa ghi đang làm việc hay đã nghỉ'),
  retired: flag('retired', 'hồ sơ chưa ghi đã nghỉ hưu hay chưa'),
  schooling: coded('schooling', 'hồ sơ chưa ghi trình độ giáo dục phổ thông'),
  qualification: coded('qualification', 'hồ sơ chưa ghi trình độ chuyên môn'),
  title: coded('title', 'hồ sơ chưa ghi chức danh khoa học'),
  theory: coded('theory', 'hồ sơ chưa ghi trình độ lý luận chính trị'),
  era: coded('era', 'hồ sơ chưa ghi ngày vào Đảng'),
  youthUnion: flag('youthUnion', 'hồ sơ chưa ghi là đoàn viên hay không'),
  privateOwner: flag('privateOwner', 'hồ sơ chưa ghi là chủ doanh nghiệp tư nhân hay không'),
  foreignSpouse: flag('foreignSpouse', 'hồ sơ chưa ghi quan hệ hôn nhân với người nước ngoài'),
  familyPlanningViolation: flag('familyPlanningViolation', 'hồ sơ chưa ghi việc thực hiện chính sách dân số'),
};

/** What the record (alias r) tells, by column. */
export const told: Readonly<Record<string, RawBuilder<unknown>>> = {
  sex: sql`r.sex`,
  ethnicity: sql`r.ethnicity`,
  foreignOrigin: sql`(r.foreign_origin or nullif(r.ethnicity = 'foreign', false))`,
  religion: sql`r.religion`,
  occupation: sql`r.occupation`,
  // Whoever has an occupation and is not said to have retired is at work; sheets tick the box of the retired only.
  work: sql`case when r.retired then 'retired' when not r.retired or r.occupation is not null then 'working' end`,
  retired: sql`r.retired`,
  schooling: sql`r.general_education`,
  qualification: sql`r.qualification`,
  title: sql`r.academic_title`,
  theory: sql`r.theory_level`,
  era: eraOf,
  youthUnion: sql`r.youth_union`,
  privateOwner: sql`r.private_owner`,
  foreignSpouse: sql`r.foreign_spouse`,
  familyPlanningViolation: sql`r.family_planning_violation`,
};

/** Whether each argument holds of what a breakdown's column tells. */
export const toldArgs: Breakdown['args'] = {
  ...Object.fromEntries(
    Object.entries(traits).map(([name, { column, of }]) => [
      name,
      { column, is: (asked: string, value: Told) => of(asked).includes(value) },
    ]),
  ),
  age: { column: 'age', is: isOfAge },
  unitType: { column: 'unitType', is: (asked, value) => typesAsked(asked).includes(value as string | null) },
};

function isOfAge(asked: string, age: Told): boolean {
  if (asked === UNTOLD || age === null) return asked === UNTOLD && age === null;
  const [least, below] = ageBands[asked] as [number | null, number | null];
  return (least === null || Number(age) >= least) && (below === null || Number(age) < below);
}

/** Columns whose combinations are few: each group more costs a province some 0.06 s of work. */
export const toldTogether: Breakdown['together'] = [
  ['sex', 'status', 'youthUnion', 'privateOwner', 'foreignSpouse', 'familyPlanningViolation', 'era'],
  ['work', 'occupation', 'exempt'],
  ['schooling', 'qualification', 'title', 'theory'],
  ['ethnicity', 'religion', 'foreignOrigin'],
  ['age'],
  ['unitType'],
];
