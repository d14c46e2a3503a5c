import { describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { unitActs } from './acts.ts';
import { act, events, foldUnits, spells } from './fold-units.ts';

let count = 0;
const on = (day: string, kind: string, fields: Record<string, unknown>) => {
  count += 1;
  return act(`a${String(count).padStart(4, '0')}`, day, { kind, ...fields } as ActInput);
};
const unit = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  name: `Đảng bộ ${code}`,
  kind: 'grassroots-body',
  ...more,
});
const established = (code: string, day = '2020-01-01', more: Record<string, unknown> = {}) =>
  on(day, 'unit.established', { unit: unit(code, more) });

const district = () => established('HH', '2019-01-01', { kind: 'district' });
const spans = (rows: { from: string; to: string | null }[]) => rows.map(({ from, to }) => `${from}/${to ?? ''}`);
const codes = (acts: ReturnType<typeof act>[]) => foldUnits(acts).problems.map(({ code }) => code);

test('the example of every act kind has the form that its schema asks for', () => {
  for (const { kind, example, schema } of unitActs) {
    const { kind: named, effectiveOn, paper, ...fields } = example;
    expect(named).toBe(kind);
    expect([effectiveOn, paper]).not.toContain(undefined);
    expect(schema.safeParse(fields).error, kind).toBeUndefined();
  }
});

describe('establishing', () => {
  test('a unit has a life, a name, a kind, a code and a superior from its first day', () => {
    const first = established('X', '2020-01-15', { parent: 'HH', type: 'commune', zone: 'industrial' });
    const world = foldUnits([district(), first]);
    expect(world.problems).toEqual([]);
    const valid = '[2020-01-15,)';
    const common = { act_id: first.id, unit_id: 'X', valid };
    expect(world.facts.get('X')).toMatchObject({
      unit_life: [{ ...common, end_act_id: null, end_kind: null, successor_id: null }],
      unit_name: [{ ...common, name: 'Đảng bộ X' }],
      unit_kind: [{ ...common, kind: 'grassroots-body', type: 'commune', zone: 'industrial' }],
      unit_code: [{ ...common, code: 'X' }],
      unit_parent: [{ ...common, parent_id: 'HH' }],
    });
    expect(events(world, 'X')).toEqual([
      {
        act_id: first.id,
        unit_id: 'X',
        on_day: '2020-01-15',
        decided_on: '2019-12-01',
        event: 'established',
        kind_before: null,
        kind_after: 'grassroots-body',
        parent_before: null,
        parent_after: 'HH',
        related: [],
        zone: 'industrial',
      },
    ]);
  });

  test('a unit lives once: not twice at a time, and not again after its end', () => {
    expect(codes([established('X'), established('X', '2021-01-01')])).toEqual(['unit.already-exists']);
    const ended = on('2021-01-01', 'unit.dissolved', { unit: 'X' });
    expect(codes([established('X'), ended, established('X', '2022-01-01')])).toEqual(['unit.already-exists']);
  });

  test('a unit cannot be put under one that does not exist yet', () => {
    expect(codes([district(), established('X', '2018-01-01', { parent: 'HH' })])).toEqual(['unit.not-established']);
  });

  test('nothing happens to a unit before its first day or after its last', () => {
    const early = on('2019-12-31', 'unit.renamed', { unit: 'X', name: 'Đảng bộ Y' });
    expect(codes([established('X'), early])).toEqual(['unit.not-alive']);
    const ended = on('2021-01-01', 'unit.dissolved', { unit: 'X' });
    const late = on('2021-01-01', 'unit.renamed', { unit: 'X', name: 'Đảng bộ Y' });
    expect(codes([established('X'), ended, late])).toEqual([]); // on the last day the change comes first
    const later = on('2021-01-02', 'unit.recoded', { unit: 'X', code: 'Y' });
    const problems = foldUnits([established('X'), ended, later]).problems;
    expect(problems).toMatchObject([{ code: 'unit.not-alive', actId: later.id, field: 'unit' }]);
    expect(problems[0]?.message).toContain('2021-01-01');
  });
});

