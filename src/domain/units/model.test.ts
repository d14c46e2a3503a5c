import { describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { act, events, foldUnits, spells } from './fold-units.ts';

let count = 0;
const on = (day: string, kind: string, fields: Record<string, unknown>) => {
  count += 1;
  return act(`a${String(count).padStart(4, '0')}`, day, { kind, ...fields } as ActInput);
};
const unit = (code: string, parent?: string) => ({ code, name: `Đảng bộ ${code}`, kind: 'grassroots-body', parent });
const established = (code: string, parent?: string, day = '2020-01-01') =>
  on(day, 'unit.established', { unit: unit(code, parent) });
const parentsOf = (world: ReturnType<typeof foldUnits>, id: string) =>
  spells(world, id, 'unit_parent').map((row) => [row.parent_id, row.valid, row.act_id]);
const codes = (acts: ReturnType<typeof act>[]) => foldUnits(acts).problems.map(({ code }) => code);

describe('a unit that ends', () => {
  test('merged: it closes with the act, its successor is the unit it joined, and what lay under it passes on', () => {
    const [a, b, cell] = [established('A'), established('B'), established('A.1', 'A')];
    const merged = on('2021-02-01', 'unit.merged', { units: ['A'], into: 'B' });
    const world = foldUnits([a, b, cell, merged]);
    expect(world.problems).toEqual([]);
    expect(spells(world, 'A', 'unit_life')).toMatchObject([
      { valid: '[2020-01-01,2021-02-01)', act_id: a.id, end_act_id: merged.id, end_kind: 'merged', successor_id: 'B' },
    ]);
    for (const table of ['unit_name', 'unit_kind', 'unit_code'])
      expect(spells(world, 'A', table).map(({ valid }) => valid)).toEqual(['[2020-01-01,2021-02-01)']);
    expect(parentsOf(world, 'A.1')).toEqual([
      ['A', '[2020-01-01,2021-02-01)', cell.id],
      ['B', '[2021-02-01,)', merged.id],
    ]);
    expect(events(world, 'A').at(-1)).toMatchObject({
      event: 'merged',
      related: ['B'],
      kind_before: 'grassroots-body',
      kind_after: null,
    });
    expect(events(world, 'B').at(-1)).toMatchObject({
      event: 'absorbed',
      related: ['A'],
      kind_after: 'grassroots-body',
    });
    expect(events(world, 'A.1')).toHaveLength(1); // nothing was done to the cell itself
  });

  test('consolidated: the new unit begins on the day on which the others end', () => {
    const act1 = on('2021-03-01', 'unit.consolidated', { units: ['A', 'B'], unit: unit('N', 'HH') });
    const world = foldUnits([
      established('HH'),
      established('A', 'HH'),
      established('B', 'HH'),
      established('A.1', 'A'),
      act1,
    ]);
    expect(world.problems).toEqual([]);
    expect(parentsOf(world, 'A.1').at(-1)).toEqual(['N', '[2021-03-01,)', act1.id]);
    expect(spells(world, 'N', 'unit_life')).toMatchObject([{ valid: '[2021-03-01,)', act_id: act1.id }]);
    expect(events(world, 'N')).toMatchObject([{ event: 'formed', related: ['A', 'B'], parent_after: 'HH' }]);
    expect(events(world, 'B').at(-1)).toMatchObject({
      event: 'consolidated',
      related: ['N'],
      parent_before: 'HH',
      parent_after: null,
    });
  });

  test('its superior closes with it: nobody is placed under a unit after the own end', () => {
    const world = foldUnits([
      established('HH'),
      established('B', 'HH'),
      established('A', 'HH'),
      on('2021-02-01', 'unit.merged', { units: ['A'], into: 'B' }),
      on('2021-02-01', 'unit.ended', { unit: 'HH', successor: 'NB' }),
      established('NB'),
    ]);
    expect(world.problems).toEqual([]);
    expect(parentsOf(world, 'A').map(([parent, valid]) => [parent, valid])).toEqual([
      ['HH', '[2020-01-01,2021-02-01)'],
    ]);
    expect(parentsOf(world, 'B').map(([parent]) => parent)).toEqual(['HH', 'NB']);
  });

  test('without a successor it must have nothing under it any more', () => {
    const dissolved = on('2021-11-01', 'unit.dissolved', { unit: 'A' });
    const acts = [established('HH'), established('A', 'HH'), established('A.1', 'A'), dissolved];
    expect(foldUnits(acts).problems).toMatchObject([{ code: 'unit.ended', actId: acts[2]?.id, field: 'parent' }]);
    expect(codes([...acts, on('2021-11-01', 'unit.moved', { unit: 'A.1', parent: 'HH' })])).toEqual([]);
    expect(codes([...acts, on('2021-10-01', 'unit.dissolved', { unit: 'A.1' })])).toEqual([]);
    expect(codes([...acts, on('2021-11-01', 'unit.dissolved', { unit: 'A.1' })])).toEqual([]);
  });

  test('the way it ended is kept: dissolved, disbanded as discipline, ended with its level', () => {
    const world = foldUnits([
      established('A'),
      established('B'),
      established('C'),
      on('2021-01-01', 'unit.dissolved', { unit: 'A' }),
      on('2021-01-01', 'unit.dissolved', { unit: 'B', asDiscipline: true }),
      on('2025-07-01', 'unit.ended', { unit: 'C' }),
    ]);
    const kinds = ['A', 'B', 'C'].map((id) => [
      spells(world, id, 'unit_life')[0]?.end_kind,
      events(world, id).at(-1)?.event,
    ]);
    expect(kinds).toEqual([
      ['dissolved', 'dissolved'],
      ['disbanded', 'disbanded'],
      ['ended', 'ended'],
    ]);
  });

  test('it cannot end on its first day, nor take over from itself', () => {
    expect(codes([established('A'), on('2020-01-01', 'unit.dissolved', { unit: 'A' })])).toEqual(['unit.empty-life']);
    expect(codes([established('A'), on('2021-01-01', 'unit.dissolved', { unit: 'A', successor: 'A' })])).toEqual([
      'unit.own-successor',
    ]);
    expect(codes([established('A'), on('2021-01-01', 'unit.merged', { units: ['A'], into: 'A' })])).toEqual([
      'unit.own-successor',
    ]);
    const twice = on('2021-01-01', 'unit.consolidated', { units: ['A', 'A'], unit: unit('N') });
    expect(codes([established('A'), twice])).toContain('unit.named-twice');
  });

  test('its successor must exist that day', () => {
    const ended = on('2020-06-01', 'unit.dissolved', { unit: 'B' });
    const merged = on('2021-01-01', 'unit.merged', { units: ['A'], into: 'B' });
    expect(codes([established('A'), established('B'), ended, merged])).toContain('unit.not-alive');
    const dissolved = on('2021-01-01', 'unit.dissolved', { unit: 'A', successor: 'B' });
    expect(codes([established('A'), established('B'), ended, dissolved])).toEqual(['unit.not-alive']);
    expect(codes([established('A'), established('B', undefined, '2021-01-02'), dissolved])).toEqual(['unit.not-alive']);
    expect(codes([established('A'), established('B', undefined, '2021-01-01'), dissolved])).toEqual([]);
  });
});

describe('endings on one day', () => {
  test('a chain passes everything to its last link, in whatever order the acts stand', () => {
    for (const [first, second] of [
      ['x1', 'x2'],
      ['x2', 'x1'],
    ] as const) {
      const world = foldUnits([
        established('A'),
        established('B'),
        established('C'),
        established('A.1', 'A'),
        act(first, '2021-01-01', { kind: 'unit.merged', units: ['A'], into: 'B' }),
        act(second, '2021-01-01', { kind: 'unit.merged', units: ['B'], into: 'C' }),
      ]);
      expect(world.problems).toEqual([]);
      expect(parentsOf(world, 'A.1').at(-1)).toEqual(['C', '[2021-01-01,)', second]);
    }
  });

  test('two units cannot take over from each other', () => {
    const acts = [
      established('A'),
      established('B'),
      on('2021-01-01', 'unit.merged', { units: ['A'], into: 'B' }),
      on('2021-01-01', 'unit.merged', { units: ['B'], into: 'A' }),
    ];
    expect(new Set(codes(acts))).toEqual(new Set(['unit.ended']));
  });

  test('a unit divided that day is still there to be merged', () => {
    const world = foldUnits([
      established('A'),
      established('B'),
      on('2021-01-01', 'unit.merged', { units: ['A'], into: 'B' }),
      on('2021-01-01', 'unit.split', { unit: 'A', into: [unit('A2')] }),
    ]);
    expect(world.problems).toEqual([]);
    expect(events(world, 'A').map(({ event }) => event)).toEqual(['established', 'split', 'merged']);
  });
});

describe('a split', () => {
  test('leaves the unit as it is and begins the new ones', () => {
    const world = foldUnits([
      established('A'),
      on('2021-09-01', 'unit.split', { unit: 'A', into: [unit('A1', 'A'), unit('A2', 'A')] }),
    ]);
    expect(world.problems).toEqual([]);
    expect(spells(world, 'A', 'unit_life')).toMatchObject([{ valid: '[2020-01-01,)', end_kind: null }]);
    expect(events(world, 'A').at(-1)).toMatchObject({ event: 'split', related: ['A1', 'A2'] });
    expect(events(world, 'A1')).toMatchObject([{ event: 'split-off', related: ['A'], parent_after: 'A' }]);
  });

  test('may end the unit, with one of the new ones as its successor', () => {
    const split = on('2021-09-01', 'unit.split', {
      unit: 'A',
      into: [unit('A1'), unit('A2')],
      ends: true,
      successor: 'A2',
    });
    const world = foldUnits([established('A'), established('A.1', 'A'), split]);
    expect(world.problems).toEqual([]);
    expect(spells(world, 'A', 'unit_life')).toMatchObject([{ end_kind: 'split', successor_id: 'A2' }]);
    expect(parentsOf(world, 'A.1').at(-1)).toEqual(['A2', '[2021-09-01,)', split.id]);
  });

  test('names a successor only when the unit ends, and each new unit once', () => {
    expect(() => on('2021-09-01', 'unit.split', { unit: 'A', into: [unit('A1')], successor: 'A1' })).toThrow(
      'only a unit that ends',
    );
    const twice = on('2021-09-01', 'unit.split', { unit: 'A', into: [unit('A1'), unit('A1')] });
    expect(codes([established('A'), twice])).toContain('unit.already-exists');
  });
});

test('an act recorded late finds its place: a unit put under one that had ended lands with the successor', () => {
  const merged = on('2021-02-01', 'unit.merged', { units: ['A'], into: 'B' });
  const late = established('X', 'A', '2022-01-01');
  const world = foldUnits([established('A'), established('B'), merged, late]);
  expect(world.problems).toEqual([]);
  expect(parentsOf(world, 'X')).toEqual([['B', '[2022-01-01,)', merged.id]]);
});
