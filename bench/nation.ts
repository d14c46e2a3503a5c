import { escapeIdentifier } from 'pg';
import { nation as places } from '#/demo/nation.ts';
import { random } from '#/demo/random.ts';
import { NATION } from '#/kernel/figures/nation.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { asOwner, schemaOf } from '#/platform/db/migrate.ts';
import { askFigure } from '#/server/ask-figure.ts';
import { inChild } from './child.ts';
import { atMost, type Bench, type Row } from './measure.ts';
import { halfAndMost, mebibytes, number, percentile, seconds, timed } from './numbers.ts';
import type { Loaded, Stage } from './stage.ts';
import { settle, sizeOf } from './tenants.ts';

const FIRST: Day = '2025-07-01';
const DAYS = 365;
const count = 100;
const warmUp = 10;

/** The headline figures, over all tenants: a day, or a period that ends on it. */
const headline: readonly { figure: string; isFlow: boolean }[] = [
  { figure: 'members', isFlow: false },
  { figure: 'admissions', isFlow: true },
  { figure: 'official-recognitions', isFlow: true },
  { figure: 'deaths', isFlow: true },
];

/** 34 tenants of one installation; what is not loaded yet is loaded, tenant by tenant, each in a process of its own. */
export const nation: Bench = {
  name: 'nation',
  sizes: ['nation'],
  run: async (stage) => {
    const rows: Row[] = [...(await load(stage))];
    for (const { figure, isFlow } of headline) rows.push(await measure(stage, figure, isFlow));
    return rows;
  },
};

async function load({ options, installation, say }: Stage): Promise<Row[]> {
  const { dataDir: data, members } = options;
  const known = new Set((await installation.tenants()).map(({ code }) => code));
  const missing = places.filter(({ tenant }) => !known.has(tenant.code));
  let [acts, ms, peak, size] = [0, 0, 0, 0];
  for (const { tenant } of missing) {
    const done = await inChild<Loaded>('load-demo', { data, demo: 'nation', members, tenant: tenant.code });
    await settle(installation.adminUrl, tenant.code);
    acts += done.result.added;
    ms += done.ms;
    peak = Math.max(peak, done.peak);
    size += await sizeOf(installation.adminUrl, tenant.code);
    say(`  ${tenant.code}: ${number(done.result.added)} acts in ${seconds(done.ms)}`);
  }
  if (missing.length < places.length) return []; // an interrupted load says nothing about the whole
  return [
    {
      work: 'First load of the nation, one tenant after the other',
      size: `${places.length} tenants, ${number(acts)} acts, ${mebibytes(size)} on disk`,
      goal: null,
      value: (acts / ms) * 1000,
      measured: `**${number((acts / ms) * 1000, 0)} acts/s** (${seconds(ms)}); memory at most: Node ${mebibytes(peak)}`,
      beside: '—',
    },
  ];
}

async function measure({ installation, options, say }: Stage, figure: string, isFlow: boolean): Promise<Row> {
  say(`  ${figure}`);
  const r = random(
    1,
    34,
    headline.findIndex((one) => one.figure === figure),
  );
  const days = Array.from({ length: warmUp + count }, () => addDays(FIRST, Math.floor(r() * DAYS)));
  const took: number[] = [];
  const plain: number[] = [];
  for (const on of days) {
    const period = isFlow ? { on, from: FIRST, to: on } : { on, from: null, to: null };
    const asked = { actor: 'bench', unit: NATION.code, figure, args: {}, knownAt: null, options: {}, days: period };
    const ours = await timed(() => askFigure(installation, asked));
    const bare = await timed(() => bareCount(installation.adminUrl, figure, on));
    if (ours.result.value !== bare.result) throw new Error(`${figure} on ${on}: ${ours.result.value} ≠ ${bare.result}`);
    took.push(ours.ms);
    plain.push(bare.ms);
  }
  const measured = took.slice(warmUp);
  return {
    work: `Headline figure of the nation: ${figure}`,
    size: `${places.length} tenants, ${number(options.members)} members`,
    goal: atMost(200, 'ms (p95)'),
    value: percentile(measured, 0.95),
    measured: `**${halfAndMost(measured)}**`,
    beside: `the plain count over all schemas in one statement: ${halfAndMost(plain.slice(warmUp))}`,
  };
}

const events: Readonly<Record<string, string>> = {
  admissions: "'admitted', 'readmitted'",
  'official-recognitions': "'recognised'",
  deaths: "'died'",
};

/** What anybody would write: no tree, no policies, one statement over the tables of all tenants. */
async function bareCount(adminUrl: string, figure: string, on: Day): Promise<number> {
  const day = figure === 'official-recognitions' ? 'coalesce(decided_on, on_day)' : 'on_day';
  const each = places.map(({ tenant }) => {
    const schema = escapeIdentifier(schemaOf(tenant.code));
    return figure === 'members'
      ? `select count(*) as n from ${schema}.standing where valid @> $1::date`
      : `select count(*) as n from ${schema}.member_event where event in (${events[figure]}) and ${day} between '${FIRST}' and $1::date and unit_id is not null`;
  });
  let result = 0;
  await asOwner(adminUrl, async (client) => {
    const { rows } = await client.query(`select sum(n)::int as n from (${each.join(' union all ')}) c`, [on]);
    result = rows[0].n;
  });
  return result;
}
