import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import { figure } from '#/kernel/figures/figure.ts';
import { testWorld, type World } from '#test/world.ts';

const lives = figure({
  type: 'count',
  name: 'lives',
  of: 'unit',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  title: { vi: 'Đang có', en: 'Alive' },
  definition: { vi: 'Đang có', en: 'Alive' },
  measure: 'units',
  rows: ({ db, table }) =>
    db
      .selectFrom(table('unitLife', 'u'))
      .select(['u.unitId as id', 'u.unitId as subjectId', 'u.unitId as unitId', 'u.valid', 'u.actId']),
});

let world: World;
beforeAll(async () => {
  world = await testWorld();
  const unit = (code: string, kind: string, parent?: string) => ({
    kind: 'unit.established',
    effectiveOn: '2015-01-01',
    unit: { code, name: `Đơn vị ${code}`, kind, parent },
  });
  await world.post([unit('H', 'bloc'), unit('H.1', 'grassroots-cell', 'H'), unit('H.2', 'grassroots-cell', 'H')]);
});
afterAll(() => world.close());

test('a figure may ask for the rows of the unit itself, of those under it, or of both', async () => {
  const count = (whose: 'own' | 'subordinate' | 'both') =>
    world.read(async ({ db, client }) => {
      const { rows } = await client.query("select unit_id from unit_code where code = 'H'");
      const question = { unitId: rows[0].unit_id, on: '2020-01-01', from: null, to: null, args: {}, knownAt: null };
      const only = catalogue([{ ...lives, whose: () => whose }]);
      return (await answerFigure(db, only, { figure: 'lives', ...question }, { list: true })).value;
    });
  expect(await count('own')).toBe(1);
  expect(await count('subordinate')).toBe(2);
  expect(await count('both')).toBe(3);
});
