import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { catalogues, ethnicMinorities } from '#/domain/catalogues/api.ts';
import { grassrootsKinds, typesWithin, unitTypes } from '#/domain/units/api.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { ageBands, birthday } from './age.ts';

/** What one may ask of the record (alias r) of the people behind a figure; several at once narrow it down. */
interface Trait {
  /** Why somebody cannot be told: shown in the list of those not counted. */
  unknown: string;
  isKnown: RawBuilder<boolean>;
  holds: (value: string) => RawBuilder<unknown>;
}

type Args = Record<string, string>;

const codes = (name: keyof typeof catalogues) =>
  z.enum(catalogues[name].entries.map(({ code }) => code) as [string, ...string[]]).optional();
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

/** Rows of a form that have parts count them: "enterprise" is all who work in one. */
function partsOf(name: keyof typeof catalogues): Record<string, string[]> {
  const { entries } = catalogues[name];
  const wholes = new Set(entries.flatMap(({ within }) => (within === undefined ? [] : [within])));
  return Object.fromEntries(
    [...wholes].map((whole) => [
      whole,
      [whole, ...entries.filter(({ within }) => within === whole).map(({ code }) => code)],
    ]),
  );
}

const codesAnd = (name: keyof typeof catalogues) =>
  z
    .enum([...new Set([...catalogues[name].entries.map(({ code }) => code), ...Object.keys(groups[name] ?? {})])] as [
      string,
      ...string[],
    ])
    .optional();

/** The arguments that every such figure takes. */
export const traitArgs = z.strictObject({
  sex: codes('sex'),
  ethnicity: codes('ethnicity'),
  minority: yes,
  religion: codes('religion'),
  religious: yes,
  age: z.enum(Object.keys(ageBands) as [string, ...string[]]).optional(),
  occupation: codesAnd('occupation'),
  retired: yes,
  schooling: codes('generalEducation'),
  qualification: codesAnd('qualification'),
  title: codes('academicTitle'),
  theory: codes('theoryLevel'),
  youthUnion: yes,
  privateOwner: yes,
  foreignSpouse: yes,
  familyPlanningViolation: yes,
  unitType: z.enum(unitTypes).optional(),
});

const coded = (column: string, unknown: string): Trait => ({
  unknown,
  isKnown: sql<boolean>`r.${sql.ref(column)} is not null`,
  holds: (value) => {
    const values = groups[column]?.[value] ?? [value];
    return sql`r.${sql.ref(column)} in (${sql.join(values.map((one) => sql.lit(one)))})`;
  },
});
const flag = (column: string, unknown: string): Trait => ({
  unknown,
  isKnown: sql<boolean>`r.${sql.ref(column)} is not null`,
  holds: () => sql`r.${sql.ref(column)}`,
});

/** By argument; age and the type of the organisation depend on the day and are asked apart. */
const traits: Readonly<Record<string, Trait>> = {
  sex: coded('sex', 'hồ sơ chưa ghi giới tính'),
  ethnicity: coded('ethnicity', 'hồ sơ chưa ghi dân tộc'),
  minority: {
    unknown: 'hồ sơ chưa ghi dân tộc',
    isKnown: sql<boolean>`r.ethnicity is not null`,
    holds: () => sql`r.ethnicity in (${sql.join(ethnicMinorities.map((code) => sql.lit(code)))})`,
  },
  religion: coded('religion', 'hồ sơ chưa ghi tôn giáo'),
  religious: {
    unknown: 'hồ sơ chưa ghi tôn giáo',
    isKnown: sql<boolean>`r.religion is not null`,
    holds: () => sql`r.religion <> 'none'`,
  },
  occupation: coded('occupation', 'hồ sơ chưa ghi nghề nghiệp'),
  retired: flag('retired', 'hồ sơ chưa ghi đã nghỉ hưu hay chưa'),
  schooling: coded('general_education', 'hồ sơ chưa ghi trình độ giáo dục phổ thông'),
  qualification: coded('qualification', 'hồ sơ chưa ghi trình độ chuyên môn'),
  title: coded('academic_title', 'hồ sơ chưa ghi chức danh khoa học'),
  theory: coded('theory_level', 'hồ sơ chưa ghi trình độ lý luận chính trị'),
  youthUnion: flag('youth_union', 'hồ sơ chưa ghi là đoàn viên hay không'),
  privateOwner: flag('private_owner', 'hồ sơ chưa ghi là chủ doanh nghiệp tư nhân hay không'),
  foreignSpouse: flag('foreign_spouse', 'hồ sơ chưa ghi quan hệ hôn nhân với người nước ngoài'),
  familyPlanningViolation: flag('family_planning_violation', 'hồ sơ chưa ghi việc thực hiện chính sách dân số'),
};

const asked = (args: Args): [Trait, string][] =>
  Object.entries(args).flatMap(([name, value]) => {
    const trait = traits[name];
    return trait === undefined ? [] : [[trait, value] as [Trait, string]];
  });

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** True of the records that have every trait asked for. */
export function hasTraits(args: Args): RawBuilder<unknown> {
  return all(asked(args).map(([trait, value]) => sql`(${trait.holds(value)})`));
}

/** The first trait asked for that a record does not tell, as a reason; null where all are told. */
export function untold(args: Args): RawBuilder<string | null> {
  const reasons = asked(args).map(([{ isKnown, unknown }]) => sql`when not (${isKnown}) then ${sql.lit(unknown)}`);
  if (args.age !== undefined) reasons.push(sql`when r.born_on is null then ${sql.lit('hồ sơ chưa ghi ngày sinh')}`);
  return reasons.length === 0 ? sql<null>`null::text` : sql<string>`case ${sql.join(reasons, sql` `)} end`;
}

/** The days on which somebody is of the asked age; without bounds where no age is asked. */
export function daysOfAge({ age }: Args): RawBuilder<unknown> {
  if (age === undefined) return sql`daterange(null, null)`;
  const [least, below] = ageBands[age] as [number | null, number | null];
  return sql`case when r.born_on is not null then daterange(${birthday(least)}, ${birthday(below)}) else 'empty'::daterange end`;
}

/**
 * Joins that leave the units (given by a column) whose grassroots organisation — the unit itself or the one above it —
 * is of the asked type or a part of it (Form 5-BTCTW), with the days on which that is so as t.valid.
 */
export function ofType(facts: FactSource, unitId: RawBuilder<unknown>, { unitType }: Args): RawBuilder<unknown> {
  if (unitType === undefined) return sql`join (select daterange(null, null) as valid) t on true`;
  const types = sql.join(typesWithin(unitType).map((type) => sql.lit(type)));
  const kinds = sql.join(grassrootsKinds.map((kind) => sql.lit(kind)));
  return sql`join (
      select l.unit_id, l.valid * k.valid as valid
      from ${facts.table('unitKind', 'k')}
      join ${facts.table('unitLine', 'l')} on l.ancestor_id = k.unit_id and l.valid && k.valid
      where k.kind in (${kinds}) and k.type in (${types})
    ) t on t.unit_id = ${unitId}`;
}
