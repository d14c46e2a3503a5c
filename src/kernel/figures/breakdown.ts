import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import { rowsInPlace } from './counted.ts';
import type { Breakdown, CountFigure, Told } from './figure.ts';
import { type Frame, frameOn } from './frame.ts';

/** One count that the scan answers; with `sumOf` also what that column adds up to, over the rows that tell it. */
export interface BrokenPoint {
  args: Record<string, string>;
  from: Day;
  to: Day;
  sumOf?: string | undefined;
}

export interface BrokenCount {
  named: number;
  sum: number;
}

/** Rows that tell the same in some columns: how many there are in each of the periods. */
interface Group {
  told: ReadonlyMap<string, Told>;
  counts: readonly number[];
}

/** Whether a scan can answer a question of these arguments. */
export function canBreakDown({ breakdown }: CountFigure, args: Record<string, string>): boolean {
  return breakdown !== undefined && Object.keys(args).every((name) => breakdown.args[name] !== undefined);
}

/**
 * Answers counts of one figure from a single scan of its rows: those of a stock are of one day, those of a flow of any
 * periods. In the order asked.
 */
export async function breakDown(
  frame: Frame,
  figure: CountFigure,
  points: readonly BrokenPoint[],
): Promise<BrokenCount[]> {
  const breakdown = figure.breakdown as Breakdown;
  const columnsOf = ({ args, sumOf }: BrokenPoint) => [
    ...Object.keys(args).map((name) => breakdown.args[name]?.column as string),
    ...(sumOf === undefined ? [] : [sumOf]),
  ];
  const sets = groupingSets(points.map(columnsOf), breakdown.together);
  const periods = [...new Map(points.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()];
  const groups = await scan(frame, figure, sets, periods);
  return points.map((point) => {
    const columns = columnsOf(point);
    const n = sets.findIndex((set) => columns.every((column) => set.includes(column)));
    const period = periods.findIndex(({ from, to }) => from === point.from && to === point.to);
    const counted = { named: 0, sum: 0 };
    for (const { told, counts } of groups[n] as Group[]) {
      const asked = Object.entries(point.args);
      if (!asked.every(([name, value]) => breakdown.args[name]?.is(value, toldIn(told, breakdown, name)))) continue;
      const number = counts[period] as number;
      const value = point.sumOf === undefined ? null : (told.get(point.sumOf) as number | null);
      if (point.sumOf !== undefined && value === null) continue;
      counted.named += number;
      counted.sum += number * (value ?? 0);
    }
    return counted;
  });
}

const toldIn = (told: Group['told'], { args }: Breakdown, name: string): Told =>
  told.get(args[name]?.column as string) ?? null;

/** The fewest groupings that tell every combination of columns asked for. */
function groupingSets(
  wanted: readonly (readonly string[])[],
  together: readonly (readonly string[])[],
): (readonly string[])[] {
  const sets: (readonly string[])[] = [];
  const isIn = (columns: readonly string[], set: readonly string[]) => columns.every((column) => set.includes(column));
  for (const columns of wanted.toSorted((a, b) => b.length - a.length)) {
    if (sets.some((set) => isIn(columns, set))) continue;
    sets.push(together.find((set) => isIn(columns, set)) ?? [...new Set(columns)]);
  }
  return sets;
}

async function scan(
  frame: Frame,
  figure: CountFigure,
  sets: readonly (readonly string[])[],
  periods: readonly { from: Day; to: Day }[],
): Promise<Group[][]> {
  const columns = [...new Set(sets.flat())];
  const from = periods.map((period) => period.from).toSorted()[0] as Day;
  const to = periods
    .map((period) => period.to)
    .toSorted()
    .at(-1) as Day;
  const asked = frameOn(frame, { on: to, from, to });
  const { facts } = asked;
  const on = figure.time === 'stock' ? sql`${to}::date` : null;
  const rows = (figure.breakdown as Breakdown).rows(facts, new Set(columns), on);
  const key = (n: number) => sql.raw(`k${n}`);
  const more = sql.join(
    columns.map((column, n) => sql`, r.${sql.ref(column)} as ${key(n)}`),
    sql``,
  );
  const placed = await rowsInPlace(asked, figure, {}, rows, 'plain', columns.length === 0 ? sql`` : more);
  const counts =
    on === null
      ? periods.map((one) => sql`count(*) filter (where c.day between ${one.from}::date and ${one.to}::date)`)
      : [sql`count(*)`];
  const each = (set: readonly string[]) => set.map((column) => sql`c.${key(columns.indexOf(column))}`);
  const keys = each(columns);
  const { rows: found } = await sql<{ told: Told[]; isLeft: number; counts: string[] }>`
    select ${keys.length === 0 ? sql`'[]'::jsonb` : sql`jsonb_build_array(${sql.join(keys)})`} as told,
      ${keys.length === 0 ? sql`0` : sql`grouping(${sql.join(keys)})`} as is_left, array[${sql.join(counts)}]::bigint[] as counts
    from (${placed}) c
    group by grouping sets (${sql.join(sets.map((set) => sql`(${joined(each(set))})`))})`.execute(frame.tx);
  return sets.map((set) => {
    const isLeft = columns.reduce((bits, column) => bits * 2 + (set.includes(column) ? 0 : 1), 0);
    return found
      .filter((row) => row.isLeft === isLeft)
      .map((row) => ({
        told: new Map(set.map((column) => [column, row.told[columns.indexOf(column)] ?? null])),
        counts: row.counts.map(Number),
      }));
  });
}

const joined = (keys: readonly RawBuilder<unknown>[]) => (keys.length === 0 ? sql`` : sql.join([...keys]));
