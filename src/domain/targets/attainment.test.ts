import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { FigureAnswer } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => {
  const paper = { issuer: 'Tỉnh ủy A', number: '1-QĐ/TU', issuedOn: effectiveOn };
  return { kind, effectiveOn, paper, ...fields };
};
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const year = { from: '2020-01-01', to: '2020-12-31' };
const assign = (on: string, fields: Record<string, unknown>) =>
  act(on, 'target.assigned', { unit: 'NB', figure: 'admissions', ...year, measure: 'count', ...fields });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('NB', 'provincial'),
    unit('NB.1', 'district', 'NB'),
    unit('NB.1.1', 'grassroots-cell', 'NB.1'),
    assign('2020-01-10', { value: 1500 }),
    assign('2020-07-01', { value: 1600, atLeast: true }),
    act('2021-01-10', 'count.declared', { unit: 'NB.1', figure: 'admissions', ...year, amount: 1701 }),
    assign('2020-01-10', { figure: 'grassroots-units-classified', args: { level: 'excellent' }, value: 2 }),
    assign('2020-01-10', { figure: 'members-good-or-above', value: 90, measure: 'percent', atLeast: true }),
    act('2021-01-20', 'unit.classified', { unit: 'NB.1.1', forYear: 2020, level: 'excellent' }),
  ]);
});
afterAll(() => world?.close());

async function ask(
  figure: string,
  args: Record<string, string>,
  to = '2020-12-31',
  code = 'NB',
): Promise<FigureAnswer> {
  return world.read(async ({ db, client }) => {
    const { rows } = await client.query('select unit_id from unit_code where code = $1', [code]);
    const question = { figure, unitId: rows[0].unit_id, on: to, from: '2020-01-01', to, args, knownAt: null };
    const figures = catalogue(world.journal.register.figures);
    return answerFigure(db, figures, question, { list: true, notCounted: true });
  });
}

describe('Ninh Bình 2020 (seed 000)', () => {
  test('1.701 admissions of a target of 1.600 are 106,3%', async () => {
    expect(await ask('target-attainment', { of: 'admissions' })).toMatchObject({
      value: 106.3,
      numerator: 1701,
      denominator: 1600,
      measure: 'percent',
    });
  });

  test('the target lists the act that assigned it, and those it took the place of', async () => {
    const answer = await ask('target', { of: 'admissions' });
    expect(answer).toMatchObject({ value: 1600, atLeast: true, named: 1, list: [{ on: '2020-07-01' }] });
    expect(answer.notCounted).toMatchObject([{ on: '2020-01-10', why: 'đã thay bằng chỉ tiêu giao ngày 1/7/2020' }]);
  });

  test('in the spring the first target was still in force', async () => {
    expect(await ask('target', { of: 'admissions' }, '2020-06-30')).toMatchObject({ value: 1500, atLeast: false });
  });
});

test('a target of a figure with args is attained by that figure with the same args', async () => {
  const asked = { of: 'grassroots-units-classified', level: 'excellent' };
  expect(await ask('target', asked)).toMatchObject({ value: 2 });
  expect(await ask('target-attainment', asked)).toMatchObject({ value: 50, numerator: 1, denominator: 2 });
  expect(await ask('target', { of: 'grassroots-units-classified' })).toMatchObject({ value: null });
});

test('a percentage is a percentage; what was given to a unit is not its subordinate’s', async () => {
  expect(await ask('target', { of: 'members-good-or-above' })).toMatchObject({ value: 90, measure: 'percent' });
  expect(await ask('target', { of: 'admissions' }, '2020-12-31', 'NB.1')).toMatchObject({ value: null });
  expect(await ask('target-attainment', { of: 'admissions' }, '2020-12-31', 'NB.1')).toMatchObject({ value: null });
});
