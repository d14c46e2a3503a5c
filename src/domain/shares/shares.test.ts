import { afterAll, beforeAll, expect, test } from 'vitest';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const year = { from: '2018-01-01', on: '2018-06-30' };
const declared = (figure: string, amount: number, args: Record<string, string> = {}, from: string = year.from) => ({
  kind: 'count.declared',
  effectiveOn: '2018-07-01',
  unit: 'T',
  figure,
  args,
  from,
  to: year.on,
  amount,
});

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    {
      kind: 'unit.established',
      effectiveOn: '2010-01-01',
      unit: { code: 'T', name: 'Đảng bộ tỉnh T', kind: 'provincial' },
    },
    declared('members-disciplined', 28, { form: 'reprimand' }),
    declared('members-disciplined', 21, { form: 'warning' }),
    declared('members-disciplined', 1, { form: 'removal-from-post' }),
    declared('members-disciplined', 12, { form: 'expulsion' }),
    declared('admissions', 603),
    declared('admissions-by', 359, { sex: 'female' }),
    declared('cells', 400, {}, year.on),
    declared('cells-with-regular-meeting', 394),
    declared('contest-prizes', 4, { contest: 'thi', prize: 'first' }),
    declared('contest-entries', 80, { contest: 'thi' }),
  ]);
});
afterAll(() => world.close());

const share = (args: Record<string, string>) => askFigure(world, 'share', 'T', { ...year, args });

test('of the same count without its arguments', async () => {
  expect(await share({ of: 'members-disciplined', form: 'expulsion' })).toMatchObject({
    numerator: 12,
    denominator: 62,
    value: 19.4,
  });
});

test('of another count, also of a stock on the last day, and with arguments of its own', async () => {
  expect((await share({ of: 'admissions-by', sex: 'female', among: 'admissions' })).value).toBe(59.5);
  expect((await share({ of: 'cells-with-regular-meeting', among: 'cells' })).value).toBe(98.5);
  const prizes = { of: 'contest-prizes', contest: 'thi', among: 'contest-entries', 'among.contest': 'thi' };
  expect((await share(prizes)).value).toBe(5);
});

test('an argument that a count does not know is no part of the question', async () => {
  await expect(share({ of: 'members-disciplined', forms: 'expulsion' })).rejects.toThrow('not an argument');
  await expect(share({ of: 'members-disciplined', 'among.forms': 'x' })).rejects.toThrow('not an argument');
  await expect(share({ of: 'members-disciplind' })).rejects.toThrow('members-disciplined');
  await expect(share({ of: 'members', among: 'target' })).rejects.toMatchObject({ code: 'figure.args' });
});
