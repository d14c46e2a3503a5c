import { expect, test } from 'vitest';
import { toyFigures } from '#test/toy-figures.ts';
import { SubjectState } from '../facts/state.ts';
import type { Act } from '../journal/act.ts';
import type { CheckContext } from '../rulebook/check.ts';
import { declaredCounts } from './declared-kind.ts';

const { kind, table } = declaredCounts(() => toyFigures);
const period = { unit: 'u', figure: 'entries', from: '2020-01-01', to: '2020-03-31', amount: 12 };

function declared(...bodies: Record<string, unknown>[]): SubjectState {
  const state = new SubjectState({ type: 'unit', id: 'u' });
  for (const [i, body] of bodies.entries())
    kind.unit?.(state, { id: `act ${i}`, effectiveOn: '2020-12-31', body } as unknown as Act);
  return state;
}

const check = (body: Record<string, unknown>) => () => kind.check?.({ body } as unknown as Act, {} as CheckContext);

test('a count for a period is a row from its first day to the day after its last', () => {
  const { events } = declared({ ...period, args: { contest: 'a' }, breakdown: { collective: 2 } });
  expect(events).toEqual([
    {
      table,
      row: {
        act_id: 'act 0',
        unit_id: 'u',
        figure: 'entries',
        args: { contest: 'a' },
        valid: '[2020-01-01,2020-04-01)',
        amount: 12,
        breakdown: { collective: 2 },
      },
    },
  ]);
});

test('days counted twice are refused; another figure, other arguments or other days are not', () => {
  const later = { ...period, from: '2020-04-01', to: '2020-06-30' };
  expect(
    declared(period, later, { ...period, figure: 'members' }, { ...period, args: { contest: 'a' } }).events,
  ).toHaveLength(4);
  expect(() => declared(period, { ...later, from: '2020-03-31' })).toThrow('already declares');
  expect(() => declared({ ...period, args: { a: '1', b: '2' } }, { ...period, args: { b: '2', a: '1' } })).toThrow(
    'already declares',
  );
});

test('days that all lie within those of another are not counted twice: a half-year in its year', () => {
  const year = { ...period, to: '2020-12-31' };
  expect(declared(year, period, { ...period, from: '2020-03-01' }).events).toHaveLength(3);
  expect(() => declared(year, year)).toThrow('already declares');
});

test('a period without days is refused', () => {
  expect(() => declared({ ...period, to: '2019-12-31' })).toThrow('no days');
});

test('only an existing count, with its arguments, can be declared; asked when the act is posted', () => {
  expect(check(period)).not.toThrow();
  expect(check({ ...period, figure: 'entrances' })).toThrow('There is no figure');
  expect(check({ ...period, args: { level: 'x' } })).toThrow('not an argument');
  expect(check({ ...period, figure: 'goal' })).toThrow('not a count');
  const share = toyFigures.all.find(({ type, measure }) => type === 'ratio' && measure === 'percent');
  expect(check({ ...period, figure: share?.name })).toThrow('Declare the counts it is made of: ');
});

test('the schema takes whole days and whole numbers, and nothing else', () => {
  const isGood = (more: Record<string, unknown>) => kind.schema.safeParse({ ...period, ...more }).success;
  expect(isGood({})).toBe(true);
  for (const more of [{ from: '2020-02-30' }, { amount: -1 }, { amount: 1.5 }, { comment: 'x' }, { to: '2020-06' }])
    expect(isGood(more)).toBe(false);
});