describe('changing', () => {
  test('a rename and a new code begin a spell and touch nothing else', () => {
    const world = foldUnits([
      established('X'),
      on('2021-01-01', 'unit.renamed', { unit: 'X', name: 'Đảng bộ mới' }),
      on('2021-01-01', 'unit.recoded', { unit: 'X', code: 'X2' }),
    ]);
    expect(world.problems).toEqual([]);
    expect(spells(world, 'X', 'unit_name').map(({ name, valid }) => [name, valid])).toEqual([
      ['Đảng bộ X', '[2020-01-01,2021-01-01)'],
      ['Đảng bộ mới', '[2021-01-01,)'],
    ]);
    expect(spans(spells(world, 'X', 'unit_code'))).toEqual(['2020-01-01/2021-01-01', '2021-01-01/']);
    expect(spans(spells(world, 'X', 'unit_life'))).toEqual(['2020-01-01/']);
    expect(
      events(world, 'X')
        .map(({ event }) => event)
        .toSorted(),
    ).toEqual(['established', 'recoded', 'renamed']);
  });

  test('a change on the first day replaces the first value; no empty spell remains', () => {
    const world = foldUnits([established('X'), on('2020-01-01', 'unit.renamed', { unit: 'X', name: 'Đảng bộ Y' })]);
    expect(spells(world, 'X', 'unit_name').map(({ name, valid }) => [name, valid])).toEqual([
      ['Đảng bộ Y', '[2020-01-01,)'],
    ]);
  });

  test('a retyped unit keeps what is not named, and null takes a type or zone away', () => {
    const world = foldUnits([
      established('X', '2020-01-01', { type: 'commune', zone: 'industrial' }),
      on('2021-01-01', 'unit.retyped', { unit: 'X', type: 'township' }),
      on('2022-01-01', 'unit.retyped', { unit: 'X', zone: null }),
      on('2026-07-26', 'unit.retyped', { unit: 'X', unitKind: 'sub-grassroots-body' }),
    ]);
    expect(spells(world, 'X', 'unit_kind').map(({ kind, type, zone }) => [kind, type, zone])).toEqual([
      ['grassroots-body', 'commune', 'industrial'],
      ['grassroots-body', 'township', 'industrial'],
      ['grassroots-body', 'township', null],
      ['sub-grassroots-body', 'township', null],
    ]);
  });

  test('a grassroots cell is upgraded to a grassroots body without more words (Charter 2011, art. 21)', () => {
    const world = foldUnits([
      established('X', '2020-01-01', { kind: 'grassroots-cell', type: 'party-agency' }),
      on('2021-01-01', 'unit.upgraded', { unit: 'X' }),
      on('2023-01-01', 'unit.downgraded', { unit: 'X' }),
    ]);
    expect(spells(world, 'X', 'unit_kind').map(({ kind, type }) => [kind, type])).toEqual([
      ['grassroots-cell', 'party-agency'],
      ['grassroots-body', 'party-agency'],
      ['grassroots-cell', 'party-agency'],
    ]);
    expect(events(world, 'X').map((e) => [e.event, e.kind_before, e.kind_after])).toEqual([
      ['established', null, 'grassroots-cell'],
      ['upgraded', 'grassroots-cell', 'grassroots-body'],
      ['downgraded', 'grassroots-body', 'grassroots-cell'],
    ]);
  });

  test('an upgrade may keep the kind and change the type: a commune becomes a ward', () => {
    const world = foldUnits([
      established('X', '2020-01-01', { type: 'commune' }),
      on('2021-01-01', 'unit.upgraded', { unit: 'X', type: 'ward' }),
    ]);
    expect(spells(world, 'X', 'unit_kind').at(-1)).toMatchObject({ kind: 'grassroots-body', type: 'ward' });
  });

  test('an upgrade that changes nothing, or does not say to what, is refused', () => {
    expect(codes([established('X'), on('2021-01-01', 'unit.upgraded', { unit: 'X' })])).toEqual(['unit.kind-missing']);
    const same = on('2021-01-01', 'unit.upgraded', { unit: 'X', unitKind: 'grassroots-body' });
    expect(codes([established('X'), same])).toEqual(['unit.no-change']);
    expect(() => on('2021-01-01', 'unit.retyped', { unit: 'X' })).toThrow('say what changes');
  });

  test('two changes of one thing on one day must say which came first', () => {
    const first = on('2021-01-01', 'unit.renamed', { unit: 'X', name: 'Một' });
    expect(codes([established('X'), first, on('2021-01-01', 'unit.renamed', { unit: 'X', name: 'Hai' })])).toEqual([
      'after.needed',
    ]);
    const then = on('2021-01-01', 'unit.renamed', { unit: 'X', name: 'Hai', after: first.id });
    const world = foldUnits([established('X'), first, then]);
    expect(world.problems).toEqual([]);
    expect(spells(world, 'X', 'unit_name').at(-1)?.name).toBe('Hai');
  });
});

test('a moved unit changes its superior; handed over is told apart', () => {
  const world = foldUnits([
    district(),
    established('K', '2019-01-01', { kind: 'bloc' }),
    established('X', '2020-01-01', { parent: 'HH' }),
    on('2020-06-01', 'unit.moved', { unit: 'X', parent: 'K', handover: true }),
    on('2021-06-01', 'unit.moved', { unit: 'X', parent: 'HH' }),
  ]);
  expect(spells(world, 'X', 'unit_parent').map(({ parent_id, valid }) => [parent_id, valid])).toEqual([
    ['HH', '[2020-01-01,2020-06-01)'],
    ['K', '[2020-06-01,2021-06-01)'],
    ['HH', '[2021-06-01,)'],
  ]);
  expect(events(world, 'X').map((e) => [e.event, e.parent_before, e.parent_after])).toEqual([
    ['established', null, 'HH'],
    ['handed-over', 'HH', 'K'],
    ['moved', 'K', 'HH'],
  ]);
});
