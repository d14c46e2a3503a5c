import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '#/platform/canonical-json.ts';
import type { Day } from '#/platform/day.ts';
import { type BrokenCount, breakDown, canBreakDown, scanName } from './breakdown.ts';
import { rowsCounted } from './counted.ts';
import { declaredShares } from './declared.ts';
import { isTallied, tallyKeys } from './evaluate.ts';
import type { CountFigure } from './figure.ts';
import { type Frame, frameOn } from './frame.ts';

// A report asks for a hundred counts of one unit. One statement each costs more than the counting: round trips, and for
// every flow a second scan for the year before. Here they go together: tallies in one statement, flows of several
// periods in one scan, the rest a few dozen to a statement. The rule of each figure is its own, as everywhere.

/** A count that is wanted: a stock is counted on the last day. */
export interface CountPoint {
  figure: CountFigure;
  args: Record<string, string>;
  from: Day;
  to: Day;
  /** A column of the figure's breakdown: then only rows that tell it are counted, and `sum` is what they add up to. */
  sumOf?: string;
}

export interface NamedAndDeclared {
  named: number;
  declared: number;
  sum?: number;
}

/** So many scans to a statement: with arrays of a district's thousand units its text stays below a megabyte. */
const TOGETHER = 24;

/** Answers all of them, in the order asked: the same numbers that one question each would give. */
export async function countMany(frame: Frame, points: readonly CountPoint[]): Promise<NamedAndDeclared[]> {
  const answers = points.map((): NamedAndDeclared => ({ named: 0, declared: 0 }));
  const numbered = points.map((point, i) => ({ ...point, i }));
  const tallied = numbered.filter(({ figure }) => isTallied(frame, figure));
  for (const [i, named] of await fromTallies(frame, tallied)) (answers[i] as NamedAndDeclared).named = named;
  const { broken, single } = apart(numbered.filter(({ figure }) => !isTallied(frame, figure)));
  for (const points of broken) {
    const counts = await breakDown(frame, points);
    for (const [n, { i, sumOf }] of points.entries()) {
      const { named, sum } = counts[n] as BrokenCount;
      answers[i] = { named, declared: 0, ...(sumOf === undefined ? {} : { sum }) };
    }
  }
  const scans = scansOf(single);
  for (let first = 0; first < scans.length; first += TOGETHER)
    for (const [i, named] of await scanned(frame, scans.slice(first, first + TOGETHER)))
      (answers[i] as NamedAndDeclared).named = named;
  const isDeclared = await declaredOnes(frame, points);
  for (const { i, figure, args, from, to } of numbered.filter((one) => one.sumOf === undefined && isDeclared(one))) {
    const shares = await declaredShares(frameOn(frame, { on: to, from, to }), figure, args);
    (answers[i] as NamedAndDeclared).declared = [...shares.values()].reduce((sum, amount) => sum + amount, 0);
  }
  return answers;
}

/** Counts what several will ask for, each point once; whoever then asks is answered from it. */
export async function countAhead(frame: Frame, points: readonly CountPoint[]): Promise<CountMany> {
  // Args in another order are counted once more, which is cheaper than sorting those of all.
  const keyOf = ({ figure: { name }, args, from, to, sumOf = '' }: CountPoint) =>
    `${name} ${from} ${to} ${sumOf} ${JSON.stringify(args)}`;
  const each = new Map(points.map((point) => [keyOf(point), point]));
  const counts = await countMany(frame, [...each.values()]);
  const known = new Map([...each.keys()].map((key, i) => [key, counts[i] as NamedAndDeclared]));
  return async (asking, asked) => {
    const answers = asked.map((point) => known.get(keyOf(point)));
    const others = asked.filter((_, i) => answers[i] === undefined);
    const rest = others.length === 0 ? [] : await countMany(asking, others);
    return answers.map((answer) => answer ?? (rest.shift() as NamedAndDeclared));
  };
}

export type CountMany = typeof countMany;

type Numbered = CountPoint & { i: number };

