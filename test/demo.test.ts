import { afterEach, expect, test } from 'vitest';
import { demos } from '#/demo/demo.ts';
import { membersOf, recount } from '#/demo/recount.ts';
import { askFigure, askForm1 } from './ask.ts';
import { testWorld, type World } from './world.ts';

let world: World;
afterEach(() => world.close());

/** The demos' years lie before this day. */
const NOW = '2026-11-23T03:00:00Z';

test('the register yields the nine published figures of Hải Hậu 2020 from the acts alone', {
  timeout: 180_000,
}, async () => {
  world = await testWorld(NOW);
  const receipt = await world.post([...demos['hai-hau'].lines()]);
  // 14 of 83 organisations were published as excellent: one more than a fifth of the 69 good ones.
  expect(receipt.warnings.map(({ code }) => code)).toEqual(['rule.classification.cap.units']);
  for (const { figure, unit, on, from, to, args, value } of demos['hai-hau'].firstFigures) {
    const wanted = { on: (on ?? to) as string, from, args, list: true };
    const answer = await askFigure(world, figure, unit, wanted);
    expect({ figure, args, value: answer.value, listed: answer.codes.length }).toEqual({
      figure,
      args,
      value,
      listed: value,
    });
  }
  const form = await askForm1(world, 'HH', '2020-01-01', '2020-12-31');
  expect(form.D).toBe(14_712);
  expect((form.A as number) + (form.B as number) - (form.C as number)).toBe(form.D);
});

test('the register counts a ward through its change of shape as a plain recount does', {
  timeout: 120_000,
}, async () => {
  world = await testWorld(NOW);
  const lines = [...demos.ward.lines()];
  expect((await world.post(lines)).warnings).toEqual([]);
  for (const on of ['2025-07-01', '2026-02-14', '2026-07-25', '2026-07-26', '2026-10-31']) {
    const { codes } = await askFigure(world, 'members', 'VM.P01', { on, list: true });
    expect(codes).toEqual(membersOf(recount(lines, on), 'VM.P01').toSorted());
  }
});
