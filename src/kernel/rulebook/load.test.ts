import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#/platform/errors.ts';
import { readRules } from './load.ts';
import { citation, rulebook } from './rulebook.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
});
afterEach(() => rm(folder, { recursive: true }));

const share = {
  key: 'admission.vote.share',
  from: '2016-07-25',
  to: null as string | null,
  value: { numerator: 2, denominator: 3 },
  effect: 'block',
  instrument: '29-QĐ/TW',
  issuedOn: '2016-07-25',
  article: '4',
  confidence: 'K',
  note: null,
};

async function faultsOf(files: Record<string, unknown>): Promise<string[]> {
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return readRules(folder).then(
    () => [],
    (problem: Problem) => problem.fields.map((f) => `${f.field}: ${f.message}`),
  );
}

describe('rule files', () => {
  test('the rules of the package are sound, and every rule of an instrument names it', async () => {
    const rules = await readRules();
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(citation(rule)).toContain(rule.instrument);
  });

  test('a fault names its file, its index and its field', async () => {
    const bad = { ...share, effect: 'forbid', wrong: 1 };
    const faults = await faultsOf({ 'a.json': [share, bad] });
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(/^a\.json\[1\]\.effect: /);
    expect(faults[1]).toMatch(/^a\.json\[1\]: .*wrong/);
  });

  test('an impossible day, an end before the beginning and a file that is no list are refused', async () => {
    const faults = await faultsOf({
      'a.json': [{ ...share, issuedOn: '2016-02-30' }],
      'b.json': [{ ...share, from: '2016-07-25', to: '2016-07-25' }],
      'c.json': share,
      'd.json': '[',
    });
    expect(faults.map((f) => f.split(':')[0])).toEqual(['a.json[0].issuedOn', 'b.json[0].to', 'c.json', 'd.json']);
  });

  test('two rules of one key may not hold on one day, whatever files they stand in', async () => {
    const until2021 = { ...share, to: '2021-07-30' };
    const from2021 = { ...share, from: '2021-07-30' };
    expect(await faultsOf({ 'a.json': [from2021], 'b.json': [until2021] })).toEqual([]);
    const dayEarlier = { ...share, from: '2021-07-29' };
    expect(await faultsOf({ 'a.json': [dayEarlier], 'b.json': [until2021] })).toEqual([
      'a.json[0]: admission.vote.share overlaps with b.json[0]',
    ]);
    expect(await faultsOf({ 'a.json': [share], 'b.json': [{ ...share, from: null }] })).toHaveLength(1);
  });

  test('the rule is picked by the day of the act: the first day counts, the last named one no longer', () => {
    const book = rulebook([
      { ...share, to: '2021-07-30', effect: 'block', confidence: 'K' },
      { ...share, from: '2021-07-30', instrument: '24-QĐ/TW', effect: 'block', confidence: 'K' },
    ]);
    expect(book.rule('admission.vote.share', '2016-07-24')).toBeNull();
    expect(book.rule('admission.vote.share', '2016-07-25')?.instrument).toBe('29-QĐ/TW');
    expect(book.rule('admission.vote.share', '2021-07-29')?.instrument).toBe('29-QĐ/TW');
    expect(book.rule('admission.vote.share', '2021-07-30')?.instrument).toBe('24-QĐ/TW');
  });
});
