import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importJournal, journalFile } from '#/exchange/import/import-journal.ts';
import { runAudits } from '#/kernel/audit.ts';
import { answerFigure } from '#/kernel/figures/answer.ts';
import type { RoundingMethod } from '#/kernel/figures/rounding.ts';
import { runReport } from '#/reports/reports.ts';
import { figures } from '#/server/parts.ts';
import { unitIds } from './ask.ts';
import { testWorld, type World } from './world.ts';

// Reports that were published, typed in as a clerk would, their misprints included: units and people are made up, only
// the numbers are carried over. Every number printed there has to come out, with the decimals and rounding of its print.

interface Asked {
  unit: string;
  figure: string;
  args?: Record<string, string>;
  from?: string;
  on: string;
  value: number;
  decimals?: number;
  rounding?: RoundingMethod;
}

interface Published {
  about: string;
  sources: string[];
  /** What the audit has to say of numbers that do not add up in print. */
  uneven: string[];
  figures: Asked[];
}

const folder = new URL('published/', import.meta.url).pathname;
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.ndjson') ? [file.slice(0, -'.ndjson'.length)] : [],
);

describe.each(names)('%s', (name) => {
  let world: World;
  let units: Map<string, string>;
  const { uneven, figures: asked } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Published;

  beforeAll(async () => {
    world = await testWorld();
    await importJournal(world.journal, await journalFile(join(folder, `${name}.ndjson`)), { actor: 'test' });
    units = await unitIds(world);
  });
  afterAll(() => world?.close());

  test('every number that was printed comes out', async () => {
    const wrong: string[] = [];
    await world.read(async ({ db }) => {
      for (const { unit, figure, args = {}, from = null, on, value, decimals, rounding } of asked) {
        const question = { figure, unitId: units.get(unit) as string, args, from, to: from && on, on, knownAt: null };
        const told = `${figure} ${JSON.stringify(args)} ${unit} ${from ?? ''}..${on}`;
        const answer = await answerFigure(db, figures, question, {
          ...(decimals === undefined ? {} : { decimals }),
          ...(rounding === undefined ? {} : { rounding }),
        }).catch((error: Error) => ({ value: error.message }));
        if (answer.value !== value) wrong.push(`${told}: ${answer.value}, printed ${value}`);
      }
    });
    expect(wrong).toEqual([]);
  });

  test('what does not add up in print is told', async () => {
    const { register, rulebook } = world.journal;
    const found = await world.read(({ db }) => runAudits(register.audits, db, rulebook));
    const told = found.filter(({ audit }) => audit === 'declared-sums').map(({ message }) => message);
    for (const text of uneven) expect(told.filter((message) => message.includes(text))).toHaveLength(1);
    expect(found.filter(({ level }) => level === 'fault')).toEqual([]);
  });

  test('the annual report of every reported year can be written', async () => {
    const years = new Map(asked.map(({ unit, on }) => [`${unit} ${on.slice(0, 4)}`, { unit, year: on.slice(0, 4) }]));
    const notes: string[] = [];
    for (const { unit, year } of years.values()) {
      const request = { unitId: units.get(unit) as string, from: `${year}-01-01`, to: `${year}-12-31`, knownAt: null };
      const report = await world.read(({ db }) =>
        runReport(db, figures, 'annual', { ...request, rounding: 'half-up', decimals: 1 }),
      );
      expect(report.figures.length).toBeGreaterThan(0);
      notes.push(...(report.notes ?? []));
    }
    for (const text of uneven) expect(notes.join('\n')).toContain(text);
  });
});
