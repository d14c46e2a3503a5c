import { type RawBuilder, sql } from 'kysely';
import { addDays, daysBetween } from '#/platform/day.ts';
import { parseRange } from '../facts/table.ts';
import type { CountFigure, Partition } from './figure.ts';
import type { Frame } from './frame.ts';

type Args = Record<string, string>;
/** A condition on one declared count, given the alias of its row. */
type Condition = (alias: string) => RawBuilder<unknown>;

/** Declared counts that answer for a figure: of just the asked args, or of parts of them (of each form, where none was asked). */
export function declaredRows(frame: Frame, figure: CountFigure, args: Args, condition: Condition): RawBuilder<unknown> {
  return sql`select d.* from ${frame.facts.table('declaredCount', 'd')}
    where ${answers('d', frame, figure, args)} and ${condition('d')}`;
}

/**
 * Those of them that are passed over, because another of the same unit tells of the same occurrences: a half-year beside
 * its year, each form beside all of them, by body and again by topic. Their acts.
 */
export async function passedOver(
  frame: Frame,
  figure: CountFigure,
  args: Args,
  condition: Condition,
): Promise<string[]> {
  const { table } = frame.facts;
  const { rows } = await sql<{ actId: string; unitId: string; args: Args; valid: string; amount: number }>`
    select d.act_id, d.unit_id, d.args, d.valid::text as valid, d.amount
    from (${declaredRows(frame, figure, args, condition)}) d
    where exists (select from ${table('declaredCount', 'w')}
      where w.unit_id = d.unit_id and w.act_id <> d.act_id and ${answers('w', frame, figure, args)} and ${condition('w')})
    order by d.unit_id, d.act_id`.execute(frame.tx);
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return [...byUnit.values()].flatMap((lines) => {
    const told = lines.map(({ valid, ...line }) => ({ ...line, ...daysOf(valid) }));
    const kept = new Set(choose(told, figure));
    return told.filter((line) => !kept.has(line)).map(({ actId }) => actId);
  });
}

/** What one unit declared of one figure. */
export interface Told {
  args: Args;
  from: string;
  /** Excluded. */
  to: string;
  amount: number;
}

/**
 * Which of them count, no two of the same occurrences. The longest period goes before (of a stock the shortest, told of
 * just those days), then the parting that adds up to most, for one that is incomplete ("of these …") adds up to less. At
 * the end a whole takes the place of its parts, whatever they add up to: it is what the unit said.
 */
export function choose<T extends Told>(lines: readonly T[], { time, partition = [] }: CountFigure): T[] {
  const parting = (line: Told) =>
    `${line.from} ${line.to} ${partition.filter(({ arg }) => line.args[arg] !== undefined).map(({ arg }) => arg)}`;
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(parting(line), (sums.get(parting(line)) ?? 0) + line.amount);
  const days = ({ from, to }: Told) => daysBetween(from, to) * (time === 'stock' ? 1 : -1);
  const breadth = (line: Told) => partition.reduce((sum, part) => sum + (valuesOf(line, part)?.length ?? 0), 0);
  const place = (line: Told) => partition.findIndex(({ arg }) => line.args[arg] !== undefined);
  const ordered = lines.toSorted(
    (a, b) =>
      days(a) - days(b) ||
      (sums.get(parting(b)) ?? 0) - (sums.get(parting(a)) ?? 0) ||
      breadth(b) - breadth(a) ||
      place(a) - place(b),
  );
  let chosen: T[] = [];
  for (const line of ordered) if (!chosen.some((other) => meet(line, other, partition))) chosen.push(line);
  const wholes = ordered.toSorted((a, b) => Object.keys(a.args).length - Object.keys(b.args).length);
  for (const whole of wholes) {
    const met = chosen.filter((line) => line !== whole && meet(line, whole, partition));
    if (met.length > 0 && met.every((line) => covers(whole, line, partition)))
      chosen = [...chosen.filter((line) => !met.includes(line)), whole];
  }
  return chosen;
}

/** Whether both may tell of the same occurrences: they share days, and no argument gives them different values. */
function meet(a: Told, b: Told, partition: readonly Partition[]): boolean {
  if (a.from >= b.to || b.from >= a.to) return false;
  return partition.every((part) => {
    const [x, y] = [valuesOf(a, part), valuesOf(b, part)];
    return x === null || y === null || x.some((value) => y.includes(value));
  });
}

/** Whether all that the part tells of lies in what the whole tells of, for just the same days. */
function covers(whole: Told, part: Told, partition: readonly Partition[]): boolean {
  if (whole.from !== part.from || whole.to !== part.to) return false;
  return partition.every((one) => {
    const [all, some] = [valuesOf(whole, one), valuesOf(part, one)];
    return all === null || some?.every((value) => all.includes(value));
  });
}

/** The values that a declared count's value stands for; null where it has none: then it stands for all. */
function valuesOf({ args }: Told, { arg, groups = {} }: Partition): readonly string[] | null {
  const value = args[arg];
  return value === undefined ? null : [value, ...(groups[value] ?? [])];
}

function daysOf(valid: string): { from: string; to: string } {
  const { from, to } = parseRange(valid);
  return { from: String(from), to: to === null ? addDays(String(from), 1) : String(to) };
}

const argOf = (alias: string, arg: string) => sql`(${sql.ref(`${alias}.args`)} ->> ${sql.lit(arg)})`;

/** Whether a declared count is one of the asked args, or of a part of them. */
function answers(
  alias: string,
  { unitId }: Frame,
  { name, partition = [] }: CountFigure,
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
