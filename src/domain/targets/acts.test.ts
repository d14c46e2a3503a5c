import { describe, expect, test } from 'vitest';
import { SubjectState, type Track } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { targetActs } from './acts.ts';
import { target } from './table.ts';

const { assigned, cancelled } = targetActs(() => {
  throw new Error('a fold asks no catalogue');
});

// The unit's life as the part of units keeps it.
const life = { name: 'unit_life', table: target, columns: () => ({}) } as Track<{ end: null }>;

function unit(): SubjectState {
  const state = new SubjectState({ type: 'unit', id: 'u' });
  state.set(life, { end: null }, { id: 'begin', effectiveOn: '2010-01-01' });
  return state;
}

const body = { unit: 'u', figure: 'admissions', from: '2020-01-01', to: '2020-12-31', value: 1600, measure: 'count' };

function assign(state: SubjectState, effectiveOn: string, more: Record<string, unknown> = {}, id = effectiveOn): void {
  const act = { id, kind: 'target.assigned', effectiveOn, body: { ...body, ...more } } as unknown as Act;
  assigned.unit?.(state, act);
}

function cancel(state: SubjectState, effectiveOn: string, more: Record<string, unknown> = {}): void {
  const { value: _value, measure: _measure, ...goal } = body;
  const act = { id: effectiveOn, kind: 'target.cancelled', effectiveOn, body: { ...goal, ...more } } as unknown as Act;
  cancelled.unit?.(state, act);
}

describe('a target', () => {
  test('is for its period, both days included', () => {
    const state = unit();
    assign(state, '2020-01-10', { atLeast: true });
    expect(state.events).toEqual([
      {
        table: target,
        row: {
          act_id: '2020-01-10',
          unit_id: 'u',
          figure: 'admissions',
          args: {},
          valid: '[2020-01-01,2021-01-01)',
          value: 1600,
          measure: 'count',
          at_least: true,
          assigned_on: '2020-01-10',
          cancelled_on: null,
        },
      },
    ]);
  });

  test('is adjusted by a later one, and what was assigned before stays in the list', () => {
    const state = unit();
    assign(state, '2020-01-10');
    assign(state, '2020-07-01', { value: 1650 });
    expect(state.events.map(({ row }) => row.value)).toEqual([1600, 1650]);
  });

  test('said twice on one day is what was said last; other args or another period are another target', () => {
    const state = unit();
    assign(state, '2020-01-10', {}, 'a');
    assign(state, '2020-01-10', { value: 1650 }, 'b');
    assign(state, '2020-01-10', { to: '2024-12-31', value: 9000 }, 'c');
    assign(state, '2020-01-10', { args: { level: 'good' }, value: 7 }, 'd');
    expect(state.events.map(({ row }) => row.act_id)).toEqual(['b', 'c', 'd']);
  });

  test('cancelled holds no longer, nor do those it had replaced; one of another period does, and one given afterwards', () => {
    const state = unit();
    assign(state, '2020-01-10');
    assign(state, '2020-03-01', { value: 1650 });
    assign(state, '2020-01-11', { to: '2024-12-31', value: 9000 });
    cancel(state, '2020-07-01');
    assign(state, '2020-09-01', { value: 1500 });
    expect(state.events.map(({ row }) => [row.value, row.cancelled_on])).toEqual([
      [1600, '2020-07-01'],
      [1650, '2020-07-01'],
      [9000, null],
      [1500, null],
    ]);
  });

  test('has to be in force to be cancelled: same figure, same args, same period', () => {
    const state = unit();
    const refusal = expect.objectContaining({ code: 'target.not-assigned' });
    expect(() => cancel(state, '2020-07-01')).toThrow(refusal);
    assign(state, '2020-01-10');
    for (const other of [{ to: '2020-06-30' }, { figure: 'members' }, { args: { level: 'good' } }])
      expect(() => cancel(state, '2020-07-01', other)).toThrow(refusal);
    cancel(state, '2020-07-01');
    expect(() => cancel(state, '2020-08-01')).toThrow(refusal);
  });

  test('is given to a unit that exists', () => {
    expect(() => assign(unit(), '2009-12-31')).toThrow(expect.objectContaining({ code: 'target.unit-not-there' }));
  });
});

test('an empty period, a broken count, an unknown measure or field are refused', () => {
  const faults = (more: Record<string, unknown>) =>
    assigned.schema.safeParse({ ...body, ...more }).error?.issues.map(({ path }) => path.join('.'));
  expect(faults({})).toBeUndefined();
  expect(faults({ to: '2020-01-01' })).toBeUndefined(); // a single day
  expect(faults({ to: '2019-12-31' })).toEqual(['to']);
  expect(faults({ value: 1600.5 })).toEqual(['value']);
  expect(faults({ value: 97.08, measure: 'percent' })).toBeUndefined();
  expect(faults({ value: -1 })).toEqual(['value']);
  expect(faults({ measure: 'level' })).toEqual(['measure']);
  expect(faults({ figure: 'Kết nạp' })).toEqual(['figure']);
  expect(faults({ goal: 1 })).toEqual(['']);
});
