import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#/platform/day.ts';
import type { Audit } from '../audit.ts';
import { parseRange } from '../facts/table.ts';
import type { Catalogue } from './catalogue.ts';
import type { CountFigure, Figure, Partition } from './figure.ts';
import { type Frame, isOn, leadsTo } from './frame.ts';
import type { FactSource } from './source.ts';

type Args = Record<string, string>;

/** A whole that a unit declared beside its parts, and they do not add up to it. Printed reports do that. */
export interface UnevenSum {
  unitId: string;
  figure: CountFigure;
  args: Args;
  /** The days that all of them are for, as PostgreSQL prints a range. */
  valid: string;
  /** By which argument the parts are parted. */
  arg: string;
  whole: number;
  parts: number;
  partActs: string[];
}

interface Line {
  actId: string;
  unitId: string;
  figure: string;
  args: Args;
  valid: string;
  amount: number;
}

const LIMIT = 100;

/**
 * Wholes and parts of just the same days, among the declared counts (d) that are meant. A single part that is less than
 * the whole is an "of these", no sum.
 */
export async function unevenSums(
  facts: FactSource,
  figures: readonly Figure[],
  isMeant: RawBuilder<unknown> = sql`true`,
): Promise<UnevenSum[]> {
  const parted = figures.filter((figure): figure is CountFigure => figure.type === 'count' && !!figure.partition);
  const { rows } = await sql<Line>`
    select d.act_id, d.unit_id, d.figure, d.args, d.valid::text as valid, d.amount from ${facts.table('declaredCount', 'd')}
    where d.figure = any(${parted.map(({ name }) => name)}::text[]) and ${isMeant}
    order by d.figure, d.valid, d.unit_id, d.act_id`.execute(facts.db);
  const together = Map.groupBy(rows, ({ unitId, figure, valid }) => `${unitId} ${figure} ${valid}`);
  return [...together.values()].flatMap((lines) => {
    const figure = parted.find(({ name }) => name === lines[0]?.figure) as CountFigure;
    return lines.flatMap((whole) => (figure.partition ?? []).flatMap((part) => unevenBy(figure, part, whole, lines)));
  });
}

/** Those that lie within the asked period, of the asked unit and of those under it on the last day. */
export function unevenSumsIn({ facts, unitId, from, on }: Frame, figures: readonly Figure[]): Promise<UnevenSum[]> {
  const isUnder = sql`exists (select from ${facts.table('unitLine', 'l')}
    where l.unit_id = d.unit_id and ${leadsTo(unitId)} and ${isOn(sql`l.valid`, sql`${on}::date`)})`;
  return unevenSums(facts, figures, sql`d.valid <@ daterange(${from ?? on}::date, ${on}::date, '[]') and ${isUnder}`);
}

function unevenBy(figure: CountFigure, partition: Partition, whole: Line, lines: readonly Line[]): UnevenSum[] {
  const { arg, groups = {} } = partition;
  const of = whole.args[arg];
  const members = (value: string) => groups[value] ?? [];
  const isPart = ({ args }: Line) =>
    args[arg] !== undefined && (of === undefined || members(of).includes(args[arg])) && sameBut(arg, args, whole.args);
  const all = lines.filter((line) => line !== whole && isPart(line));
  // A group's own number stands for its values: "good or above, of them excellent".
  const parts = all.filter(
    ({ args }) =>
      !all.some((other) => other.args[arg] !== args[arg] && members(other.args[arg] ?? '').includes(args[arg] ?? '')),
  );
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  if (sum === whole.amount || (parts.length < 2 && sum < whole.amount)) return [];
  const { unitId, args, valid, amount } = whole;
  return [{ unitId, figure, args, valid, arg, whole: amount, parts: sum, partActs: parts.map(({ actId }) => actId) }];
}

function sameBut(arg: string, a: Args, b: Args): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => name === arg || a[name] === b[name]);
}

/** In Vietnamese, without the unit. */
export function toldUneven({ figure, args, valid, arg, whole, parts }: UnevenSum): string {
  const narrowed = Object.entries(args).map(([name, value]) => `${name}=${value}`);
  const which = narrowed.length > 0 ? ` (${narrowed.join(', ')})` : '';
  const { from, to } = parseRange(valid);
  const days = [from, addDays(String(to), -1)].map((day) => String(day).split('-').toReversed().join('/')).join('–');
  return `${figure.title.vi}${which}, kỳ ${days}: số chung ${whole}, cộng các phần theo ${arg} ${parts}`;
}

/** What units declared whole and in parts, where the parts do not add up: as the reports had it, so nothing is broken. */
export function declaredSums(figures: () => Catalogue): Audit {
  return {
    name: 'declared-sums',
    title: {
      vi: 'Số chung và các phần do đơn vị báo cáo',
      en: 'Counts that units declared whole and in parts',
    },
    run: async (facts) => {
      const uneven = await unevenSums(facts, figures().all);
      return uneven
        .slice(0, LIMIT)
        .map((sum) => ({ level: 'note' as const, unitId: sum.unitId, message: toldUneven(sum) }));
    },
  };
}
