import { afterAll, beforeAll, expect, test } from 'vitest';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const year = { from: '2020-01-01', to: '2020-12-31' };
const declared = (unit: string, amount: number, level?: string) => ({
  kind: 'count.declared',
  effectiveOn: '2021-01-20',
  paper: { issuer: 'Tỉnh ủy Thử', number: '9-BC/TU', issuedOn: '2021-01-20' },
  unit,
  figure: 'members-classified',
  ...(level === undefined ? {} : { args: { level } }),
  ...year,
  amount,
});

beforeAll(async () => {
  world = await testWorld();
  const unit = (code: string, parent?: string) => ({
    kind: 'unit.established',
    effectiveOn: '2010-01-01',
    unit: { code, name: `Đơn vị ${code}`, kind: parent === undefined ? 'provincial' : 'district', parent },
  });
  await world.post([
    unit('T'),
    unit('A', 'T'),
    unit('B', 'T'),
    declared('A', 20, 'excellent'),
    declared('A', 100, 'good'),
    declared('A', 30, 'completed'),
    // B's own sum differs from its parts, as printed reports do: what it said of the whole is the whole.
    declared('B', 60),
    declared('B', 50, 'good'),
    declared('B', 9, 'completed'),
  ]);
});
afterAll(() => world.close());

const ask = async (code: string, args: Record<string, string> = {}) =>
  (await askFigure(world, 'members-classified', code, { ...year, on: year.to, args })).value;

test('counts declared level by level add up to the whole and to "good or above"', async () => {
  expect(await ask('A')).toBe(150);
  expect(await ask('A', { level: 'good-or-above' })).toBe(120);
  expect(await ask('A', { level: 'excellent' })).toBe(20);
  const share = await askFigure(world, 'members-good-or-above', 'A', { ...year, on: year.to });
  expect(share).toMatchObject({ numerator: 120, denominator: 150, value: 80 });
});

test('a whole that the unit declared itself is not added up from its parts', async () => {
  expect(await ask('B')).toBe(60);
  expect(await ask('B', { level: 'good-or-above' })).toBe(50);
  expect(await ask('T')).toBe(210);
});
