import type { FastifyInstance } from 'fastify';
import { pick, type Random, random } from '#/demo/random.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { atMost, type Bench, type Goal, type Row } from './measure.ts';
import { halfAndMost, number, percentile, timed } from './numbers.ts';
import { openPlain, type Plain } from './plain.ts';
import { type BenchUnit, unitsByLevel } from './questions.ts';
import type { Stage } from './stage.ts';

const count = 60;
const warmUp = 6;
const token = 'bench';

type Units = ReadonlyMap<string, BenchUnit[]>;

interface Series {
  work: string;
  goal: Goal;
  /** The address that is asked, with its query. */
  asked: (r: Random, units: Units, code: string) => string;
  /** What a hand would ask the database for the same. */
  bare?: string;
}

/** One of the units of a level; where there is none, as in a ward, the outermost. */
const someUnit = (r: Random, units: Units, level: string): string => {
  const { code } = pick(r, units.get(level) ?? ([...units.values()][0] as BenchUnit[]));
  return `&unit=${encodeURIComponent(code)}`;
};

const atJournal = atMost(50, 'ms (p95)');
const last = `select count(*) from (select * from act order by recorded_at desc, id desc limit 51) acts`;

const all: readonly Series[] = [
  { work: 'A page of the journal: no filter', goal: atJournal, asked: () => '/api/acts?limit=50', bare: last },
  {
    work: 'A page of the journal: of a commune',
    goal: atJournal,
    asked: (r, units) => `/api/acts?limit=50${someUnit(r, units, 'commune')}`,
    bare: last,
  },
  {
    work: 'A page of the journal: of a cell',
    goal: atJournal,
    asked: (r, units) => `/api/acts?limit=50${someUnit(r, units, 'cell')}`,
    bare: last,
  },
  {
    work: 'A page of the journal: one kind, by day of effect',
    goal: atJournal,
    asked: (r) =>
      `/api/acts?limit=50&order=effective&kind=${pick(r, ['member.admitted', 'member.recognised', 'member.died'])}`,
    bare: `select count(*) from (select * from act where kind = 'member.admitted' order by effective_on desc, recorded_at desc, id desc limit 51) acts`,
  },
  {
    work: 'Home of a commune: headlines and charts',
    goal: atMost(150, 'ms (p95)'),
    asked: (r, units) => `/api/home?on=2026-06-30${someUnit(r, units, 'commune')}`,
  },
  {
    work: 'Home of a commune: what is late or odd',
    goal: atMost(150, 'ms (p95)'),
    asked: (r, units) => `/api/home/attention?on=2026-06-30${someUnit(r, units, 'commune')}`,
  },
  {
    work: 'Home of the whole register: headlines and charts',
    goal: atMost(2_000, 'ms (p95)'),
    asked: (_, __, code) => `/api/home?on=2026-06-30&unit=${code}`,
  },
  {
    work: 'Home of the whole register: what is late or odd',
    goal: atMost(2_000, 'ms (p95)'),
    asked: (_, __, code) => `/api/home/attention?on=2026-06-30&unit=${code}`,
  },
];

/** What the pages ask the server for, answered whole: read, checked against the contract, written as JSON. */
export const answers: Bench = {
  name: 'answers',
  run: async (stage) => {
    const units = await unitsByLevel(await stage.register());
    const app = await makeServer(stage.installation, { token, sessions: makeSessions(stage.installation.clock) });
    const plain = await openPlain(stage);
    try {
      const rows: Row[] = [];
      for (const series of all) rows.push(await measure({ stage, app, plain, units }, series));
      return rows;
    } finally {
      await plain.close();
      await app.close();
    }
  },
};

interface Asking {
  stage: Stage;
  app: FastifyInstance;
  plain: Plain;
  units: Units;
}

async function measure({ stage, app, plain, units }: Asking, { work, goal, asked, bare }: Series): Promise<Row> {
  stage.say(`  ${work}`);
  const r = random(1, 5, 1);
  const [ours, hand]: [number[], number[]] = [[], []];
  for (let n = 0; n < warmUp + count; n += 1) {
    const url = `${asked(r, units, stage.code)}&tenant=${stage.code}`;
    const { ms, result } = await timed(() => app.inject({ url, headers: { authorization: `Bearer ${token}` } }));
    if (result.statusCode !== 200) throw new Error(`${url}: ${result.statusCode} ${result.body.slice(0, 300)}`);
    const sql = bare === undefined ? undefined : await timed(() => plain.count(bare, []));
    if (n < warmUp) continue;
    ours.push(ms);
    if (sql !== undefined) hand.push(sql.ms);
  }
  return {
    work,
    size: `${number(stage.options.members)} members; ${count} questions`,
    goal,
    value: percentile(ours, 0.95),
    measured: `p50 / p95 **${halfAndMost(ours)}**`,
    beside: hand.length === 0 ? '—' : `bare SQL of the rows ${halfAndMost(hand)}`,
  };
}
