import { type RawBuilder, sql } from 'kysely';
import type { CountFigure, Partition } from './figure.ts';
import type { Frame } from './frame.ts';

type Args = Record<string, string>;
/** A condition on one declared count, given the alias of its row. */
type Condition = (alias: string) => RawBuilder<unknown>;

/**
 * The declared counts that answer for a figure: those of just the asked args, and those of parts of them (of each form,
 * where no form was asked). Of two that may tell of the same occurrences the wider one counts: that of the longer period
 * (of a stock: the shorter, told of just those days), then that of fewer args, of a group of values, of the arg that the
 * figure names first. `chosen`: those that count; `passedOver`: those that are parts of another that counts.
 */
export function declaredRows(
  frame: Frame,
  figure: CountFigure,
  args: Args,
  condition: Condition,
): { chosen: RawBuilder<unknown>; passedOver: RawBuilder<unknown>; all: RawBuilder<unknown> } {
  const { facts } = frame;
  const partition = figure.partition ?? [];
  const isAsked: Condition = (alias) =>
    sql`${answers(alias, frame, figure.name, partition, args)} and ${condition(alias)}`;
  const all = sql`select d.* from ${facts.table('declaredCount', 'd')} where ${isAsked('d')}`;
  const hasWider = sql`exists (select from ${facts.table('declaredCount', 'w')}
    where w.unit_id = d.unit_id and ${isAsked('w')} and w.valid && d.valid ${mayMeet(partition)}
      and ${rank('w', figure, partition)} < ${rank('d', figure, partition)})`;
  return { all, chosen: sql`${all} and not ${hasWider}`, passedOver: sql`${all} and ${hasWider}` };
}

const argOf = (alias: string, arg: string) => sql`(${sql.ref(`${alias}.args`)} ->> ${sql.lit(arg)})`;

/** Whether a declared count is one of the asked args, or of a part of them. */
function answers(
  alias: string,
  { unitId }: Frame,
  name: string,
  partition: readonly Partition[],
  args: Args,
): RawBuilder<unknown> {
  const parting = new Set(partition.map(({ arg }) => arg));
  const others = Object.fromEntries(Object.entries(args).filter(([arg]) => !parting.has(arg)));
  const parts = partition.flatMap(({ arg, groups = {}, whose }) => {
    const asked = args[arg];
    if (asked === undefined) return [];
    const isPart = sql`${argOf(alias, arg)} = any(${[asked, ...(groups[asked] ?? [])]}::text[])`;
    if (whose !== true) return [sql`and ${isPart}`];
    const isItself = sql`${sql.ref(`${alias}.unit_id`)} = ${unitId}::uuid`;
    return [asked === 'own' ? sql`and ${isItself} and ${isPart}` : sql`and (${isPart} or not ${isItself})`];
  });
  return sql`${sql.ref(`${alias}.figure`)} = ${name}
    and ${sql.ref(`${alias}.args`)} - ${[...parting]}::text[] = ${JSON.stringify(others)}::jsonb
    ${parts.length === 0 ? sql`` : sql.join(parts, sql` `)}`;
}

/** That w and d may tell of the same occurrences: no arg gives them different values. */
function mayMeet(partition: readonly Partition[]): RawBuilder<unknown> {
  const conditions = partition.map(
    (part) => sql`and coalesce(${membersOf('w', part)} && ${membersOf('d', part)}, true)`,
  );
  return conditions.length === 0 ? sql`` : sql.join(conditions, sql` `);
}

/** The values that a declared count's value stands for; null where it has none: then it stands for all. */
function membersOf(alias: string, { arg, groups = {} }: Partition): RawBuilder<unknown> {
  const value = argOf(alias, arg);
  const cases = Object.entries(groups).map(
    ([group, values]) => sql`when ${sql.lit(group)} then ${[group, ...values]}::text[]`,
  );
  const one = sql`case when ${value} is not null then array[${value}] end`;
  return cases.length === 0 ? sql`(${one})` : sql`(case ${value} ${sql.join(cases, sql` `)} else ${one} end)`;
}

function rank(alias: string, { time }: CountFigure, partition: readonly Partition[]): RawBuilder<unknown> {
  const valid = sql.ref(`${alias}.valid`);
  const days = sql`(upper(${valid}) - lower(${valid})) * ${sql.lit(time === 'stock' ? 1 : -1)}`;
  const has = partition.map(({ arg }) => sql`(${argOf(alias, arg)} is not null)::int`);
  const sizes = partition.map((part) => sql`coalesce(cardinality(${membersOf(alias, part)}), 0)`);
  const sum = (terms: RawBuilder<unknown>[]) => (terms.length === 0 ? sql`0` : sql`(${sql.join(terms, sql` + `)})`);
  return sql`array[${sql.join([days, sum(has), sql`-${sum(sizes)}`, ...has.map((one) => sql`-${one}`)])}]`;
}
