import { demos } from '#/demo/demo.ts';
import { random } from '#/demo/random.ts';
import { addDays } from '#/platform/day.ts';
import { runReports } from '#/reports/reports.ts';
import { placeReport } from '#/server/ask-report.ts';
import { loadDemo } from '#/server/demos.ts';
import { type AsSomebody, type SomebodyThere, somebodiesAt, somebodyAt } from './capacity.ts';
import { type Duck, openDuck } from './duck.ts';
import { atMost, type Bench, type Goal, type Row } from './measure.ts';
import { halfAndMost, number, percentile, timed } from './numbers.ts';
import { openPlain, type Plain } from './plain.ts';
import { movedCount } from './plain-counts.ts';
import { type Asked, type BenchUnit, questions, unitsByLevel } from './questions.ts';
import type { Stage } from './stage.ts';

const count = 40;
const warmUp = 4;

interface Measured {
  name: string;
  title: string;
  /** Asked in one snapshot, as those annexed to the annual report are. */
  reports: readonly string[];
  ward: Goal;
  province: Goal;
}

export const form1 = benchOf({
  name: 'form-1',
  title: 'Form 1',
  reports: ['form-1'],
  ward: atMost(150, 'ms (p95)'),
  province: atMost(2_000, 'ms (p95; all forms together)'),
});

export const forms = benchOf({
  name: 'forms',
  title: 'Forms 1–5, 6F, 7 together',
  reports: ['form-1', 'form-2', 'form-3', 'form-4', 'form-5', 'form-6f', 'form-7'],
  ward: atMost(150, 'ms (p95)'),
  province: atMost(2_000, 'ms (p95)'),
});

export const annual = benchOf({
  name: 'annual',
  title: 'The annual report',
  reports: ['annual'],
  ward: atMost(150, 'ms (p95)'),
  province: atMost(1_000, 'ms (p95)'),
});

/** A report over random periods: for a province and its communes, and for a ward. */
function benchOf(the: Measured): Bench {
  return {
    name: the.name,
    run: async (stage) => {
      if (stage.options.size === 'ward') return measure(the, stage, ['commune']);
      return [
        ...(await measure(the, stage, ['province', 'commune'])),
        ...(await measure(the, await besideWard(stage), ['commune'])),
      ];
    },
  };
}

/** The ward of 2,500 members, in the same installation. */
async function besideWard(stage: Stage): Promise<Stage> {
  const { installation } = stage;
  const { code } = demos.ward.tenant;
  if (!(await installation.tenants()).some((tenant) => tenant.code === code))
    await loadDemo(installation, 'ward', { actor: 'bench' });
  const options = { ...stage.options, size: 'ward' as const, members: 2_500 };
  return { ...stage, options, code, register: () => installation.room(code) };
}

async function measure(the: Measured, stage: Stage, levels: readonly string[]): Promise<Row[]> {
  const units = await unitsByLevel(await stage.register());
  const plain = await openPlain(stage);
  const duck = await openDuck(stage);
  try {
    const rows: Row[] = [];
    for (const level of levels) {
      const there = await askersAt(stage, level, units.get(level) ?? []);
      const chosen = there.map(({ unit }) => unit);
      const asked = questions(random(4, 1, 1), new Map([[level, chosen]]), warmUp + count, true);
      const who = new Map(there.map(({ unit, as }) => [unit.code, as]));
      rows.push(await measureLevel({ the, stage, level, who }, asked, plain, duck));
    }
    return rows;
  } finally {
    duck.close();
    await plain.close();
  }
}

/** The province is asked by somebody with a grant over the whole register, a unit below it by somebody with one there alone. */
async function askersAt(stage: Stage, level: string, units: readonly BenchUnit[]): Promise<SomebodyThere[]> {
  if (level !== 'province') return somebodiesAt(stage, random(4, 5, 1), units);
  const as = await somebodyAt(stage, null);
  return units.map((unit) => ({ unit, as }));
}

interface Level {
  the: Measured;
  stage: Stage;
  level: string;
  /** By the code of the unit that is asked. */
  who: ReadonlyMap<string, AsSomebody>;
}

async function measureLevel({ the, stage, level, who }: Level, asked: Asked[], plain: Plain, duck: Duck): Promise<Row> {
  const isWard = stage.options.size === 'ward';
  stage.say(`  ${the.name}, ${isWard ? 'ward' : level}`);
  const form = async ({ unit, from, on }: Asked) => {
    const workplace = await (who.get(unit.code) as AsSomebody)();
    const { room, scope, request } = await placeReport(workplace, {
      actor: 'bench',
      report: the.reports[0] as string,
      tenant: stage.code,
      unit: unit.code,
      days: { on, from, to: on },
      knownAt: null,
    });
    const { rounding: _own, ...asked } = request;
    await room.read({ actor: 'bench', scope }, ({ db }) => runReports(db, workplace.figures, the.reports, asked));
  };
  const values = ({ unit, from, on }: Asked) => [unit.id, addDays(from as string, -1), on];
  const ours = await times(asked, form);
  const bare = await times(asked, (one) => plain.count(movedCount('postgres'), values(one)));
  const ducks = await times(asked, (one) => duck.count(movedCount('duckdb'), values(one)));
  return {
    work: `${the.title} for a ${isWard ? 'ward' : level}, with the same period of last year`,
    size: `${number(stage.options.members)} members in the register; ${count} periods`,
    goal: isWard ? the.ward : the.province,
    value: percentile(ours, 0.95),
    measured: `p50 / p95 **${halfAndMost(ours)}**${level === 'province' ? ', by the widest grant' : ', by a grant there alone'}`,
    beside: `members on two days and events of one period only: plain SQL ${halfAndMost(bare)}; DuckDB ${halfAndMost(ducks)}`,
  };
}

async function times(asked: readonly Asked[], ask: (one: Asked) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (const one of asked) taken.push((await timed(() => ask(one))).ms);
  return taken.slice(warmUp);
}
