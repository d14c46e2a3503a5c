import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import type { Breakdown, Told } from './breakdown-rows.ts';
import { rowsInPlace } from './counted.ts';
import type { CountFigure } from './figure.ts';
import { type Frame, frameOn } from './frame.ts';
import { isUnder, unitsUnder } from './units-under.ts';

/** One count that the scan answers; with `sumOf` also what that column adds up to, over the rows that tell it. */
interface BrokenPoint {
  figure: CountFigure;
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

/** The scan that answers a figure: its own, or one that several share. */
export const scanName = ({ name, breakdown }: CountFigure): string => breakdown?.shared?.scan ?? name;

const breakdownOf = ({ breakdown }: CountFigure) => breakdown as Breakdown;

/** Answers counts of figures of one scan, of any days or periods; in the order asked. */
export async function breakDown(frame: Frame, points: readonly BrokenPoint[]): Promise<BrokenCount[]> {
  const { figure } = points[0] as BrokenPoint;
  const isStock = figure.time === 'stock';
  const periodOf = ({ from, to }: BrokenPoint) => (isStock ? { from: to, to } : { from, to });
  const keyOf = ({ from, to }: Period) => `${from} ${to}`;
  const periods = [...new Map(points.map((point) => [keyOf(periodOf(point)), periodOf(point)])).values()];
  const wanted = points.map((point) => {
    const period = periods.findIndex((one) => keyOf(one) === keyOf(periodOf(point)));
    return { period, ...conditionsOf(point, period) };
  });
  const { together, dated = [] } = breakdownOf(figure);
  // Those of all days together: whoever is 40 on one day is 39 or 40 a year before, so these are hardly more.
  const placed = together.map((set) =>
    set.flatMap((column) => (dated.includes(column) ? periods.map((_, i) => `${column}${i}`) : [column])),
  );
  const sets = groupingSets(wanted.map(columnsOf), placed);
  const named = new Set(points.flatMap(namesIn));
  const groups = await (isStock ? scanStock : scanFlow)(frame, figure, { named, sets, periods });
  return wanted.map((one) => {
    const n = sets.findIndex((set) => columnsOf(one).every((column) => set.includes(column)));
    const counted = { named: 0, sum: 0 };
    for (const { told, counts } of groups[n] as Group[]) {
      if (!one.asked.every(({ column, is }) => is(told.get(column) ?? null))) continue;
      const value = one.sumOf === null ? null : (told.get(one.sumOf) as number | null);
      if (one.sumOf !== null && value === null) continue;
      counted.named += counts[one.period] as number;
      counted.sum += (counts[one.period] as number) * (value ?? 0);
    }
    return counted;
  });
}

/** What a group has to tell for a point to count it. */
interface Conditions {
  asked: { column: string; is: (told: Told) => boolean }[];
  sumOf: string | null;
}

/** The columns of a point by the breakdown's own names. */
function namesIn({ figure, args, sumOf }: BrokenPoint): string[] {
  const { args: known, shared } = breakdownOf(figure);
  return [
    ...Object.keys(args).map((name) => known[name]?.column as string),
    ...(shared === undefined ? [] : [shared.column]),
    ...(sumOf === undefined ? [] : [sumOf]),
  ];
}

/** Those that depend on the day have a name for each. */
function conditionsOf({ figure, args, sumOf }: BrokenPoint, period: number): Conditions {
  const { args: known, shared, dated = [] } = breakdownOf(figure);
  const placed = (column: string) => (dated.includes(column) ? `${column}${period}` : column);
  const asked = Object.entries(args).map(([name, value]) => {
    const { column, is } = known[name] as Breakdown['args'][string];
    return { column: placed(column), is: (told: Told) => is(value, told) };
  });
  return {
    asked: shared === undefined ? asked : [...asked, shared],
    sumOf: sumOf === undefined ? null : placed(sumOf),
  };
}

const columnsOf = ({ asked, sumOf }: Conditions): string[] => [
  ...asked.map(({ column }) => column),
  ...(sumOf === null ? [] : [sumOf]),
];

/** The fewest groupings that tell every combination of columns asked for. */
function groupingSets(
  wanted: readonly (readonly string[])[],
  together: readonly (readonly string[])[],
): (readonly string[])[] {
  const sets: (readonly string[])[] = [];
  const isIn = (columns: readonly string[], set: readonly string[]) => columns.every((column) => set.includes(column));
  const asked = new Set(wanted.flat());
  for (const columns of wanted.toSorted((a, b) => b.length - a.length)) {
    if (sets.some((set) => isIn(columns, set))) continue;
    const known = together.find((set) => isIn(columns, set));
    sets.push(known?.filter((column) => asked.has(column)) ?? [...new Set(columns)]);
  }
  return sets;
}

interface Period {
  from: Day;
  to: Day;
}

/** What a scan has to tell. */
interface Wanted {
  /** The columns by the breakdown's own names. */
  named: ReadonlySet<string>;
  sets: readonly (readonly string[])[];
  periods: readonly Period[];
}

async function scanStock(frame: Frame, figure: CountFigure, wanted: Wanted): Promise<Group[][]> {
  const days = wanted.periods.map(({ to }) => to);
  const sorted = days.toSorted();
  const { facts } = frameOn(frame, { on: sorted.at(-1) as Day, from: sorted[0] as Day, to: sorted.at(-1) as Day });
  const under = await Promise.all(days.map((day) => unitsUnder(frame, day, day)));
  const isMost = under.every(({ others }) => others !== null);
  const asDates = days.map((day) => sql`${day}::date`);
  const rows = breakdownOf(figure).rows(facts, wanted.named, asDates, isMost);
  const isSameTree = under.every(({ all, others }) => all === under[0]?.all && others === under[0]?.others);
  const places = (isSameTree ? under.slice(0, 1) : under).map((units) => isUnder(sql`r.unit_id`, units));
  const counts = days.map((_, i) => sql.ref(`on${i}`));
  const isCounted = counts.map((on, i) => (isSameTree ? sql`r.${on}` : sql`(r.${on} and ${places[i]})`));
  const placed = sql`select ${keysOf(wanted)} ${sql.join(isCounted.map((is, i) => sql`${is} as ${counts[i]}`))}
    from (${rows}) r where ${sql.join(places, sql` or `)}`;
  return grouped(
    frame,
    wanted,
    placed,
    counts.map((on) => sql`c.${on}`),
  );
}

async function scanFlow(frame: Frame, figure: CountFigure, wanted: Wanted): Promise<Group[][]> {
  const from = wanted.periods.map((period) => period.from).toSorted()[0] as Day;
  const to = wanted.periods
    .map((period) => period.to)
    .toSorted()
    .at(-1) as Day;
  const asked = frameOn(frame, { on: to, from, to });
  const rows = (figure.breakdown as Breakdown).rows(asked.facts, wanted.named, []);
  const placed = sql`select ${keysOf(wanted)} r.day from (${await rowsInPlace(asked, figure, {}, rows, 'plain', moreOf(wanted))}) r`;
  const counts = wanted.periods.map((one) => sql`c.day between ${one.from}::date and ${one.to}::date`);
  return grouped(frame, wanted, placed, counts);
}

const columnsIn = ({ sets }: Wanted): string[] => [...new Set(sets.flat())];
const key = (n: number) => sql.raw(`k${n}`);

/** The columns of rows r as k0, k1 …, to be followed by something. */
const keysOf = (wanted: Wanted) =>
  sql.join(
    columnsIn(wanted).map((column, n) => sql`r.${sql.ref(column)} as ${key(n)},`),
    sql` `,
  );

const moreOf = (wanted: Wanted) =>
  sql.join(
    columnsIn(wanted).map((column) => sql`, r.${sql.ref(column)}`),
    sql``,
  );

/** Counts the rows of each grouping that each of the conditions holds for. */
async function grouped(
  { tx }: Frame,
  wanted: Wanted,
  placed: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
): Promise<Group[][]> {
  const { sets } = wanted;
  const columns = columnsIn(wanted);
  const each = (set: readonly string[]) => set.map((column) => sql`c.${key(columns.indexOf(column))}`);
  const keys = each(columns);
  const { rows: found } = await sql<{ told: Told[]; isLeft: number; counts: string[] }>`
    select ${keys.length === 0 ? sql`'[]'::jsonb` : sql`jsonb_build_array(${sql.join(keys)})`} as told,
      ${keys.length === 0 ? sql`0` : sql`grouping(${sql.join(keys)})`} as is_left,
      array[${sql.join(conditions.map((holds) => sql`count(*) filter (where ${holds})`))}]::bigint[] as counts
    from (${placed}) c
    group by grouping sets (${sql.join(sets.map((set) => sql`(${joined(each(set))})`))})`.execute(tx);
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
