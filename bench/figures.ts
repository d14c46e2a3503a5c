import { random } from '#/demo/random.ts';
import { post } from '#/kernel/journal/post.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { askFigure } from '#/server/ask-figure.ts';
import type { OpenRoom } from '#/server/installation.ts';
import { type AsSomebody, somebodiesAt, somebodyAt } from './capacity.ts';
import { type Duck, openDuck } from './duck.ts';
import { atMost, type Bench, type Goal, type Row } from './measure.ts';
import { halfAndMost, number, percentile, timed } from './numbers.ts';
import { openPlain, type Plain } from './plain.ts';
import { plainCounts } from './plain-counts.ts';
import { makeActs } from './posting-acts.ts';
import { type Asked, type BenchUnit, questions, unitsByLevel } from './questions.ts';
import type { Stage } from './stage.ts';

const count = 200;
const warmUp = 20;

interface Series {
  name: string;
  figure: string;
  args?: Record<string, string>;
  isFlow?: boolean;
  isKnownAt?: boolean;
  goal: Goal;
}

const additive = atMost(50, 'ms (p95)');
const counted = atMost(300, 'ms (p95)');

const all: readonly Series[] = [
  { name: 'members', figure: 'members', goal: additive },
  { name: 'admissions', figure: 'admissions', isFlow: true, goal: additive },
  { name: 'official-recognitions', figure: 'official-recognitions', isFlow: true, goal: additive },
  { name: 'female-members', figure: 'female-members', goal: counted },
  { name: 'members-by-age 31-35', figure: 'members-by-age', args: { band: '31-35' }, goal: counted },
  { name: 'members, known at the end of the load', figure: 'members', isKnownAt: true, goal: counted },
];

/** One number of a figure, at random units and on random days, for the widest and the narrowest grant; finding the grant is part of it. */
export const figures: Bench = {
  name: 'figures',
  run: async (stage) => {
    const room = await stage.register();
    const knownAt = await endOfLoad(room);
    const plain = await openPlain(stage);
    const duck = await openDuck(stage);
    try {
      const rows = [];
      const asking = await askingOf(stage, room, knownAt);
      for (const series of all) rows.push(await measure(stage, asking, series, plain, duck));
      return rows;
    } finally {
      duck.close();
      await plain.close();
    }
  },
};

/** Who asks, and of which units: somebody with a grant over the whole register, and each of some at a cell. */
interface Asking {
  units: ReadonlyMap<string, BenchUnit[]>;
  widest: AsSomebody;
  /** By the code of the cell. */
  narrowest: ReadonlyMap<string, AsSomebody>;
  cells: BenchUnit[];
  knownAt: string;
}

async function askingOf(stage: Stage, room: OpenRoom, knownAt: string): Promise<Asking> {
  const units = await unitsByLevel(room);
  const there = await somebodiesAt(stage, random(1, 5, 1), units.get('cell') ?? []);
  return {
    units,
    widest: await somebodyAt(stage, null),
    narrowest: new Map(there.map(({ unit, as }) => [unit.code, as])),
    cells: there.map(({ unit }) => unit),
    knownAt,
  };
}

async function measure(stage: Stage, asking: Asking, series: Series, plain: Plain, duck: Duck): Promise<Row> {
  const { units, widest, narrowest, cells, knownAt } = asking;
  const { name, figure, args = {}, isFlow = false, isKnownAt = false, goal } = series;
  stage.say(`  ${name}`);
  const asked = questions(random(1, 1, 1), units, warmUp + count, isFlow);
  const askedOfCells = questions(random(1, 2, 1), new Map([['cell', cells]]), warmUp + count, isFlow);
  const ask = async ({ unit, on, from }: Asked, as: AsSomebody): Promise<number> => {
    const days = { on, from, to: from === null ? null : on };
    const question = { figure, args, days, knownAt: isKnownAt ? knownAt : null, options: {} };
    const answer = await askFigure(await as(), { actor: 'bench', tenant: stage.code, unit: unit.code, ...question });
    return answer.value as number;
  };
  const { sql, values } = plainCounts[name] as (typeof plainCounts)[string];
  const ours = await inTurn(asked, (one) => ask(one, widest));
  const narrow = await inTurn(askedOfCells, (one) => ask(one, narrowest.get(one.unit.code) as AsSomebody));
  const bare = await inTurn(asked, (one) => plain.count(sql('postgres'), values(one, knownAt)));
  const ducks = await inTurn(asked, (one) => duck.count(sql('duckdb'), values(one, knownAt)));
  for (const [n, value] of ours.values.entries())
    if (bare.values[n] !== value || ducks.values[n] !== value)
      throw new Error(
        `${name}: we say ${value}, SQL ${bare.values[n]}, DuckDB ${ducks.values[n]} for ${JSON.stringify(asked[n])}`,
      );
  const byLevel = [...units.keys()].map((level) => {
    const times = ours.times.filter((_, n) => asked[n + warmUp]?.unit.level === level);
    return `${level} ${number(percentile(times, 0.95))}`;
  });
  const p95 = percentile(ours.times, 0.95);
  return {
    work: `One figure: ${name}`,
    size: `${number(stage.options.members)} members, ${number(units.get('cell')?.length ?? 0)} cells; ${count} questions`,
    goal,
    value: Math.max(p95, percentile(narrow.times, 0.95)),
    measured: `widest grant p50 / p95 **${halfAndMost(ours.times)}** (p95 by level: ${byLevel.join(', ')}); narrowest grant (a cell) ${halfAndMost(narrow.times)}`,
    beside: `plain SQL count ${halfAndMost(bare.times)}; DuckDB ${halfAndMost(ducks.times)}`,
  };
}

/** Puts the questions one after another; the first ones are not timed. */
async function inTurn(asked: readonly Asked[], ask: (one: Asked) => Promise<number>) {
  const times: number[] = [];
  const values: number[] = [];
  for (const [n, one] of asked.entries()) {
    const { ms, result } = await timed(() => ask(one));
    values.push(result);
    if (n >= warmUp) times.push(ms);
  }
  return { times, values };
}

/** When the load was recorded. Something must have been recorded since, else that is now. */
async function endOfLoad(room: OpenRoom): Promise<string> {
  const read = async () => {
    const { rows } = await room.read({ actor: 'bench', scope: wholeTenant }, ({ client }) =>
      client.query('select min(recorded_at) as first, max(recorded_at) as last from act'),
    );
    return rows[0] as { first: string; last: string };
  };
  const { first, last } = await read();
  if (first === last)
    await post(await room.journal(), { actor: 'bench', source: { via: 'api' } }, await makeActs(room, 100));
  return first;
}
