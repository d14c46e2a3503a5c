import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from '../ask.ts';
import { testWorld, type World } from '../world.ts';

// Found by random journals: each batch alone, as an office posts them.

const unit = (code: string, kind: string, parent?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});

let world: World;
beforeEach(async () => {
  world = await testWorld();
  await world.post([
    unit('R', 'provincial'),
    unit('G', 'grassroots-body', 'R'),
    unit('A', 'cell', 'G'),
    unit('B', 'cell', 'G'),
    unit('C', 'cell', 'G'),
  ]);
  await world.post([
    {
      kind: 'member.registered',
      effectiveOn: '2018-01-01',
      person: { code: 'P', name: 'Lê Thị P', born: '1970' },
      cell: 'A',
      status: 'official',
    },
  ]);
});
afterEach(() => world.close());

it.each(['unit.ended', 'unit.dissolved'])(
  '%s takes members to a successor that nothing else in the batch names',
  async (kind) => {
    await world.post([{ kind, effectiveOn: '2019-01-01', unit: 'A', successor: 'B' }]);
    expect((await askFigure(world, 'members', 'B', { on: '2019-01-01', list: true })).codes).toEqual(['P']);
    await world.post([{ kind, effectiveOn: '2020-01-01', unit: 'B', successor: 'C' }]);
    await world.post([{ kind: 'unit.renamed', effectiveOn: '2018-06-01', unit: 'A', name: 'Chi bộ A mới' }]);
    expect((await askFigure(world, 'members', 'C', { on: '2020-01-01', list: true })).codes).toEqual(['P']);
  },
);

it('withdrawals that withdraw one another may stand in any order in a batch', async () => {
  const [act, first, second] = ['act', 'first', 'second'].map((name) => derivedId('ends', name)) as [
    string,
    string,
    string,
  ];
  const withdrawn = (id: string, withdraws: string): ActInput => ({
    id,
    kind: 'act.withdrawn',
    effectiveOn: '2026-01-01',
    withdraws,
    reason: 'Ghi nhầm',
  });
  await world.post([
    { id: act, ...unit('D', 'cell', 'G') },
    { kind: 'unit.renamed', effectiveOn: '2018-01-01', unit: 'D', name: 'Chi bộ D mới' },
  ]);
  await world.post([withdrawn(second, first), withdrawn(first, act)]);
  expect((await askFigure(world, 'cells', 'G', { on: '2019-01-01', list: true })).codes).toContain('D');
  expect(await verifyFacts(world.journal)).toEqual([]);
});
