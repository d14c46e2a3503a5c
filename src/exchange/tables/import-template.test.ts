import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { importTemplate } from './import-template.ts';
import { plannedSource } from './planned-source.ts';
import { proposePlan } from './propose-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-import-template-'));
let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

test('the templates filled in as their examples show are read and recorded without a repair', async () => {
  for (const kind of ['units', 'members'] as const) {
    const file = join(folder, `${kind}.xlsx`);
    writeFileSync(file, await importTemplate(kind));
    const { plan } = await proposePlan(file);
    expect(plan.sheets.map(({ use, isTemplate }) => [use, isTemplate])).toEqual([
      [kind, true],
      ['none', undefined],
      ['none', undefined],
    ]);
    const acts: ActInput[] = [];
    for await (const line of (await plannedSource(file, { ...plan, opening: '2026-01-01' })).read()) {
      expect(line.problems ?? []).toEqual([]);
      acts.push(line.input as ActInput);
    }
    expect(acts).toHaveLength(kind === 'units' ? 2 : 1);
    await world.post(acts);
  }
  expect((await askFigure(world, 'members', 'VD', { on: '2026-02-01' })).value).toBe(1);
  expect((await askFigure(world, 'records-incomplete', 'VD', { on: '2026-02-01' })).value).toBe(1); // no occupation told
});
