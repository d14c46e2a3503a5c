import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeds } from '#/demo/seeds.ts';
import type { FigureAnswer, ListEntry } from '#/kernel/figures/figure.ts';
import { askFigure } from '#/server/ask-figure.ts';
import { loadDemo, missingOf } from '#/server/demos.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { type AskedDays, readDays } from '#/server/question.ts';
import { bareDatabase, type TestDatabase } from './database.ts';

// The figures that the five articles publish, asked as the command line asks them. What each field means is told with
// the cases: `at` is --on, `year` and `from`/`to` stand for the case's own period, `of` splits by one argument.
interface Published {
  figure: string;
  args?: Record<string, string>;
  at?: string;
  year?: number;
  from?: string;
  to?: string;
  type: 'count' | 'ratio' | 'extremum' | 'target';
  value?: number;
  min?: number;
  max?: number;
  decimals?: number;
  at_least?: boolean;
  of?: Record<string, Record<string, number>>;
}

interface Case {
  id: string;
  /** The register that the unit stands in. */
  tenant: string;
  unit: string;
  from: string;
  to: string;
  figures: Published[];
}

const all: readonly string[] = seeds.map(({ tenant }) => tenant.code);
const cases: Case[] = JSON.parse(readFileSync(new URL('seed-figures.json', import.meta.url), 'utf8'));
const rows = cases.flatMap((one) =>
  one.figures.map((published): [string, Case, Published] => [nameOf(one, published), one, published]),
);

function nameOf({ id }: Case, { figure, args = {}, at, year }: Published): string {
  return [id, figure, ...Object.entries(args).map(([key, value]) => `${key}=${value}`), at ?? year ?? '']
    .join(' ')
    .trim();
}

function daysOf({ from, to }: Case, published: Published): AskedDays {
  if (published.at !== undefined) return { on: published.at };
  if (published.year !== undefined) return { from: `${published.year}-01-01`, to: `${published.year}-12-31` };
  return { from: published.from ?? from, to: published.to ?? to };
}

/** The published figures over the demo of a seed, loaded into an installation of its own: all 42, or those of some registers. */
export function describeSeeds(seed: number | undefined, only: readonly string[] = all): void {
  let database: TestDatabase;
  let installation: Installation;
  let folder: string;

  beforeAll(async () => {
    database = await bareDatabase();
    folder = mkdtempSync(join(tmpdir(), 'sotay-seeds-'));
    const env = { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder };
    installation = await openInstallation({ env });
  });
  afterAll(async () => {
    await installation.close();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  testLoading(() => installation, seed, only);
  test('there are 42 published figures', () => {
    expect(rows).toHaveLength(42);
  });
  test.each(rows.filter(([, { tenant }]) => only.includes(tenant)))('%s', { timeout: 120_000 }, (_, one, published) =>
    isAsPublished(installation, one, published),
  );
  if (only === all) testLoadingAgain(() => installation, seed);
}

function testLoadingAgain(installation: () => Installation, seed: number | undefined): void {
  test('loading it again adds nothing', async () => {
    const again = await loadDemo(installation(), 'seeds', { seed, actor: 'test' });
    expect(again.map(({ added }) => added)).toEqual(seeds.map(() => 0));
    // Registers that are not those of the plain demo are somebody's own: a start adds nothing to them.
    expect(await missingOf(installation(), 'seeds')).toEqual([]);
  });
}

function testLoading(installation: () => Installation, seed: number | undefined, only: readonly string[]): void {
  const codes = all;
  const missing = () => missingOf(installation(), 'seeds');

  test('what was begun and killed goes on: a register without acts counts as not loaded, one that is there is passed over', async () => {
    expect(await missing()).toEqual(codes);
    // The demo without a seed is the one that a new installation begins with.
    if (seed !== undefined) return;
    await installation().addTenant({ code: 'HY', name: 'Đảng bộ tỉnh Hưng Yên' });
    expect(await missing()).toEqual(codes);
    await loadDemo(installation(), 'seeds', { tenant: 'HY', actor: 'test' });
    expect(await missing()).toEqual(codes.filter((code) => code !== 'HY'));
  });

  test('the registers load, and only what the seeds themselves demand is warned of', {
    timeout: 1_200_000,
  }, async () => {
    const load = (tenant?: string) =>
      loadDemo(installation(), 'seeds', { seed, actor: 'test', ...(tenant === undefined ? {} : { tenant }) });
    const receipts = only === all ? await load() : [];
    if (only !== all) for (const code of only) receipts.push(...(await load(code)));
    expect(receipts.map(({ tenant }) => tenant)).toEqual(only);
    // 14 of 83 organisations were published as excellent: one more than a fifth of the 69 good ones.
    const warned = receipts.flatMap(({ warnings }) => warnings);
    expect(warned.map(({ code, message }) => `${code} ${/\((\w+)\)/.exec(message)?.[1]}`)).toEqual(
      only.includes('NB') ? ['rule.classification.cap.units HH'] : [],
    );
  });
}

async function isAsPublished(installation: Installation, one: Case, published: Published): Promise<void> {
  const ask = (more: Record<string, string> = {}): Promise<FigureAnswer> =>
    askFigure(installation, {
      actor: 'test',
      figure: published.figure,
      unit: one.unit,
      days: readDays(daysOf(one, published)),
      args: { ...published.args, ...more },
      knownAt: null,
      options: { list: true, decimals: published.decimals },
    });
  const answer = await ask();
  if (published.type === 'extremum' && published.max !== undefined) {
    expect([answer.min, answer.max]).toEqual([published.min, published.max]);
    return;
  }
  expect(answer.value).toBe(published.value);
  if (published.type === 'target') expect(answer.atLeast ?? false).toBe(published.at_least ?? false);
  if (published.type === 'count') {
    // A declared count is one line of the list.
    const named = (answer.list as ListEntry[]).filter(({ declared }) => declared === undefined);
    expect(named.length + answer.declared).toBe(published.value);
  }
  for (const [key, values] of Object.entries(published.of ?? {}))
    for (const [value, count] of Object.entries(values))
      expect((await ask({ [key]: value })).value, `${key}=${value}`).toBe(count);
}
