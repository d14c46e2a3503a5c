import { afterAll, beforeAll, expect, test } from 'vitest';
import { namDinhBloc } from '#/demo/nam-dinh-bloc.ts';
import { askFigure, askForm1 } from './ask.ts';
import { testWorld, type World } from './world.ts';

const paper = { issuer: 'Bộ Chính trị', number: '12-QĐ/TW', issuedOn: '1991-12-26' };
const above = ['NB', 'ND'].map((code) => ({
  kind: 'unit.established',
  effectiveOn: '1992-01-01',
  paper,
  unit: { code, name: `Đảng bộ tỉnh ${code}`, kind: 'provincial' },
}));

let world: World;
let warnings: unknown[];
beforeAll(async () => {
  world = await testWorld('2026-11-23T03:00:00Z');
  warnings = (await world.post([...above, ...namDinhBloc()])).warnings;
}, 300_000);
afterAll(() => world.close());

const NDK = 'ND-K';
const period = { from: '2020-06-01', on: '2023-05-29' };
const day = { on: '2023-05-29' };
const contest = { contest: 'bac-ho-voi-nam-dinh' };

test('no act of the bloc is warned about', () => {
  expect(warnings.slice(0, 5)).toEqual([]);
});

test.each([
  ['grassroots-units', day, {}, 152],
  ['members', day, {}, 8391],
  ['thematic-resolutions', period, { level: 'own' }, 3],
  ['admissions', period, {}, 972],
  ['grassroots-units-dissolved', period, {}, 7],
  ['grassroots-units-established', period, {}, 6],
  ['grassroots-units-established', period, { zone: 'industrial' }, 2],
  ['strengthening-cases', period, {}, 15],
  ['inspections-of-units', period, {}, 768],
  ['inspections-of-members', period, {}, 709],
  ['thematic-supervisions-of-units', period, {}, 470],
  ['thematic-supervisions-of-members', period, {}, 528],
  ['contest-entries', period, contest, 8137],
  ['contest-prizes', period, contest, 3],
  ['contest-prizes', period, { ...contest, prize: 'second' }, 1],
  ['target', period, { of: 'units-inspected-or-supervised-in-term' }, 100],
  ['target', period, { of: 'committee-members-inspected-or-supervised-in-term' }, 50],
] as const)('seed 001: %s', async (figure, wanted, args, value) => {
  const answer = await askFigure(world, figure, NDK, { ...wanted, args: { ...args }, list: true });
  expect(answer.value).toBe(value);
});

test('seed 001: of the 8,137 entries three are named, the others declared by organisation', async () => {
  const { named, declared } = await askFigure(world, 'contest-entries', NDK, { ...period, args: contest });
  expect([named, declared]).toEqual([3, 8134]);
});

test.each([2020, 2021, 2022])('seed 001: the published shares were good or above in %i', async (year) => {
  const of = { from: `${year}-01-01`, on: `${year}-12-31` };
  const share = async (figure: string) => {
    const { numerator = 0, denominator = 1 } = await askFigure(world, figure, NDK, of);
    return (100 * numerator) / denominator;
  };
  expect((await share('grassroots-units-good-or-above')).toFixed(0)).toBe('93');
  expect((await share('members-good-or-above')).toFixed(2)).toBe('97.08');
});

test('the goal of the term is on its way: most units, over half of the committee members', async () => {
  const units = await askFigure(world, 'units-inspected-or-supervised-in-term', NDK, period);
  const members = await askFigure(world, 'committee-members-inspected-or-supervised-in-term', NDK, period);
  expect(units.value).toBeGreaterThan(85);
  expect(members.value).toBeGreaterThan(50);
});

test('years of the bloc read true: D = A + B − C, and nobody is lost on 1/7/2025', async () => {
  for (const [from, to] of [
    ['2020-06-01', '2020-12-31'],
    ['2021-01-01', '2021-12-31'],
    ['2022-01-01', '2022-12-31'],
  ] as const) {
    const form = await askForm1(world, NDK, from, to);
    expect((form.A as number) + (form.B as number) - (form.C as number), from).toBe(form.D);
  }
  const [before, after] = [
    await askFigure(world, 'members', 'ND', { on: '2025-06-30' }),
    await askFigure(world, 'members', 'NB', { on: '2025-07-01' }),
  ];
  expect(after.value).toBe(before.value);
});
