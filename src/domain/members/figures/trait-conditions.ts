import { type RawBuilder, sql } from 'kysely';
import { organisationTypes, typesAsked } from '#/domain/units/api.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { ageBands, birthday } from './age.ts';
import { type Args, type Trait, told, traits, UNTOLD } from './traits.ts';

const asked = (args: Args): [Trait, string][] =>
  Object.entries(args).flatMap(([name, value]) => {
    const trait = traits[name];
    return trait === undefined ? [] : [[trait, value] as [Trait, string]];
  });

const columnOf = ({ column }: Trait): RawBuilder<unknown> => told[column] as RawBuilder<unknown>;

function holds(trait: Trait, value: string): RawBuilder<unknown> {
  const values = trait.of(value);
  if (values.includes(null)) return sql`${columnOf(trait)} is null`;
  return sql`${columnOf(trait)} in (${sql.join(values.map((one) => sql.lit(one)))})`;
}

/** True of the records that have every trait asked for. */
export function hasTraits(args: Args): RawBuilder<unknown> {
  const conditions = asked(args).map(([trait, value]) => sql`(${holds(trait, value)})`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** The first trait asked for that a record does not tell, as a reason; null where all are told. */
export function untold(args: Args): RawBuilder<string | null> {
  const reasons = asked(args)
    .filter(([, value]) => value !== UNTOLD)
    .map(([trait]) => sql`when ${columnOf(trait)} is null then ${sql.lit(trait.unknown)}`);
  if (args.age !== undefined && args.age !== UNTOLD)
    reasons.push(sql`when r.born_on is null then ${sql.lit('hồ sơ chưa ghi ngày sinh')}`);
  return reasons.length === 0 ? sql<null>`null::text` : sql<string>`case ${sql.join(reasons, sql` `)} end`;
}

/** The days on which somebody is of the asked age; without bounds where no age is asked. */
export function daysOfAge({ age }: Args): RawBuilder<unknown> {
  if (age === undefined) return sql`daterange(null, null)`;
  if (age === UNTOLD) return sql`case when r.born_on is null then daterange(null, null) else 'empty'::daterange end`;
  const [least, below] = ageBands[age] as [number | null, number | null];
  return sql`case when r.born_on is not null then daterange(${birthday(least)}, ${birthday(below)}) else 'empty'::daterange end`;
}

const OLDEST = 150;

/**
 * The same of a whole register on one day: by the first births that are not of an age yet, from 150 years down to one, looked
 * up once. Reckoning with dates row by row took an eighth of the work of Form 3.
 */
export function yearsOnOneDay(day: RawBuilder<unknown>): RawBuilder<number | null> {
  const firsts = sql`(select array_agg(case when b.born + make_interval(years => b.n) > ${day} then b.born else b.born + 1 end order by b.n desc)
    from (select n, (${day} - make_interval(years => n))::date + 1 as born from generate_series(1, ${sql.lit(OLDEST)}) n) b)`;
  return sql<number>`${sql.lit(OLDEST)} - width_bucket(r.born_on, ${firsts})`;
}

/** Full years of the person of record r on a day, turned on the same days as by `birthday`. */
export function yearsOn(day: RawBuilder<unknown>): RawBuilder<number | null> {
  const years = sql`(date_part('year', ${day}) - date_part('year', r.born_on))::integer`;
  return sql<number>`${years} - (r.born_on + make_interval(years => ${years}) > ${day})::integer`;
}

/**
 * Joins that leave the units (given by a column) whose grassroots organisation — the unit itself or the nearest above it —
 * is of the asked type or a part of it (Form 5-BTCTW), with the days on which that is so as t.valid.
 */
export function ofType(facts: FactSource, unitId: RawBuilder<unknown>, { unitType }: Args): RawBuilder<unknown> {
  if (unitType === undefined) return sql`join (select daterange(null, null) as valid) t on true`;
  return sql`join ${organisationTypes(facts, typesAsked(unitType))} t on t.unit_id = ${unitId}`;
}