async function fromTallies(frame: Frame, points: readonly Numbered[]): Promise<[number, number][]> {
  if (points.length === 0) return [];
  const asked = sql.join(
    points.map(
      ({ i, figure, args, from, to }) =>
        sql`(${sql.lit(i)}, ${tallyKeys(figure, args)}::text[], ${figure.time === 'stock' ? '-infinity' : from}::date, ${to}::date)`,
    ),
  );
  const { rows } = await sql<{ i: number; named: number }>`
    select p.i, coalesce(sum(t.change), 0) as named from (values ${asked}) p (i, figures, first, last)
    left join tally t on t.unit_id = ${frame.unitId}::uuid and t.figure = any(p.figures) and t.day between p.first and p.last
    group by p.i`.execute(frame.tx);
  return rows.map(({ i, named }) => [i, named]);
}

/** So few counts of one figure (in each of two periods) are found sooner one by one, each by its own condition. */
const FEW = 4;

/** Those that a breakdown answers together, and the others. */
function apart(points: readonly Numbered[]): { broken: Numbered[][]; single: Numbered[] } {
  const groups = Map.groupBy(points, ({ figure, args }) => (canBreakDown(figure, args) ? scanName(figure) : ''));
  const single = [...(groups.get('') ?? [])];
  const broken: Numbered[][] = [];
  for (const [key, group] of groups) {
    if (key === '') continue;
    if (group.length > FEW || group.some(({ sumOf }) => sumOf !== undefined)) broken.push(group);
    else single.push(...group);
  }
  return { broken, single };
}

/** Points that one scan of a rule's rows answers: those of one flow, whatever their periods. */
function scansOf(points: readonly Numbered[]): Numbered[][] {
  const byRule = new Map<string, Numbered[]>();
  for (const point of points) {
    const { figure, args, to, i } = point;
    // A row that lasts counts once in each period, in the place of that period's last day: no period can share another's scan.
    const own = figure.time === 'stock' ? to : figure.lasting ? i : '';
    const key = canonicalJson([figure.name, args, own]);
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, [point]);
    else known.push(point);
  }
  return [...byRule.values()];
}

async function scanned(frame: Frame, scans: readonly Numbered[][]): Promise<[number, number][]> {
  const statements: RawBuilder<unknown>[] = [];
  for (const [n, scan] of scans.entries()) statements.push(await scanOf(frame, n, scan));
  const { rows } = await sql<{ n: number; counts: string[] }>`${sql.join(statements, sql` union all `)}`.execute(
    frame.tx,
  );
  return rows.flatMap(({ n, counts }) =>
    (scans[n] as Numbered[]).map(({ i }, k): [number, number] => [i, Number(counts[k])]),
  );
}

async function scanOf(frame: Frame, n: number, scan: readonly Numbered[]): Promise<RawBuilder<unknown>> {
  const { figure, args } = scan[0] as Numbered;
  const from = scan.map((point) => point.from).toSorted()[0] as Day;
  const to = scan
    .map((point) => point.to)
    .toSorted()
    .at(-1) as Day;
  const asked = frameOn(frame, { on: to, from, to });
  const rows = await rowsCounted(asked, figure, args);
  // Ids of one figure may repeat unless each row is an occurrence of its own, or the tally has promised it.
  const number = figure.counts === 'distinct' && !figure.tally ? sql`count(distinct c.id)` : sql`count(*)`;
  const counts =
    scan.length === 1
      ? number
      : sql.join(
          scan.map((point) => sql`${number} filter (where c.day between ${point.from}::date and ${point.to}::date)`),
        );
  return sql`select ${sql.lit(n)} as n, array[${counts}]::bigint[] as counts from (${rows}) c`;
}

/** Whether anything was declared for a figure, for whichever args, unit and period: mostly nothing was. */
async function declaredOnes(
  frame: Frame,
  points: readonly CountPoint[],
): Promise<(point: { figure: CountFigure }) => boolean> {
  const names = [...new Set(points.map(({ figure }) => figure.name))];
  const { rows } = await sql<{ figure: string }>`
    select distinct d.figure from ${frame.facts.table('declaredCount', 'd')} where d.figure = any(${names}::text[])`.execute(
    frame.tx,
  );
  const declared = new Set(rows.map(({ figure }) => figure));
  return ({ figure }) => figure.amounts !== undefined || declared.has(figure.name);
}
