import { afterAll, beforeAll, expect, test } from 'vitest';
import { agenciesBloc } from '#/demo/agencies-bloc.ts';
import { askFigure, askForm1 } from './ask.ts';
import { testWorld, type World } from './world.ts';

let world: World;
let warnings: unknown[];
beforeAll(async () => {
  world = await testWorld('2026-11-23T03:00:00Z');
  warnings = (await world.post([...agenciesBloc()])).warnings;
}, 300_000);
afterAll(() => world.close());

const KCQ = 'KCQ';
const end = { on: '2020-12-31' };
const decade = { from: '2010-01-01', on: '2020-12-31' };
const year = (of: number) => ({ from: `${of}-01-01`, on: `${of}-12-31` });

test('no act of the bloc is warned about', () => {
  expect(warnings.slice(0, 5)).toEqual([]);
});

test.each([
  ['grassroots-units', end, 68],
  ['members', end, 4374],
  ['units-upgraded-to-grassroots-body', decade, 7],
  ['secretaries-heading-their-agency', end, 57],
  ['grassroots-secretaries', end, 68],
  ['meetings-per-cell-minimum', year(2020), 12],
  ['admissions', decade, 1807],
] as const)('seed 004: %s', async (figure, wanted, value) => {
  const answer = await askFigure(world, figure, KCQ, { ...wanted, list: true });
  expect(answer.value).toBe(value);
});

test('seed 004: from 80% to 100% of the members come to the meetings of 2020', async () => {
  const { min, max } = await askFigure(world, 'attendance-range', KCQ, { ...year(2020), list: true });
  expect([min, max]).toEqual([80, 100]);
});

test('seed 004: 22 were commended at the conference of 2021, 8 collectives and 14 members', async () => {
  const occasion = 'tong-ket-tccsd-dang-vien-2010-2020';
  const ask = async (args: Record<string, string>) =>
    (await askFigure(world, 'commendations', KCQ, { ...year(2021), args: { occasion, ...args } })).value;
  expect([await ask({}), await ask({ subject: 'collective' }), await ask({ subject: 'individual' })]).toEqual([
    22, 8, 14,
  ]);
});

test('seed 004: the targets of the years to come', async () => {
  for (const [of, value] of [
    ['grassroots-units-good-or-above', 90],
    ['members-good-or-above', 90],
    ['admissions-per-year', 120],
  ] as const) {
    const answer = await askFigure(world, 'target', KCQ, { ...year(2021), args: { of }, list: true });
    expect({ of, value: answer.value }).toEqual({ of, value });
  }
});

test('a year of the bloc reads true: D = A + B − C, everybody placed, good or above reached', async () => {
  for (const of of [2010, 2015, 2020, 2021]) {
    const form = await askForm1(world, KCQ, `${of}-01-01`, `${of}-12-31`);
    expect((form.A as number) + (form.B as number) - (form.C as number), String(of)).toBe(form.D);
  }
  expect((await askFigure(world, 'members', 'LS', { on: '2025-07-01' })).value).toBe(
    (await askFigure(world, 'members', 'LS', { on: '2025-06-30' })).value,
  );
});
