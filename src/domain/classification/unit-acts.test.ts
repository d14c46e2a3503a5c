import { describe, expect, test } from 'vitest';
import { existsOn } from '#/domain/units/api.ts';
import { SubjectState as State, type SubjectState, type Track } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { readRules } from '#/kernel/rulebook/load.ts';
import { rulebook } from '#/kernel/rulebook/rulebook.ts';
import { unitClassified } from './acts.ts';
import { unitClassification } from './tables.ts';

// The unit's life as the part of units keeps it.
const life = { name: 'unit_life', table: unitClassification, columns: () => ({}) } as Track<{ end: null }>;
const on = (effectiveOn: string) => ({ id: effectiveOn, effectiveOn });

function unit(from: string, to?: string): SubjectState {
  const state = new State({ type: 'unit', id: 'u' });
  state.set(life, { end: null }, on(from));
  if (to !== undefined) state.set(life, null, on(to));
  expect(existsOn(state, from)).toBe(true);
  return state;
}

function grade(effectiveOn: string, body: Record<string, unknown>, more: Partial<Act> = {}): Act {
  const paper = { issuer: 'Huyện ủy A', number: '15-QĐ/HU', issuedOn: effectiveOn };
  const envelope = {
    actor: { unit: null, body: 'committee' as const },
    paper,
    withdraws: null,
    after: null,
    note: null,
  };
  const recorded = { recordedAt: '', recordedBy: '', source: { via: 'api' as const } };
  return {
    id: effectiveOn,
    kind: 'unit.classified',
    effectiveOn,
    ...envelope,
    ...recorded,
    body: { unit: 'u', ...body },
    ...more,
  };
}

const classify = (state: SubjectState, act: Act) => unitClassified.unit?.(state, act);
const rowsOf = (state: SubjectState) => state.events.map(({ row }) => [row.for_year, row.level, row.omitted]);

describe('a unit’s grade', () => {
  test('is for the year named, with the day of the decision beside it', () => {
    const state = unit('2010-01-01');
    classify(state, grade('2021-01-20', { forYear: 2020, level: 'good' }));
    expect(state.events).toEqual([
      {
        table: unitClassification,
        row: {
          act_id: '2021-01-20',
          subject_id: 'u',
          subject_kind: 'unit',
          for_year: 2020,
          level: 'good',
          omitted: null,
          decided_on: '2021-01-20',
          unit_id: 'u',
        },
      },
    ]);
  });

  test('is replaced by a later act for the same year, and only for that year', () => {
    const state = unit('2010-01-01');
    classify(state, grade('2020-01-20', { forYear: 2019, level: 'good' }));
    classify(state, grade('2021-01-20', { forYear: 2020, level: 'good' }));
    classify(state, grade('2021-03-02', { forYear: 2020, level: 'completed' }));
    expect(rowsOf(state)).toEqual([
      [2019, 'good', null],
      [2020, 'completed', null],
    ]);
  });

  test('may be given in December of the year itself, not before the year has begun', () => {
    const state = unit('2010-01-01');
    classify(state, grade('2020-12-28', { forYear: 2020, level: 'good' }));
    expect(() => classify(state, grade('2020-12-28', { forYear: 2021, level: 'good' }))).toThrow(/has not begun/);
    expect(rowsOf(state)).toHaveLength(1);
  });

  test.each([
    ['founded after the year', '2021-01-01', undefined, true],
    ['founded on its last day', '2020-12-31', undefined, false],
    ['ended on its last day', '2010-01-01', '2020-12-31', true],
    ['ended with the year', '2010-01-01', '2021-01-01', false],
  ])('needs a unit that existed on 31 December: %s', (_, from, to, isRefused) => {
    const state = unit(from, to);
    const attempt = () => classify(state, grade('2021-01-20', { forYear: 2020, level: 'good' }));
    if (isRefused) expect(attempt).toThrow(expect.objectContaining({ code: 'classification.unit-not-there' }));
    else expect(attempt).not.toThrow();
  });

  test('is left out for a reason; another reason has to be told', () => {
    const state = unit('2010-01-01');
    classify(state, grade('2021-01-20', { forYear: 2020, omitted: 'own-system' }));
    const other = { forYear: 2019, omitted: 'other' };
    expect(() => classify(state, grade('2021-01-20', other))).toThrow(/note/);
    classify(state, grade('2021-01-20', other, { note: 'đang sắp xếp' }));
    expect(rowsOf(state)).toEqual([
      [2020, null, 'own-system'],
      [2019, null, 'other: đang sắp xếp'],
    ]);
  });
});

test('either a level or a reason stands in the act, never both or neither', () => {
  const faults = (body: Record<string, unknown>) =>
    unitClassified.schema
      .safeParse({ unit: 'HH', forYear: 2020, ...body })
      .error?.issues.map((issue) => issue.path.join('.'));
  expect(faults({ level: 'good' })).toBeUndefined();
  expect(faults({ omitted: 'newly-established' })).toBeUndefined();
  expect(faults({})).toEqual(['level']);
  expect(faults({ level: 'good', omitted: 'own-system' })).toEqual(['level']);
  expect(faults({ level: 'violated' })).toEqual(['level']); // a member's level
  expect(faults({ omitted: 'exempt' })).toEqual(['omitted']); // a member's reason
});

describe('the scale of a year', () => {
  const broken = async (forYear: number, level: string, decidedOn: string) => {
    const { rule } = rulebook(await readRules());
    const found: string[] = [];
    const ctx = {
      rule,
      afterwards: () => {},
      broken: (r: { instrument: string }, field: string) => found.push(`${field}: ${r.instrument}`),
    };
    await unitClassified.check?.(grade(decidedOn, { forYear, level }), ctx as never);
    return found;
  };

  test('to 2017 is that of 20-HD/BTCTW (10/10/2008) and 27-HD/BTCTW (25/9/2014), even when decided later', async () => {
    expect(await broken(2012, 'clean-and-strong', '2013-01-15')).toEqual([]);
    expect(await broken(2012, 'excellent', '2013-01-15')).toEqual(['level: 20-HD/BTCTW']);
    expect(await broken(2017, 'clean-and-strong', '2018-03-20')).toEqual([]);
    expect(await broken(2017, 'excellent', '2018-03-20')).toEqual(['level: 27-HD/BTCTW']);
  });

  test('from 2018 is that of 132-QĐ/TW (8/3/2018), 124-QĐ/TW (4/10/2023), 366-QĐ/TW (30/8/2025)', async () => {
    expect(await broken(2018, 'excellent', '2019-01-15')).toEqual([]);
    expect(await broken(2018, 'clean-and-strong', '2019-01-15')).toEqual(['level: 132-QĐ/TW']);
    expect(await broken(2023, 'weak', '2024-01-15')).toEqual(['level: 124-QĐ/TW']);
    expect(await broken(2025, 'weak', '2026-01-15')).toEqual(['level: 366-QĐ/TW']);
  });
});
